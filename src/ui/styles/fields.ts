/** Fields, notices, the QR plate: what the pages after the first are made of. Adopted with the second chunk. */
import { css } from 'lit';

export const fields = css`
  :host {
    --_line: var(--siw-line, light-dark(#76808f, #808b9b));
    --_field: var(--siw-field, light-dark(#ffffff, #14161a));
    --_danger: var(--siw-danger, light-dark(#b3261e, #ff9d94));
    --_success: var(--siw-success, light-dark(#1d7a46, #74d39c));
    --_veil: color-mix(in srgb, var(--_text) 5%, transparent);
  }
  label,
  legend {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    border-radius: var(--_radius);
  }
  .siw-alert:focus {
    outline: none;
  }
  legend {
    margin-block-end: 0.5rem;
  }
  .siw-group {
    display: grid;
    gap: 1rem;
  }
  .siw-group label {
    font-weight: 500;
  }
  .siw-field {
    display: grid;
    gap: 0.5rem;
  }
  input:not([type='radio'], [type='checkbox']),
  select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    background: var(--_field);
    text-overflow: ellipsis;
  }
  .siw-choice input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0.125rem 0 0;
    flex: none;
    accent-color: var(--_accent);
  }
  :is([aria-invalid='true'], .siw-choice:has([aria-invalid='true'])) {
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
  .siw-qr {
    inline-size: 14rem;
    max-inline-size: 100%;
    aspect-ratio: 1;
    margin-inline: auto;
    border: 1px solid var(--_faint);
    border-radius: var(--_radius);
    overflow: hidden;
    background: #fff;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .siw-qr:empty {
    background: var(--_veil);
  }
  .siw-qr svg {
    display: block;
  }
  .siw-manual {
    display: grid;
    gap: 0.25rem;
    padding: 1rem;
    border-radius: var(--_radius);
    background: var(--_veil);
  }
  .siw-manual dt {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .siw-manual dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .siw-manual dd + dt {
    margin-block-start: 0.75rem;
  }
  .siw-manual-value {
    inline-size: 100%;
    overflow-wrap: anywhere;
    text-wrap: balance;
    font-weight: 600;
  }
  /* It runs from left to right itself, so its end is where the others start. */
  [dir='rtl'] .siw-manual-value {
    text-align: end;
  }
  .siw-manual-group {
    letter-spacing: 0.05em;
    word-spacing: 0.5em;
  }
  @media (forced-colors: active) {
    [aria-invalid='true'] {
      border: 3px solid;
    }
    .siw-alert,
    .siw-primary,
    .siw-plain,
    .siw-quiet {
      border: 1px solid;
    }
  }
`;
