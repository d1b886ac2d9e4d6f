/** Reads a code out of a proof the way the widget does, so that nothing odd gets further. */
import type { Proof } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import { readCode } from '../../contract/typed-code.js';

/** `length` ASCII digits, or `undefined` when that is not what was typed. */
export function codeOf(proof: Proof, length: number): string | undefined {
  if (proof.type !== 'code' || typeof proof.code !== 'string') return undefined;
  const read = readCode(proof.code, { alphabet: 'digits', length });
  return 'code' in read ? read.code : undefined;
}

export const notACode: EnrollmentFault = { code: 'invalid_code', reason: 'format' };
