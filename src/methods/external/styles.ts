/** What only `external` draws: the name of the other site, which may be long. */
export const styles = `
.siw-external-site { overflow-wrap: anywhere; }
`;
