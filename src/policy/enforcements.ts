/** THE table of enforcements: which kinds each takes, and for how many days it may be put off. Data only. */
import type { Enforcement } from './organization-policy.js';

/** What an enforcement adds to the policy. */
export interface EnforcementRules {
  /** Only these kinds satisfy it. */
  readonly kinds?: readonly string[];
  /** Days from the first asking during which it may be put off. 0: never. */
  readonly graceDays: number;
}

export const enforcements: Readonly<Record<Enforcement, EnforcementRules>> = {
  none: { graceDays: 0 },
  'per-user': { graceDays: 0 },
  conditional: { graceDays: 0 },
  risk: { graceDays: 14 },
  // Had fourteen days until 2025.
  baseline: { kinds: ['push', 'totp'], graceDays: 0 },
};
