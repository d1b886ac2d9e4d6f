/** What only `totp` draws: the key in groups, and its rows. */
export const styles = `
.siw-totp-manual { display: grid; gap: 0.75rem; padding: 1rem; border-radius: var(--_radius); background: var(--_veil); }
.siw-totp-manual dl { display: grid; gap: 0.25rem; }
.siw-totp-manual dt { font-size: 0.875rem; color: var(--_muted); }
.siw-totp-manual dd { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 0.75rem; }
.siw-totp-manual dd + dt { margin-block-start: 0.75rem; }
.siw-totp-value { direction: ltr; overflow-wrap: anywhere; font-weight: 600; font-variant-numeric: tabular-nums; }
.siw-totp-group { display: inline-block; margin-inline-end: 0.5em; letter-spacing: 0.05em; }
.siw-totp-here { justify-self: center; }
`;
