/** The authenticator's own drawings, on a grid of 24. Decorative: words always stand beside them. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const drawings = {
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`,
  cross: svg`<path d="M7 7l10 10M17 7L7 17" />`,
  clock: svg`<path d="M12 7.5V12l3 2M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z" />`,
  plus: svg`<path d="M12 5.5v13M5.5 12h13" />`,
  question: svg`<path d="M9 9.5a3 3 0 1 1 4.3 2.7c-.9.4-1.3 1-1.3 2M12 17.3v.1" />`,
  scan: svg`<path d="M4 8.5V6a2 2 0 0 1 2-2h2.5M15.5 4H18a2 2 0 0 1 2 2v2.5M20 15.5V18a2 2 0 0 1-2 2h-2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M7.5 12h9" />`,
} satisfies Record<string, SVGTemplateResult>;

export type Drawing = keyof typeof drawings;

export function icon(name: Drawing, className = 'icon'): TemplateResult {
  return html`<svg class=${className} viewBox="0 0 24 24" aria-hidden="true">${drawings[name]}</svg>`;
}

/** The line's wave, at the foot of a pass. */
export const wave = html`
  <svg class="wave" viewBox="0 0 240 24" preserveAspectRatio="none" aria-hidden="true">
    <path
      d="M0 12c10 0 10-7 20-7s10 7 20 7 10-7 20-7 10 7 20 7 10-7 20-7 10 7 20 7 10-7 20-7 10 7 20 7 10-7 20-7 10 7 20 7 10-7 20-7 10 7 20 7v12H0Z"
    />
  </svg>
`;

/** The tram at the sea, where there is nothing else to see. */
export const seaside = html`
  <svg class="seaside" viewBox="0 0 240 150" aria-hidden="true">
    <circle class="sun" cx="170" cy="56" r="26" />
    <path class="hills" d="M0 84c24-14 46-22 74-16s44-6 70-4 60 14 96 20v8H0Z" />
    <path class="sea" d="M0 88h240v62H0Z" />
    <path class="glints" d="M150 97h44M160 104h26M36 100h22M84 108h16M204 108h18" />
    <path class="deck" d="M0 130h240v20H0Z" />
    <path class="wire" d="M0 84h240M86 84l-6 9 6 7M40 130V78h8M208 130V78h8" />
    <path class="tram" d="M46 112h84v13a4 4 0 0 1-4 4H50a4 4 0 0 1-4-4Z" />
    <path class="roof" d="M46 112v-4a8 8 0 0 1 8-8h68a8 8 0 0 1 8 8v4Z" />
    <path class="panes" d="M52 105h12v9H52ZM70 105h12v9H70ZM88 105h12v9H88ZM106 105h18v9h-18Z" />
  </svg>
`;
