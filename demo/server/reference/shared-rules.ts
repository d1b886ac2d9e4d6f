/**
 * The pure rules that this backend shares with the one in memory, so that both say the same: what a default is, what a
 * method does to the requirements, how a number is masked, what is texted, how often somebody may guess. Whoever copies
 * this folder copies these too.
 */
export { unusableAddress, usableAddress } from '../../../src/adapters/memory/address.js';
export {
  chosenDefault,
  type Contender,
  type Default,
  nextDefault,
} from '../../../src/adapters/memory/default-method.js';
export { wishOf } from '../../../src/adapters/memory/entry.js';
export { Guesses } from '../../../src/adapters/memory/guesses.js';
export type { Description as SharedDescription, Line, Slots } from '../../../src/adapters/memory/kind.js';
export { maskedAddress } from '../../../src/adapters/memory/masked-address.js';
export { maskedNumber } from '../../../src/adapters/memory/masked-number.js';
export { rejected } from '../../../src/adapters/memory/rejected.js';
export * as duties from '../../../src/adapters/memory/requirements.js';
export { type Allowance, windowOf } from '../../../src/adapters/memory/sends.js';
export { drawCode } from '../../../src/adapters/memory/sent-codes.js';
export { matchOf, provision } from '../../../src/adapters/memory/totp.js';
export { codeOf, notACode } from '../../../src/adapters/memory/typed.js';
export { untilAborted } from '../../../src/adapters/memory/wire.js';
export { usageOf } from '../../../src/adapters/memory/usage.js';
export { mailWithCode, saidOnCall, textWithCode, wordsIn } from '../../../src/adapters/memory/words.js';
