/** The two languages of the policy page, and how a number finds its words. */
import { fill } from '../../words/words.js';
import type { Language } from '../../settings.js';
import { en, type PolicyWords } from './en.js';
import { ja } from './ja.js';

export type { PolicyWords };

export const policyWords: Readonly<Record<Language, PolicyWords>> = { en, ja };

/** A text for a number: `zero` where it is said otherwise, else as the language counts. */
export function counted(
  texts: { readonly zero?: string; readonly one: string; readonly other: string },
  count: number,
  language: Language,
): string {
  const isOne = new Intl.PluralRules(language).select(count) === 'one';
  const text = count === 0 && texts.zero !== undefined ? texts.zero : isOne ? texts.one : texts.other;
  return fill(text, { count });
}
