/** Countries under the names of the reader's language, in the reader's alphabetical order. */
import { countriesOf, type Country } from './phone-number.js';

export interface NamedCountry {
  readonly code: string;
  /** "Japan (+81)", whose digits are read from left to right in every language. */
  readonly label: string;
}

/** Kept per step: naming and sorting 245 countries takes some milliseconds, so it is done once, when asked for. */
export class CountryNames {
  #locale = '';
  #names: Intl.DisplayNames | undefined;
  #all: readonly NamedCountry[] | undefined;

  /** The one that is chosen: enough to draw the closed list. */
  one(locale: string, code: string): readonly NamedCountry[] {
    return countriesOf([code]).map((country) => this.#name(locale, country));
  }

  /** All of them, or those of `only`. A step asks for one list, and in one language at a time. */
  all(locale: string, only: readonly string[] | undefined): readonly NamedCountry[] {
    if (this.#all && locale === this.#locale) return this.#all;
    const { compare } = new Intl.Collator(locale);
    const named = countriesOf(only).map((country) => this.#name(locale, country));
    return (this.#all = named.sort((a, b) => compare(a.label, b.label)));
  }

  #name(locale: string, { code, callingCode }: Country): NamedCountry {
    if (!this.#names || locale !== this.#locale) this.#names = new Intl.DisplayNames(locale, { type: 'region' });
    this.#locale = locale;
    return { code, label: `${this.#names.of(code) ?? code} (\u2066+${callingCode}\u2069)` };
  }
}
