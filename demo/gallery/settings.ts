/** What the address of the gallery asks for: language, colours, width, direction, and which specimens. Pure. */

/** A value of the address, and what may stand there; the first is the default and is not written. */
export const choices = {
  theme: ['light', 'dark', 'both'],
  width: ['440', '320', 'wide'],
  dir: ['ltr', 'rtl'],
  looks: ['all', 'one'],
} as const;

export interface Settings {
  /** A language that we have words for. */
  readonly lang: string;
  readonly theme: (typeof choices.theme)[number];
  /** Of what the host puts the wizard into, in pixels; `wide`: all there is. */
  readonly width: (typeof choices.width)[number];
  /** `rtl`: a language that runs from right to left, which a host brings by itself; its words are English here. */
  readonly dir: (typeof choices.dir)[number];
  /** `one`: of each page the first look, for whoever wants to see every page quickly. */
  readonly looks: (typeof choices.looks)[number];
  /** What the ids of the specimens start with: `phone`, `totp/code`, or one whole id. */
  readonly only: string;
}

/**
 * Reads the query of an address; whatever it cannot understand becomes the default.
 *
 * @example
 * readSettings('?lang=ja&only=phone', ['en', 'ja']); // { lang: 'ja', only: 'phone', theme: 'light', … }
 */
export function readSettings(query: string, languages: readonly [string, ...string[]]): Settings {
  const asked = new URLSearchParams(query);
  return {
    lang: oneOf(languages, asked.get('lang')),
    theme: oneOf(choices.theme, asked.get('theme')),
    width: oneOf(choices.width, asked.get('width')),
    dir: oneOf(choices.dir, asked.get('dir')),
    looks: oneOf(choices.looks, asked.get('looks')),
    only: asked.get('only') ?? '',
  };
}

/** The query that asks for these settings; empty when they are the defaults. */
export function writeSettings(settings: Settings, languages: readonly [string, ...string[]]): string {
  const defaults = readSettings('', languages);
  const query = new URLSearchParams();
  // Of the settings' own names, so each is one.
  for (const name of Object.keys(defaults) as (keyof Settings)[])
    if (settings[name] !== defaults[name]) query.set(name, settings[name]);
  return query.size ? `?${query.toString()}` : '';
}

function oneOf<T extends string>(known: readonly [T, ...T[]], asked: string | null): T {
  return known.find((value) => value === asked) ?? known[0];
}
