/** How many methods may stand: the rule of a kind, and which kinds are counted together. Pure. */
import type { MethodKind } from '../../contract/enrollment.js';

/** How many may stand: one per offer, where a new one replaces the old one; or so many, and not one more. */
export type Slots =
  | 'one-per-offer'
  | {
      readonly atMost: number;
      /** Kinds that say the same word share the number: apps and tokens, for example. Absent: each kind for itself. */
      readonly together?: string;
    };

/** Whether a method of another kind counts toward the number of this one. */
export function countsToward(
  kind: MethodKind,
  slotsOf: (kind: MethodKind) => Slots | undefined,
): (other: MethodKind) => boolean {
  const shared = togetherOf(slotsOf(kind));
  return (other) => other === kind || (shared !== undefined && togetherOf(slotsOf(other)) === shared);
}

function togetherOf(slots: Slots | undefined): string | undefined {
  return typeof slots === 'object' ? slots.together : undefined;
}
