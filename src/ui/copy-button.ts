/** Copies a text under the person's own gesture and says so in place; when the browser refuses, the text is selected. */
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { paths } from './icon-paths.js';

export interface CopyWords {
  readonly copy: string;
  readonly copied: string;
  /** The browser refused; the text is selected, to be copied by hand. */
  readonly selected: string;
}

export interface CopyOptions {
  /** The id of the element that shows the text. */
  readonly of: string;
  readonly text: string;
  readonly words: CopyWords;
  /** The id of the element that names the text, so that two buttons on a page are told apart. */
  readonly labelledBy: string;
}

/** One per step: remembers which text was copied last, never the text itself. */
export class CopyButtons implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #last: { readonly of: string; readonly outcome: 'copied' | 'selected' } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  #again = '';

  hostDisconnected(): void {
    this.#last = undefined;
  }

  button({ of, text, words, labelledBy }: CopyOptions): TemplateResult {
    const outcome = this.#last?.of === of ? this.#last.outcome : undefined;
    return html`<button
        type="button"
        class="siw-quiet"
        part="button copy-button"
        id="${of}-copy"
        aria-labelledby="${of}-copy ${labelledBy}"
        @click=${() => this.#copy(of, text)}
      >
        ${icon(outcome === 'copied' ? paths.check : paths.copy)} ${words.copy}
      </button>
      <span class="siw-hint" role="status">${outcome ? words[outcome] + this.#again : ''}</span>`;
  }

  async #copy(of: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#last = { of, outcome: 'copied' };
    } catch {
      this.#select(of);
      this.#last = { of, outcome: 'selected' };
    }
    // The same word twice is heard twice only if it differs, and a no-break space is silent.
    this.#again = this.#again ? '' : '\u00a0';
    this.#host.requestUpdate();
  }

  #select(of: string): void {
    const shown = this.#host.querySelector(`#${of}`);
    if (shown) getSelection()?.selectAllChildren(shown);
  }
}
