/** What only `email` draws: an address in a sentence, and the place below the field where a guess may appear. */
export const styles = `
.siw-email-address { overflow-wrap: anywhere; font-weight: 600; }
.siw-email-typo:has(bdi) { margin-block-start: 0.5rem; }
`;
