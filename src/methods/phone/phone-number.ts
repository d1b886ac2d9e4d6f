/** Phone numbers as people type them. The one file that knows libphonenumber-js. Pure. */
import {
  getCountries,
  getCountryCallingCode,
  parsePhoneNumber,
  validatePhoneNumberLength,
} from 'libphonenumber-js/core';
import type { CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

/** What is wrong with a number before it is worth a call. */
export type NumberProblem = 'empty' | 'letters' | 'too-short' | 'too-long' | 'impossible' | 'country-refused';

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Without the plus sign. */
  readonly callingCode: string;
}

/** Every country there is, or those of `only` that there are. */
export function countriesOf(only: readonly string[] | undefined): readonly Country[] {
  return getCountries(metadata)
    .filter((code) => !only || only.includes(code))
    .map((code) => ({ code, callingCode: getCountryCallingCode(code, metadata) }));
}

/** The country to start with: the offer's, else the one that the language is spoken in, else the first. */
export function firstCountry(
  locale: string,
  { countries, defaultCountry }: { readonly countries?: readonly string[]; readonly defaultCountry?: string },
): string {
  const known = countriesOf(countries).map(({ code }) => code);
  const wished = [defaultCountry, new Intl.Locale(locale).maximize().region];
  return wished.find((code): code is string => code !== undefined && known.includes(code)) ?? known[0] ?? 'US';
}

/**
 * Reads a number in national or international form, pasted `tel:` links and any script's digits included (R95).
 * An international form overrides the chosen country. Line types are the backend's to judge: the small metadata that a
 * browser can carry does not tell a landline from a mobile.
 *
 * @example
 * readNumber('090-1234-5678', 'JP', undefined); // { e164: '+819012345678', country: 'JP' }
 */
export function readNumber(
  typed: string,
  country: string,
  only: readonly string[] | undefined,
): { readonly e164: string; readonly country: string } | { readonly problem: NumberProblem } {
  const text = fold(typed);
  if (text === '') return { problem: 'empty' };
  if (/\p{L}/u.test(text)) return { problem: 'letters' };
  const defaultCountry = country as CountryCode;
  const length = validatePhoneNumberLength(text, { defaultCountry }, metadata);
  if (length === 'TOO_SHORT') return { problem: 'too-short' };
  if (length === 'TOO_LONG') return { problem: 'too-long' };
  if (length !== undefined) return { problem: 'impossible' };
  const number = parsePhoneNumber(text, { defaultCountry, extract: false }, metadata);
  if (!number.isValid()) return { problem: 'impossible' };
  const found = number.country ?? country;
  if (only && !only.includes(found)) return { problem: 'country-refused' };
  return { e164: number.number, country: found };
}

/** The country that a number in international form belongs to, as far as it has been typed. */
export function countryOf(typed: string): string | undefined {
  const text = fold(typed);
  if (!text.startsWith('+')) return undefined;
  try {
    const number = parsePhoneNumber(text, { extract: false }, metadata);
    return number.country ?? number.getPossibleCountries()[0];
  } catch {
    // Too short to tell: nothing to follow yet.
    return undefined;
  }
}

/** Full-width forms become plain, the `tel:` of a link and what cannot be seen go. */
function fold(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:/i, '')
    .replace(/;.*$/, '');
}
