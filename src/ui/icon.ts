/** Icons of our own drawing: one path each on a 24 px grid, drawn as a line in the colour of the text. */
import { html, type TemplateResult } from 'lit';

/** Paths that more than one page draws; a method's own icon stands on its card. */
export const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14',
  alert: 'M12 7v6M12 16.5v.5M12 3a9 9 0 100 18 9 9 0 000-18z',
} as const;

/** Decorative: the words beside it say what it means. `extra` is a class of its own look, such as `siw-tick`. */
export function icon(path: string, extra = ''): TemplateResult {
  return html`<svg class="siw-icon ${extra}" part="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path} />
  </svg>`;
}
