/**
 * The tokens: ten colours, a radius, a padding. Hosts set `--siw-*`; everything else is mixed from them. Those that no
 * first page shows stand in `fields.ts`.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    --_surface: var(--siw-surface, light-dark(#ffffff, #1d2025));
    --_text: var(--siw-text, light-dark(#1b2027, #eceff3));
    --_muted: var(--siw-muted, light-dark(#566070, #a9b3c1));
    --_accent: var(--siw-accent, light-dark(#1f5fbf, #8db8ff));
    --_on-accent: var(--siw-on-accent, light-dark(#ffffff, #0c1a30));
    --_radius: var(--siw-radius, 0.5rem);
    --_padding: var(--siw-padding, 2rem);
    --_faint: color-mix(in srgb, var(--_text) 12%, transparent);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
