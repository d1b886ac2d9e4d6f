/** Hides an e-mail address the way people still recognise it. */

/**
 * Keeps the domain, and the first letter of a mailbox that has others.
 *
 * @example
 * maskedAddress('taro@example.org'); // 't***@example.org'
 */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = '', second] = address.slice(0, at);
  return `${second === undefined ? '' : first}***${address.slice(at)}`;
}
