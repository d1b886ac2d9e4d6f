/** What only `security-questions` draws: rows with room between them and names above their labels, answers that can be hidden, a warning below one. */
export const styles = `
.siw-security-questions { display: grid; gap: 2rem; }
.siw-security-questions legend { font-size: 1.125rem; }
.siw-security-questions-hidden input[name^="answer"] { -webkit-text-security: disc; }
.siw-security-questions-toggle { justify-self: start; }
.siw-security-questions-warning:not(:has(span)) { margin-block-start: -1rem; }
`;
