/** Every method's row of `MethodTypes`. An entry that leaves this out has an empty table. */
export type * from './email/contract.js';
export type * from './phone/contract.js';
export type * from './push/contract.js';
export type * from './security-questions/contract.js';
export type * from './totp/contract.js';
