/** The value of the choice to write a question; no id of a backend's, which are opaque but never have a space at the start. */
export const ownChoice = ' own';
