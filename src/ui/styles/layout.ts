/** The card: one column, fluid by its own width, since the host decides how wide it is. */
import { css } from 'lit';

export const layout = css`
  .siw-frame {
    container-type: inline-size;
    max-inline-size: var(--siw-width, 27.5rem);
    margin-inline: auto;
  }
  .siw-card {
    display: grid;
    gap: 1.25rem;
    padding: var(--_padding);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .siw-page,
  .siw-body,
  .siw-body > :not(p) {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .siw-account {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75rem;
    overflow-wrap: anywhere;
  }
  .siw-account :first-child {
    inline-size: 100%;
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
