/** How the number on the back of a token is read: people copy it with the dashes, spaces and small letters that they see. */

/** What is wrong with a typed serial number before it is worth a call. */
export type SerialProblem = 'empty' | 'letters';

/** Longer than any that is printed. */
const longest = 64;

/**
 * Reads a typed serial number; what is given back is what the backend compares.
 *
 * @example
 * readSerial(' 2308-７１４ 025 '); // { serial: '2308714025' }
 */
export function readSerial(typed: string): { readonly serial: string } | { readonly problem: SerialProblem } {
  const serial = typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Z}\p{Pd}\p{Cc}_.:#/]/gu, '')
    .toUpperCase();
  if (serial === '') return { problem: 'empty' };
  return /^[A-Z0-9]+$/.test(serial) && serial.length <= longest ? { serial } : { problem: 'letters' };
}
