/** Fields, buttons, links, the QR plate, notices: what a person touches or reads closely. */
import { css } from 'lit';

export const controls = css`
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button,
  input,
  select,
  summary,
  a {
    outline: 2px solid transparent;
    outline-offset: 2px;
  }
  :focus-visible {
    outline-color: var(--_focus);
  }
  label,
  legend {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  .siw-field {
    display: grid;
    gap: 0.375rem;
  }
  input:not([type='radio'], [type='checkbox']),
  select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_field);
    text-overflow: ellipsis;
  }
  input[type='radio'] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0.125rem 0 0;
    flex: none;
    accent-color: var(--_accent);
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  input:read-only {
    background: var(--_veil);
  }
  input.siw-code {
    max-inline-size: 14rem;
    font-size: 1.5rem;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.25em;
  }
  .siw-problem {
    color: var(--_danger);
    font-size: 0.875rem;
    white-space: pre-line;
  }
  .siw-alert {
    padding: 0.75rem 1rem;
    border-inline-start: 3px solid var(--_danger);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_danger) 8%, transparent);
    white-space: pre-line;
  }
  .siw-primary,
  .siw-plain,
  .siw-quiet,
  .siw-link {
    cursor: pointer;
    border: 0;
    background: none;
    text-align: start;
    border-radius: var(--_radius);
  }
  .siw-primary,
  .siw-plain {
    min-block-size: 2.75rem;
    padding: 0.5rem 1.5rem;
    font-weight: 600;
    text-align: center;
  }
  .siw-primary {
    position: relative;
    min-inline-size: 7rem;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .siw-primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .siw-plain {
    padding-inline: 0.75rem;
  }
  .siw-plain:hover,
  .siw-quiet:hover {
    background: var(--_veil);
  }
  .siw-quiet {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--_faint);
    font-size: 0.875rem;
  }
  .siw-quiet .siw-icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
  .siw-link {
    min-block-size: 1.75rem;
    padding: 0.125rem 0;
    color: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentColor 40%, transparent);
    text-underline-offset: 0.2em;
  }
  .siw-link:hover {
    text-decoration-color: currentColor;
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  .siw-link[aria-disabled='true'] {
    color: var(--_muted);
    text-decoration: none;
  }
  [aria-busy='true'] .siw-primary .siw-label {
    visibility: hidden;
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
    animation: siw-turn 800ms linear infinite;
  }
  .siw-waiting {
    position: relative;
    block-size: 12rem;
    color: var(--_muted);
  }
  @keyframes siw-turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .siw-spinner {
      animation: none;
      border-style: dotted;
    }
  }
  .siw-qr {
    inline-size: 14rem;
    max-inline-size: 100%;
    aspect-ratio: 1;
    margin-inline: auto;
    border-radius: var(--_radius);
    overflow: hidden;
    background: #fff;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .siw-qr svg {
    display: block;
    fill: #000;
  }
  .siw-countdown {
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .siw-primary,
    .siw-plain,
    .siw-quiet {
      border: 1px solid ButtonText;
    }
    .siw-alert {
      border: 1px solid;
    }
  }
`;
