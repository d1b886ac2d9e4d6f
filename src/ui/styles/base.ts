/** Type and rhythm: one scale, the host's font, numbers that can be compared. */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
    font: inherit;
    font-size: 1rem;
    line-height: 1.5;
    color: var(--_text);
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
  ul {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.25;
  }
  h1:focus {
    outline: none;
  }
  .siw-hint {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .siw-strong {
    font-weight: 600;
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
`;
