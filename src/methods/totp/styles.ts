/** What only `totp` draws. */
export const styles = `
.siw-totp-here { justify-self: center; }
`;
