/** Turns a text (a key and what fills its holes) into words: the host's own, else the language's, else English. */
import type { Message, TextOf } from '../contract/method.js';

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
  const rules = new Map<string, Intl.PluralRules>();
  const numbers = new Map<string, Intl.NumberFormat>();
  return (text) => {
    const [key, values] = typeof text === 'string' ? [text, {}] : (text as readonly [string, Filling]);
    for (const { locale, messages } of catalogs) {
      const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
      if (message === undefined) continue;
      const chosen =
        typeof message === 'string' ? message : (message[category(rules, locale, values['count'])] ?? message.other);
      return chosen.replace(/\{(\w+)\}/g, (hole, name: string) => fill(numbers, locale, values[name]) ?? hole);
    }
    return key;
  };
}

type Filling = Readonly<Record<string, string | number>>;

function category(
  rules: Map<string, Intl.PluralRules>,
  locale: string,
  count: string | number | undefined,
): Intl.LDMLPluralRule {
  return remembered(rules, locale, () => new Intl.PluralRules(locale)).select(Number(count));
}

/** Numbers in the language's own digits; texts as they are. */
function fill(
  numbers: Map<string, Intl.NumberFormat>,
  locale: string,
  value: string | number | undefined,
): string | undefined {
  if (typeof value !== 'number') return value;
  return remembered(numbers, locale, () => new Intl.NumberFormat(locale)).format(value);
}

/** Making a formatter costs far more than using one. */
function remembered<T>(known: Map<string, T>, locale: string, make: () => T): T {
  const found = known.get(locale);
  if (found !== undefined) return found;
  const made = make();
  known.set(locale, made);
  return made;
}
