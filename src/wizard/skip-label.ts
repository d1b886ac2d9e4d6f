/** How putting off is offered: honest about what is left, on the prompt and inside a method. */
import type { Allowance } from '../core/allowance.js';

/** The catalogues that offer it: each has the same four texts under its own name. */
type SaySkip<K extends string> = (
  text:
    | K
    | readonly [`${K}.days` | `${K}.times`, { readonly count: number }]
    | readonly [`${K}.of`, { readonly count: number; readonly total: number }],
) => string;

/** The words on the control. */
export function skipLabel<K extends 'skip' | 'skip-all'>(
  kind: K,
  { daysLeft, timesLeft, timesTotal }: Allowance,
  say: SaySkip<K>,
): string {
  if (daysLeft !== undefined) return say([`${kind}.days`, { count: daysLeft }]);
  if (timesLeft === undefined) return say(kind);
  if (timesTotal === undefined) return say([`${kind}.times`, { count: timesLeft }]);
  return say([`${kind}.of`, { count: timesLeft, total: timesTotal }]);
}
