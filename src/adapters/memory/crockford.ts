/**
 * Secrets for people to keep and to type: Crockford's base 32, which leaves out the letters that are taken for digits
 * (https://www.crockford.com/base32.html). Shared by recovery codes and app passwords. Pure.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Of five bits each: 80 bits (R38). */
const length = 16;

/** Draws one, bare. A byte modulo 32 has no bias. */
export function drawSecret(random: (length: number) => Uint8Array): string {
  return Array.from(random(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** In groups of four, which are read off and compared more easily. */
export function grouped(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * What was typed, as it was drawn; `undefined`: it cannot be one. O is read as 0, I and L as 1, whatever lies between
 * the groups is dropped.
 *
 * @example
 * readSecret('h7qk 2m9x-rt4d-owpc'); // 'H7QK2M9XRT4D0WPC'
 */
export function readSecret(typed: string): string | undefined {
  const bare = typed
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return bare.length === length && [...bare].every((letter) => alphabet.includes(letter)) ? bare : undefined;
}
