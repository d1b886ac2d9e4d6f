/** Every method's row of `MethodTypes`. An entry that leaves this out has an empty table. */
export type * from './app-password/contract.js';
export type * from './external/contract.js';
export type * from './hardware-otp/contract.js';
export type * from './passkey/contract.js';
export type * from './phone/contract.js';
export type * from './push/contract.js';
export type * from './recovery-codes/contract.js';
export type * from './email/contract.js';
export type * from './security-questions/contract.js';
export type * from './totp/contract.js';
