/** Progress, choices, numbered steps, the tick: what the pages after the first lay out. Adopted with the second chunk. */
import { css } from 'lit';

export const pages = css`
  .siw-top {
    display: grid;
    gap: 0.5rem;
  }
  .siw-notice {
    padding: 0.5rem 0.75rem;
    border-inline-start: 0.1875rem solid var(--_accent);
    background: var(--_veil);
  }
  .siw-steps {
    display: flex;
    gap: 0.25rem;
    list-style: none;
  }
  .siw-steps li {
    flex: 1;
    block-size: 0.1875rem;
    border-radius: 1rem;
    background: var(--_faint);
    outline: 1px solid transparent;
  }
  .siw-steps .siw-done {
    background: var(--_success);
  }
  .siw-steps .siw-current {
    background: var(--_accent);
  }
  .siw-steps .siw-put-off {
    background: var(--_line);
  }
  .siw-page .siw-choices {
    display: grid;
    gap: 0.5rem;
  }
  .siw-choice {
    display: flex;
    gap: 0.75rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_faint);
    border-radius: var(--_radius);
    font-weight: inherit;
    cursor: pointer;
  }
  .siw-choice:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 7%, transparent);
  }
  .siw-choice:focus-within:has(:focus-visible) {
    outline: 2px solid var(--siw-focus, var(--_accent));
    outline-offset: 2px;
  }
  .siw-choice :focus-visible {
    outline: none;
  }
  .siw-numbered {
    display: grid;
    gap: 0.75rem;
    padding-inline-start: 1.5rem;
  }
  .siw-numbered > li::marker {
    font-weight: 600;
    color: var(--_muted);
  }
  .siw-tick {
    inline-size: 3rem;
    block-size: 3rem;
    padding: 0.625rem;
    border-radius: 50%;
    color: var(--_success);
    background: color-mix(in srgb, var(--_success) 14%, transparent);
    stroke-width: 2;
  }
  .siw-badges {
    display: block;
  }
  .siw-badge {
    display: inline-block;
    margin-block-start: 0.25rem;
    margin-inline-end: 0.25rem;
    padding: 0 0.5rem;
    border-radius: 1rem;
    font-size: 0.8125rem;
    color: var(--_text);
    background: var(--_faint);
  }
  .siw-number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    .siw-page {
      transition: 160ms ease-out;
      transition-property: opacity, transform;
      /* Of pages that come from now on: the first one stands already, and must not blink. What comes can be read at once. */
      @starting-style {
        opacity: 0.4;
        transform: translateX(var(--_from, 8px));
      }
    }
    [dir='rtl'] {
      --_from: -8px;
    }
    .siw-spinner {
      animation: siw-turn 800ms linear infinite;
    }
    @keyframes siw-turn {
      to {
        transform: rotate(1turn);
      }
    }
  }
  .siw-plain {
    min-block-size: 2.75rem;
    margin-inline-start: -0.75rem;
    padding: 0.5rem 0.75rem;
    font-weight: 600;
    text-align: center;
  }
  /* Alone on a page that goes on by itself, it stays where it always is. */
  .siw-plain:only-child {
    margin-inline-end: auto;
  }
  .siw-plain:hover,
  .siw-quiet:hover {
    background: var(--_veil);
  }
  :lang(ja) {
    word-break: auto-phrase;
  }
  :lang(ja) h1 {
    letter-spacing: 0;
  }
  .siw-primary {
    position: relative;
  }
  .siw-primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .siw-link:hover {
    text-decoration-color: currentColor;
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  :is(.siw-link, .siw-plain)[aria-disabled='true'] {
    color: var(--_muted);
    background: none;
    text-decoration: none;
  }
  [aria-busy='true'] .siw-label {
    opacity: 0;
  }
  .siw-spinner {
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
  }
  p,
  li,
  h1 {
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  h1 {
    text-wrap: balance;
  }
  .siw-link {
    text-decoration-color: color-mix(in srgb, currentColor 40%, transparent);
    text-underline-offset: 0.2em;
  }
  @container (width < 24rem) {
    .siw-plain {
      margin-inline-start: 0;
    }
  }
`;
