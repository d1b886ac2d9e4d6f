/** Names of components, made from the contract's own words. */

/** `invalid_code` as `InvalidCode`. */
export function capital(words: string): string {
  return words.replace(/(?:^|[_-])([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

export const faultName = (code: string): string => `Fault${capital(code)}`;
export const refusalName = (status: string | number): string => `Refused${String(status)}`;
