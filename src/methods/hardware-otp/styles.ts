/** What only `hardware-otp` draws: the back of a token with its number marked, and the number as it is typed. */
export const styles = `
.siw-hardware-otp-back { inline-size: 12rem; max-inline-size: 100%; margin-inline: auto; overflow: visible; fill: none; stroke: var(--_muted); stroke-width: 2; }
.siw-hardware-otp-mark { stroke: var(--_accent); }
.siw-hardware-otp-mark path { stroke-width: 4; stroke-dasharray: 4 3; }
.siw-hardware-otp-serial { font-variant-numeric: tabular-nums; letter-spacing: 0.08em; }
`;
