/** The policy: every number that the reference backend enforces, in one table. */
import { defaultLimits, type Limits } from '../../src/adapters/memory/limits.js';
import type { Ms } from '../../src/contract/enrollment.js';

/**
 * What the memory backend enforces as well, and what only a server can: limits that hold across accounts, and the times
 * of what goes on behind the scenes. Durations are in milliseconds.
 *
 * @example
 * const strict: Policy = { ...policy, sendsPerNumber: 3 };
 */
export interface Policy extends Limits {
  /** How old a sign-in may be for a write (R7); then the person proves it again. For the routes to enforce. */
  readonly signInFresh: Ms;
  /** Wrong passwords of one session in a quarter of an hour, until no more is looked at. */
  readonly passwordTries: number;
  /** How long a call that sends something waits for the provider; what goes wrong later shows at the next call. */
  readonly firstTrial: Ms;
  /** How long a trial of sending may take, before another instance takes the message for abandoned. */
  readonly trialLife: Ms;
  /** How long until a message is tried again after the first, second, … failure. After the last it is given up. */
  readonly trialWaits: readonly Ms[];
  /** Messages and calls in an hour (R27) that one network address may cause … */
  readonly sendsPerSource: number;
  /** … to numbers that differ in their last four digits only, or to the tagged addresses of one mailbox … */
  readonly sendsPerRange: number;
  /** … to the numbers of one calling code, or the addresses of one domain … */
  readonly sendsPerCallingCode: number;
  /** … and of the whole house, as a last brake on what they cost. */
  readonly sendsInAll: number;
  /** Sets of recovery codes, and of security answers, that a person may open in an hour: each is hashed slowly. */
  readonly setsPerHour: number;
  /** How long a verdict is kept under its idempotency key. */
  readonly verdictLife: Ms;
  /** How long an enrolment that is over is remembered, so that it can still say why it is gone. */
  readonly memory: Ms;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** What holds unless `createReferenceBackend` is given something else. */
export const policy: Policy = {
  ...defaultLimits,
  codeDigits: 6,
  codeLife: 10 * minute,
  enrollmentLife: 30 * minute,
  triesPerEnrollment: 10,
  triesPerAccount: 10,
  lockLife: 10 * minute,
  waitsFrom: 5,
  resendWaits: [30 * second, 60 * second, 120 * second],
  sendsPerNumber: 5,
  sendsPerNumberWithin: 10 * minute,
  pairingLife: 10 * minute,
  approvalLife: 2 * minute,
  approvalsPerHour: 5,
  sessionIdle: 15 * minute,
  signInFresh: 20 * minute,
  passwordTries: 10,
  firstTrial: 3 * second,
  trialLife: 30 * second,
  trialWaits: [5 * second, 20 * second, minute],
  sendsPerSource: 60,
  sendsPerRange: 40,
  sendsPerCallingCode: 1000,
  sendsInAll: 2000,
  setsPerHour: 20,
  verdictLife: 24 * hour,
  memory: 24 * hour,
};
