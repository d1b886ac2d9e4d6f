/** Finds the pairing code in whatever a person scans, follows, pastes or types. Pure. */
import { readCode } from '../../src/contract/typed-code.js';
import { codePattern } from './protocol.js';

/**
 * The code of a pairing link, whichever host it names, or of what was typed, however it was grouped; `undefined` when
 * it cannot be one.
 *
 * @example
 * pairingCode('https://pair.example/add#ABCDEFGHIJKLMNOP'); // 'ABCDEFGHIJKLMNOP'
 * pairingCode('abcd-efgh ijkl mnop'); // 'ABCDEFGHIJKLMNOP'
 */
export function pairingCode(text: string): string | undefined {
  // The code stands in the fragment, which browsers send to no server.
  const [, fragment = text] = /^\s*https?:[^#]*#(.*)$/is.exec(text) ?? [];
  const read = readCode(fragment, { alphabet: 'alphanumeric', length: 16 });
  return 'code' in read && codePattern.test(read.code) ? read.code : undefined;
}
