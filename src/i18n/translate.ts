/** Turns a text (a key and what fills its holes) into words: the host's own, else the language's, else English. */
import type { Message, TextOf } from '../contract/method.js';
import { isOurs } from './locale.js';

type Catalog = Readonly<Record<string, Message>>;

/** Says a text of catalogue `S`. */
export type Say<S extends Catalog> = (text: TextOf<S>) => string;

/**
 * Words come from the first catalogue that has the key; each is tied to the language whose plural rules it needs.
 *
 * @example
 * const say = sayer<typeof en>([{ locale: 'ja', messages: ja }, { locale: 'en', messages: en }]);
 * say(['left', { count: 2 }]); // '残り 2 回'
 */
export function sayer<S extends Catalog>(
  catalogs: readonly { readonly locale: string; readonly messages: Partial<Catalog> }[],
): Say<S> {
  return (text) => {
    const [key, values] = typeof text === 'string' ? [text, {}] : (text as readonly [string, Filling]);
    for (const { locale, messages } of catalogs) {
      // A host's words may come from anywhere: what is no message is passed over.
      const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
      if (typeof message !== 'string' && typeof message?.other !== 'string') continue;
      const chosen =
        typeof message === 'string'
          ? message
          : (message[new Intl.PluralRules(locale).select(Number(values['count']))] ?? message.other);
      return chosen.replace(
        /\{(\w+)\}/g,
        (hole, name: string) => (Object.hasOwn(values, name) ? fill(values[name], locale) : undefined) ?? hole,
      );
    }
    return key;
  };
}

type Filling = Readonly<Record<string, string | number>>;

/** Numbers in the language's own digits; texts as they are. A small whole number is written in ours as in code. */
function fill(value: string | number | undefined, locale: string): string | undefined {
  if (typeof value !== 'number') return value;
  const written = String(value);
  return isOurs(locale) && /^\d{1,3}$/.test(written) ? written : new Intl.NumberFormat(locale).format(value);
}
