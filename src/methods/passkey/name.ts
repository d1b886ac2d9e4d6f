/** How long the name of a passkey may be: a row of a list, on a phone too. */

/** In characters as people count them. */
export const longest = 30;
