/** What only `email` draws: the place below the field where a guess may appear. */
export const styles = `
.siw-email-typo:has(bdi) { margin-block-start: 0.5rem; }
`;
