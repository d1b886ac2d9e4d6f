/** The card: one column, fluid by its own width, since the host decides how wide it is. */
import { css } from 'lit';

export const layout = css`
  .siw-frame {
    container-type: inline-size;
    max-inline-size: 27.5rem;
    margin-inline: auto;
  }
  .siw-card {
    display: grid;
    gap: 1.25rem;
    padding: var(--_padding);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .siw-top {
    display: grid;
    gap: 0.5rem;
  }
  .siw-page,
  .siw-body {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .siw-body > * {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .siw-account {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.5rem;
    overflow-wrap: anywhere;
  }
  .siw-account > :not(:last-child)::after {
    content: '·';
    padding-inline-start: 0.5rem;
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
  .siw-buttons {
    display: flex;
    flex-wrap: wrap;
    flex-direction: row-reverse;
    justify-content: space-between;
    gap: 0.75rem;
  }
  .siw-links {
    display: grid;
    justify-items: start;
    gap: 0.25rem;
    font-size: 0.875rem;
  }
  .siw-choices {
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
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .siw-choice :focus-visible {
    outline: none;
  }
  .siw-rows {
    display: grid;
    list-style: none;
    border-block: 1px solid var(--_faint);
  }
  .siw-row {
    display: flex;
    align-items: flex-start;
    gap: 0.75rem;
    padding-block: 0.75rem;
  }
  .siw-row + .siw-row {
    border-block-start: 1px solid var(--_faint);
  }
  .siw-row > .siw-icon {
    color: var(--_accent);
  }
  .siw-row > :not(.siw-icon) {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
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
  @media (prefers-reduced-motion: no-preference) {
    .siw-tick path {
      stroke-dasharray: 24;
      animation: siw-draw 320ms ease-out;
    }
    @keyframes siw-draw {
      from {
        stroke-dashoffset: 24;
      }
    }
  }
  @container (width < 24rem) {
    .siw-card {
      padding: var(--siw-padding, 1.25rem);
    }
    .siw-buttons {
      flex-direction: column;
    }
    .siw-buttons > * {
      inline-size: 100%;
    }
  }
`;
