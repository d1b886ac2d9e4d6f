/** What only `recovery-codes` draws. */
export const styles = `
.siw-recovery-codes-facts { display: grid; gap: 0.5rem; padding-inline-start: 1.25rem; }
.siw-recovery-codes-box { display: grid; gap: 0.75rem; padding: 1rem; border-radius: var(--_radius); background: var(--_veil); }
.siw-recovery-codes-list { display: grid; justify-content: center; gap: 0.375rem; list-style: none; font-family: ui-monospace, monospace; font-size: 1.0625rem; }
.siw-recovery-codes-actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
.siw-recovery-codes-actions [role='status'] { order: 1; }
`;
