/** Hides a phone number the way people still recognise it, without the metadata of a phone number library. */

/** The calling codes of one and two digits; all others have three, and none begins with another. */
const callingCode = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * An extension is no secret: it tells two phones behind one number apart. Keeps the calling code and the last four digits, or fewer of a number so short that four would be most of it.
 *
 * @example
 * maskedNumber('+819012345678'); // '+81 **-****-5678'
 */
export function maskedNumber(number: string, extension?: string): string {
  const code = callingCode.exec(number)?.[0] ?? '+';
  const national = number.slice(code.length);
  const shown = Math.min(4, Math.floor(national.length / 2));
  const hidden = '*'.repeat(national.length - shown).replace(/(?=(?:.{4})+$)/g, '-');
  return `${code} ${hidden.replace(/^-/, '')}-${national.slice(-shown)}${extension === undefined ? '' : ` x${extension}`}`;
}
