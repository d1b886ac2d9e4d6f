/** Speaks to assistive technology through two regions that stand from the first render (R97; WCAG 2.2, 4.1.3). */
import { html, type TemplateResult } from 'lit';

/** Says one thing at a time in each region; the same text twice is heard twice. */
export class Announcer {
  #polite = '';
  #assertive = '';

  /** What goes on; waits for a pause in what is being read. */
  say(text: string): void {
    this.#polite = renewed(this.#polite, text);
  }

  /** What is wrong; interrupts. */
  alert(text: string): void {
    this.#assertive = renewed(this.#assertive, text);
  }

  regions(): TemplateResult {
    return html`<div class="siw-unseen" role="status" aria-live="polite">${this.#polite}</div>
      <div class="siw-unseen" aria-live="assertive">${this.#assertive}</div>`;
  }
}

/** A no-break space at the end is silent, and makes the same text another one. */
function renewed(before: string, text: string): string {
  return before === text ? `${text}\u00a0` : text;
}
