/** What only `external` draws: whose page comes next, to be compared with the address there. */
export const styles = `
.siw-external-site { padding: 0.75rem 1rem; border-radius: var(--_radius); background: var(--_veil); font-weight: 600; text-align: center; overflow-wrap: anywhere; }
`;
