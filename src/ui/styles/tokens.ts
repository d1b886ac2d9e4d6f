/** The tokens: ten colours, a radius, a padding. Hosts set `--siw-*`; everything else is mixed from them. */
import { css } from 'lit';

export const tokens = css`
  :host {
    --_surface: var(--siw-surface, light-dark(#ffffff, #1d2025));
    --_text: var(--siw-text, light-dark(#1b2027, #eceff3));
    --_muted: var(--siw-muted, light-dark(#566070, #a9b3c1));
    --_line: var(--siw-line, light-dark(#76808f, #808b9b));
    --_field: var(--siw-field, light-dark(#ffffff, #14161a));
    --_accent: var(--siw-accent, light-dark(#1f5fbf, #8db8ff));
    --_on-accent: var(--siw-on-accent, light-dark(#ffffff, #0c1a30));
    --_danger: var(--siw-danger, light-dark(#b3261e, #ff9d94));
    --_success: var(--siw-success, light-dark(#1d7a46, #74d39c));
    --_focus: var(--siw-focus, var(--_accent));
    --_radius: var(--siw-radius, 0.5rem);
    --_padding: var(--siw-padding, 2rem);
    --_faint: color-mix(in srgb, var(--_text) 12%, transparent);
    --_veil: color-mix(in srgb, var(--_text) 5%, transparent);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
