/** Draws a template into new nodes when its key changes; Lit's own directive for it would cost the first load twice as much. */
import { html, type TemplateResult } from 'lit';

/** Two templates that differ in nothing but their identity: swapping them makes Lit draw anew. */
const wraps = [(inner: unknown) => html`${inner}`, (inner: unknown) => html`${inner} `] as const;

export class Afresh {
  #key = '';
  #isOdd = false;

  /** New nodes restart the page's fade, and a heading that had focus can be focused, and so be read, again. */
  draw(key: string, inner: TemplateResult): TemplateResult {
    if (key !== this.#key) this.#isOdd = !this.#isOdd;
    this.#key = key;
    return wraps[this.#isOdd ? 1 : 0](inner);
  }
}
