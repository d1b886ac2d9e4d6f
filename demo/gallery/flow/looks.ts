/** How a page of the shell looks, as a text: two with the same text need not be shown twice. */
import type { Page } from '../../../src/wizard/page.js';

/** A page and what can be known of it without drawing it. */
export interface Sight {
  readonly page: Page | undefined;
  /** The page says that an answer takes long. */
  readonly isSlow: boolean;
  /** What was refused last, in words. */
  readonly refusal: string | undefined;
}

export function lookOf({ page, isSlow, refusal = '' }: Sight): string {
  if (!page) return JSON.stringify(['loading', isSlow]);
  const { phase, name, kind, title, body, submit, back, links, busy, problem, progress } = page;
  // What a method draws is its own business; what the shell draws around it differs by stage, not by method.
  const place = phase === 'method' ? [phase, page.isPassing && kind] : [phase, name, title];
  const wrong = problem && problem.text === refusal ? shapeOf(refusal) : problem?.text;
  // While something is wrong or under way, the rest of the page is what it was before.
  if (!isCalm({ page, isSlow, refusal })) return JSON.stringify([...place, busy, wrong, isSlow]);
  // Methods show what each refusal says; here only its length counts.
  const words = refusal ? wordsOf(body).replace(refusal, shapeOf(refusal)) : wordsOf(body);
  const labels = links.map(({ label, isDisabled }) => [label, isDisabled]);
  const { current, total } = progress ?? {};
  return JSON.stringify([...place, words, submit?.label, back?.label, labels, current, total]);
}

/** Nothing is under way or wrong, so that all else on the page counts. */
export function isCalm({ page, isSlow }: Sight): boolean {
  return page !== undefined && !page.isPassing && page.busy === undefined && !page.problem && !isSlow;
}

function shapeOf(text: string): string {
  return `${String(text.split('\n').length)} lines`;
}

/** All the words of a template, and what decides about its structure. */
function wordsOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(wordsOf).join(' ');
  if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') return String(part);
  if (typeof part !== 'object' || part === null || !('strings' in part) || !('values' in part)) return '';
  const { strings, values } = part as { readonly strings: readonly string[]; readonly values: readonly unknown[] };
  return strings.map((text, index) => text + wordsOf(values[index])).join('');
}
