/**
 * What only `recovery-codes` draws. Where its buttons do not fit into one row, the one that is left over fills its own; a
 * place that has nothing to say does not shorten it.
 */
export const styles = `
.siw-recovery-codes-facts { display: grid; gap: 0.5rem; padding-inline-start: 1.25rem; }
.siw-recovery-codes-box { display: grid; gap: 0.75rem; padding: 1rem; border-radius: var(--_radius); background: var(--_veil); }
.siw-recovery-codes-list { display: grid; justify-content: center; gap: 0.375rem; list-style: none; font-family: ui-monospace, monospace; font-size: 1.0625rem; }
.siw-recovery-codes-actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
.siw-recovery-codes-actions [role='status'] { order: 1; }
@container (width < 24rem) {
.siw-recovery-codes-actions button { flex: auto; justify-content: center; }
.siw-recovery-codes-actions > :empty { margin-inline-start: -0.5rem; }
}
`;
