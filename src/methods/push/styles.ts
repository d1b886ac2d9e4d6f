/** What only `push` draws: the phone with the app's icon, the links to stores, the number to compare. */
export const styles = `
.siw-push-phone { display: grid; place-items: center; inline-size: 4.5rem; block-size: 7.5rem; margin-inline: auto; border: 2px solid var(--_muted); border-radius: 0.875rem; }
.siw-push-icon { inline-size: 2.5rem; block-size: 2.5rem; border-radius: 0.625rem; color: var(--_accent); }
.siw-push-stores { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; }
.siw-push-stores a { color: inherit; text-decoration: none; border-radius: var(--_radius); }
.siw-push-open { justify-self: center; }
.siw-push-number { justify-self: center; padding: 0.5rem 2rem; border-radius: var(--_radius); background: var(--_veil); font-size: 3rem; font-weight: 600; line-height: 1.25; letter-spacing: 0.15em; margin-inline-end: -0.15em; }
`;
