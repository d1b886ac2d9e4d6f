/** What only `totp` draws: the key in groups, and its rows. */
export const styles = `
.siw-totp-manual { display: grid; gap: 0.25rem; padding: 1rem; border-radius: var(--_radius); background: var(--_veil); }
.siw-totp-manual dt { font-size: 0.875rem; color: var(--_muted); }
.siw-totp-manual dd { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
.siw-totp-manual dd + dt { margin-block-start: 0.75rem; }
.siw-totp-value { inline-size: 100%; direction: ltr; overflow-wrap: anywhere; font-weight: 600; }
.siw-totp-group { display: inline-block; margin-inline-end: 0.5em; letter-spacing: 0.05em; }
.siw-totp-here { justify-self: center; }
`;
