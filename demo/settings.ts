/** What the address of the page asks for: scenario, language, colours. Pure, so that it can be tested without a page. */
import { readSituation, writeSituation } from './policy/address.js';
import type { Situation } from './policy/situation.js';

/** A value of the address, and what may stand there; the first is the default and is not written. */
export const choices = {
  lang: ['auto', 'en', 'ja'],
  theme: ['system', 'light', 'dark'],
} as const;

export type Language = 'en' | 'ja';

/** What every page of the demonstration can be asked for. */
export interface Look {
  readonly lang: (typeof choices.lang)[number];
  readonly theme: (typeof choices.theme)[number];
}

export interface Settings<S extends string = string> extends Look {
  readonly scenario: S;
  /** Composed on the policy page; asked for instead of the scenario. */
  readonly own?: Situation;
  /** The backend and the phone survive a reload of the page. */
  readonly keep: boolean;
}

/**
 * Reads the query of an address; whatever it cannot understand becomes the default.
 *
 * @example
 * readSettings('?scenario=choose&lang=ja', ['totp-phone', 'choose']); // { scenario: 'choose', lang: 'ja', … }
 */
export function readSettings<S extends string>(query: string, scenarios: readonly [S, ...S[]]): Settings<S> {
  const asked = new URLSearchParams(query);
  const own = readSituation(query);
  return {
    scenario: oneOf(scenarios, asked.get('scenario')),
    ...readLook(query),
    keep: asked.has('keep'),
    ...(own && { own }),
  };
}

/** What of an address says how the page looks. */
export function readLook(query: string): Look {
  const asked = new URLSearchParams(query);
  return { lang: oneOf(choices.lang, asked.get('lang')), theme: oneOf(choices.theme, asked.get('theme')) };
}

/** The query that asks for these settings; empty when they are the defaults. */
export function writeSettings(settings: Settings, scenarios: readonly [string, ...string[]]): string {
  const query = new URLSearchParams();
  if (settings.scenario !== scenarios[0]) query.set('scenario', settings.scenario);
  if (settings.own) writeSituation(settings.own, query);
  writeLook(settings, query);
  if (settings.keep) query.set('keep', '');
  return query.size ? `?${query.toString()}` : '';
}

/** Adds the look to a query, as far as it is not the default. */
export function writeLook({ lang, theme }: Look, query: URLSearchParams): void {
  if (lang !== choices.lang[0]) query.set('lang', lang);
  if (theme !== choices.theme[0]) query.set('theme', theme);
}

/** The language to speak: the one asked for, else the first of the person's own that the page knows. */
export function languageOf(lang: Settings['lang'], preferred: readonly string[]): Language {
  if (lang !== 'auto') return lang;
  const known = preferred.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'en' || tag === 'ja');
  return known ?? 'en';
}

function oneOf<T extends string>(known: readonly [T, ...T[]], asked: string | null): T {
  return known.find((value) => value === asked) ?? known[0];
}
