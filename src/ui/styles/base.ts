/** Type and rhythm: one scale, the host's font, numbers that can be compared. */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
    font: inherit;
    font-size: 1rem;
    line-height: 1.5;
    color: var(--_text);
    text-align: start;
  }
  :host([hidden]),
  :host(:state(left)) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  p,
  ol,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h1 {
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  h1:focus,
  .siw-alert:focus {
    outline: none;
  }
  :lang(ja) h1 {
    letter-spacing: 0;
    word-break: auto-phrase;
  }
  .siw-hint,
  .siw-small {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .siw-strong {
    font-weight: 600;
  }
  .siw-number {
    font-variant-numeric: tabular-nums;
    unicode-bidi: isolate;
    direction: ltr;
  }
  .siw-icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .siw-unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    .siw-page {
      animation: siw-arrive 160ms ease-out;
    }
    @keyframes siw-arrive {
      from {
        opacity: 0;
        transform: translateX(8px);
      }
    }
    [dir='rtl'] .siw-page {
      animation-name: siw-arrive-rtl;
    }
    @keyframes siw-arrive-rtl {
      from {
        opacity: 0;
        transform: translateX(-8px);
      }
    }
  }
`;
