/** A part inside a sentence of a translation, such as a number that must stay on one line. */
import { html, type TemplateResult } from 'lit';

/** Stands for the part while the sentence is made; no translation holds it. */
const mark = '\uFFFC';

/**
 * Draws `part` where `say` puts what it is given.
 *
 * @example
 * around((number) => t(['body', { number }]), html`<bdi>${to}</bdi>`);
 */
export function around(say: (mark: string) => string, part: TemplateResult): TemplateResult {
  const [before = '', after = ''] = say(mark).split(mark, 2);
  return html`${before}${part}${after}`;
}
