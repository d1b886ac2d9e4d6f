/** The two languages of the host page, and how a hole in a text is filled. */
import type { Language } from '../settings.js';
import { en, type Words } from './en.js';
import { ja } from './ja.js';

export type { Words };

export const words: Readonly<Record<Language, Words>> = { en, ja };

/** Puts values into the `{holes}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
