/** What only `badge` draws. */
export const styles = `
.siw-badge-number, .siw-badge-pin {
  max-inline-size: 14ch;
  letter-spacing: 0.12em;
  font-variant-numeric: tabular-nums;
}
`;
