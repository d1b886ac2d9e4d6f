/** The few styles that only the shell's own pages need. */
import { css } from 'lit';

export const shellStyles = css`
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
  .siw-name {
    font-weight: 600;
  }
`;
