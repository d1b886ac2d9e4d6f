/**
 * The conformance kit: proves that an adapter keeps the promises on which the widget relies. Runner-neutral, without
 * dependencies, for Node and browsers. Never part of a page.
 *
 * Write a {@link Lab}, hand it to {@link checkAdapter}, print the result with {@link report}; or register the checks with
 * a test runner by {@link asTests}.
 */
export { answerProblem } from './answer-shape.js';
export { asTests, type Runner } from './as-tests.js';
export type { Check, Need, Way } from './check.js';
export { checks } from './checks.js';
export type { Timer } from './deadline.js';
export type {
  Awaitable,
  Lab,
  LabAuthenticator,
  LabDevice,
  LabLine,
  LabMail,
  LabPage,
  LabPerson,
  LabText,
} from './lab.js';
export { type CheckResult, type KitResult, type Outcome, report } from './result.js';
export { checkAdapter, type KitOptions, runCheck } from './run.js';
export type { Visit } from './visit.js';
export type * from '../methods/rows.js';
