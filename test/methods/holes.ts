/** Whether a text is one that its catalogue can say: a key that is there, with exactly the values that its holes ask for. */
import type { Message } from '../../src/contract/method.js';

type Catalog = Readonly<Record<string, Message>>;

/** The names in the braces of a message, over all its plural forms. */
export function holesOf(message: Message): readonly string[] {
  const forms = typeof message === 'string' ? [message] : Object.values(message);
  return [...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)))].sort();
}

/** What is wrong with a text, or undefined. */
export function wrongWith(text: unknown, catalog: Catalog): string | undefined {
  const [key, values = {}] = (typeof text === 'string' ? [text] : text) as [string, Readonly<Record<string, unknown>>?];
  const message = Object.hasOwn(catalog, key) ? catalog[key] : undefined;
  if (message === undefined) return `no such key: ${key}`;
  const [asked, given] = [holesOf(message).join(), Object.keys(values).sort().join()];
  if (asked !== given) return `${key} asks for (${asked}) and is given (${given})`;
  const empty = Object.entries(values).find(([, value]) => value === undefined || value === '' || Number.isNaN(value));
  return empty && `${key}: ${empty[0]} is ${String(empty[1])}`;
}
