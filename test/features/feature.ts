/** A row of what is promised: what a person meets, and where; or why nobody does. */
export interface Feature {
  /** `I`: in the wizard alone. `B`: in the wizard and on a page to manage methods. `M`: on such a page alone. */
  readonly mode: 'I' | 'B' | 'M';
  /** What there is to see, in a few words. */
  readonly what: string;
  /** Why it is not there, where that was decided. */
  readonly leftOut?: string;
}

/** Why nothing here shows a row of mode `M`. */
export const managed = 'manage page, not part of the wizard';
