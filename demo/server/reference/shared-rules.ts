/**
 * The pure rules that this backend shares with the one in memory, so that both say the same: what a default is, what a
 * method does to the requirements, how a number is masked, what is texted, how often somebody may guess. Whoever copies
 * this folder copies these too.
 */
export { unusableAddress, usableAddress } from '../../../src/adapters/memory/address.js';
export { askedOf, usableSet } from '../../../src/adapters/memory/answer-set.js';
export {
  algorithms,
  challengeBytes,
  creationOptions,
  type StandingPasskey,
  userHandleBytes,
} from '../../../src/adapters/memory/creation-options.js';
export {
  chosenDefault,
  type Contender,
  type Default,
  nextDefault,
} from '../../../src/adapters/memory/default-method.js';
export { folded, usableName } from '../../../src/adapters/memory/app-password.js';
export { drawSecret, grouped, readSecret } from '../../../src/adapters/memory/crockford.js';
export { withFollower, wishOf } from '../../../src/adapters/memory/entry.js';
export { type Follower, followerDue, followerOffer, requestFor } from '../../../src/adapters/memory/followers.js';
export { Guesses } from '../../../src/adapters/memory/guesses.js';
export { type HardwareToken, serialOf, tokenLabel } from '../../../src/adapters/memory/hardware-otp.js';
export type { Description as SharedDescription, Line } from '../../../src/adapters/memory/kind.js';
export { extensionOf, lineOf } from '../../../src/adapters/memory/numbers.js';
export { maskedAddress } from '../../../src/adapters/memory/masked-address.js';
export { maskedNumber } from '../../../src/adapters/memory/masked-number.js';
export { calledBy } from '../../../src/adapters/memory/own-name.js';
export { givenName, nameFault, usualName } from '../../../src/adapters/memory/passkey-name.js';
export { codesInSet } from '../../../src/adapters/memory/recovery-codes.js';
export { judge, readRegistration, refusedCredential } from '../../../src/adapters/memory/registration.js';
export { rejected } from '../../../src/adapters/memory/rejected.js';
export * as duties from '../../../src/adapters/memory/requirements.js';
export { type Allowance, windowOf } from '../../../src/adapters/memory/sends.js';
export { drawCode } from '../../../src/adapters/memory/sent-codes.js';
export { acknowledged } from '../../../src/adapters/memory/shown-once.js';
export { countsToward, type Slots } from '../../../src/adapters/memory/slots.js';
export { matchOf, type OtpKey, provision } from '../../../src/adapters/memory/totp.js';
export { codeOf, notACode } from '../../../src/adapters/memory/typed.js';
export { type AnsweredQuestion, foldAnswer } from '../../../src/contract/security-answers.js';
export { untilAborted } from '../../../src/adapters/memory/wire.js';
export { usageOf } from '../../../src/adapters/memory/usage.js';
export { mailWithCode, saidOnCall, textWithCode, wordsIn } from '../../../src/adapters/memory/words.js';
