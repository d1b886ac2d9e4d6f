/** Buttons and links: what the first page needs. */
import { css } from 'lit';

export const buttons = css`
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    border-radius: var(--_radius);
    cursor: pointer;
    border: 0;
    background: none;
    text-align: start;
  }
  :focus-visible {
    outline: 2px solid var(--siw-focus, var(--_accent));
    outline-offset: 2px;
  }
  .siw-primary {
    min-block-size: 2.75rem;
    min-inline-size: 7rem;
    padding: 0.5rem 1.5rem;
    font-weight: 600;
    text-align: center;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .siw-link {
    min-block-size: 1.75rem;
    padding: 0.125rem 0;
    color: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    text-decoration: underline;
  }
`;
