/** What only `email` draws: the place below the field, with room around a guess. */
export const styles = `
#siw-typo:has(bdi) { margin-block-start: 0.5rem; }
`;
