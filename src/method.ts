/** What a method of your own needs: the step's base, the field templates, `defineMethod`. No side effect. */
export { defineMethod } from './contract/step.js';
export { EnrollmentError } from './contract/enrollment-error.js';
export { leadsElsewhere } from './contract/fault.js';
export { codeProblem, readCode, type CodeProblem, type CodeShape } from './contract/typed-code.js';
export { StepElement } from './ui/step-element.js';
export {
  codeField,
  field,
  type CodeFieldOptions,
  type ControlIds,
  type FieldOptions,
  type Problem,
} from './ui/field.js';
export { checkbox, type CheckboxOptions } from './ui/checkbox.js';
export { CopyButtons, type CopyOptions, type CopyWords } from './ui/copy-button.js';
export { QrPicture } from './ui/qr-picture.js';
export { icon } from './ui/icon.js';
export type * from './contract/card.js';
export type * from './contract/enrollment.js';
export type * from './contract/fault.js';
export type * from './contract/method.js';
export type * from './contract/next.js';
export type * from './contract/samples.js';
export type * from './contract/security-info.js';
export type * from './contract/step.js';
