/** Icons of our own drawing: one path each on a 24 px grid, drawn as a line in the colour of the text. */
import { html, type TemplateResult } from 'lit';

/** Decorative: the words beside it say what it means. `extra` is a class of its own look, such as `siw-tick`. */
export function icon(path: string, extra = ''): TemplateResult {
  return html`<svg class="siw-icon ${extra}" part="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path} />
  </svg>`;
}
