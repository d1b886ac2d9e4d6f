/** The public entry: the class, its events, the error adapters throw, and the types of the contract. No side effect. */
export { SecurityInfoWizard } from './wizard/security-info-wizard.js';
export {
  SiwCancelEvent,
  SiwCompleteEvent,
  SiwErrorEvent,
  SiwPageEvent,
  SiwReadyEvent,
  SiwRegisteredEvent,
  SiwSkipEvent,
  SiwSwitchAccountEvent,
  type PagePhase,
  type SecurityInfoWizardEventMap,
} from './wizard/events.js';
export { SiwHumanCheckEvent, SiwReauthEvent } from './wizard/host-events.js';
export { SiwRedirectEvent } from './wizard/leave.js';
export type { StringOverrides } from './wizard/string-overrides.js';
export { EnrollmentError } from './contract/enrollment-error.js';
export { defineMethod } from './contract/step.js';
export type * from './contract/adapter.js';
export type * from './contract/card.js';
export type * from './contract/enrollment.js';
export type * from './contract/fault.js';
export type * from './contract/method.js';
export type * from './contract/next.js';
export type * from './contract/security-info.js';
export type { MethodEntry, MethodModule, StepView } from './contract/step.js';
export type * from './methods/rows.js';
