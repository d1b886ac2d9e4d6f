/** Phone numbers as people type them. The one file that knows libphonenumber-js. Pure. */
import { parsePhoneNumber, validatePhoneNumberLength } from 'libphonenumber-js/core/es6';
import type { CountryCode, MetadataJson } from 'libphonenumber-js/core/es6';
import { foldDigits } from '../../contract/typed-code.js';
import table from './zones/countries.js';

/** What is wrong with a number before it is worth a call. */
export type NumberProblem = 'empty' | 'letters' | 'too-short' | 'too-long' | 'impossible' | 'country-refused';

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Without the plus sign. */
  readonly callingCode: string;
}

/**
 * The numbering plans of one calling zone: the first two digits of a calling code, or the one of North America and Russia
 * (ITU-T E.164). All together are too heavy for a page that needs one.
 */
export interface Zone {
  readonly code: string;
  readonly plans: MetadataJson;
}

/** Every country there is, or those of `only` that there are. */
export function countriesOf(only: readonly string[] | undefined): readonly Country[] {
  const all = table.split(' ').map((row) => ({ code: row.slice(0, 2), callingCode: row.slice(2) }));
  return only ? all.filter(({ code }) => only.includes(code)) : all;
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

/** The code of the zone that is needed to read a number; of the country's, as long as the number does not tell. */
export function zoneOf(typed: string, country: string): string {
  const [own] = countriesOf([country]);
  const digits = /^\+([1-9]\d*)/.exec(fold(typed).replace(/[\s().-]/g, ''))?.[1] ?? own?.callingCode ?? '1';
  return /^[17]/.test(digits) ? digits.charAt(0) : digits.slice(0, 2);
}

/**
 * Reads a number in national or international form, pasted `tel:` links and any script's digits included.
 * An international form overrides the chosen country. Line types are the backend's to judge: what a browser can carry
 * does not tell a landline from a mobile.
 *
 * @example
 * readNumber('090-1234-5678', 'JP', undefined, zone8); // { e164: '+819012345678', country: 'JP' }
 */
export function readNumber(
  typed: string,
  country: string,
  only: readonly string[] | undefined,
  { plans }: Zone,
): { readonly e164: string; readonly country: string } | { readonly problem: NumberProblem } {
  const text = fold(typed);
  if (text === '') return { problem: 'empty' };
  if (/\p{L}/u.test(text)) return { problem: 'letters' };
  // In international form the chosen country may lie in another zone, whose plans are not at hand.
  const inCountry = text.startsWith('+') ? {} : { defaultCountry: country as CountryCode };
  const length = validatePhoneNumberLength(text, inCountry, plans);
  if (length === 'TOO_SHORT') return { problem: 'too-short' };
  if (length === 'TOO_LONG') return { problem: 'too-long' };
  if (length !== undefined) return { problem: 'impossible' };
  const number = parsePhoneNumber(text, { ...inCountry, extract: false }, plans);
  if (!number.isValid()) return { problem: 'impossible' };
  const found = number.country ?? country;
  if (only && !only.includes(found)) return { problem: 'country-refused' };
  return { e164: number.number, country: found };
}

/** The main country of the calling code that a number in international form begins with, as far as it is typed. */
export function countryOf(typed: string): string | undefined {
  const text = fold(typed);
  if (!text.startsWith('+')) return undefined;
  const digits = text.replace(/\D/g, '');
  return countriesOf(undefined).find(({ callingCode }) => digits.startsWith(callingCode))?.code;
}

/** Longer than any number with its decoration: what is pasted may be a book. */
const longest = 250;

/** Full-width forms become plain, the `tel:` of a link and what cannot be seen go; 00 is a plus sign. */
function fold(typed: string): string {
  const [text = ''] = typed.slice(0, longest).split(';', 1);
  return foldDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^00(?=[1-9])/, '+');
}
