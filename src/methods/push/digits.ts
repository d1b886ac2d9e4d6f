/** A number to compare, for the ear: digit by digit, so that 09 is not heard as nine. Pure. */
export function digitsOf(number: string): string {
  return [...number].join(' ');
}
