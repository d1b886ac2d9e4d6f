/** Fills the slots of a plan: as few methods as satisfy sign-in and reset together, the strongest first. Pure. */
import type { Candidate } from './candidates.js';
import { traitsOf } from './method-traits.js';
import type { PlannableOffer } from './organization-policy.js';

/** What a slot is there for, and the method that stands in it first. */
export interface Slot<O extends PlannableOffer> {
  /** The same whenever the same thing is missing, so that it can be followed from plan to plan. */
  readonly id: string;
  /** Whose rule says whether it may be put off. */
  readonly asks: 'sign-in' | 'recovery' | 'campaign' | 'closing';
  /** Which methods could stand in it. */
  readonly fits: (candidate: Candidate<O>) => boolean;
  readonly chosen: Candidate<O>;
}

/** What is missing. */
export interface Missing {
  /** A second method at sign-in. */
  readonly signIn: boolean;
  /** How many methods a reset still lacks, and how many it takes. */
  readonly resets: number;
  readonly resetCount: number;
  /** Kinds that sign-in takes before all others, where one of them is to be had. */
  readonly preferredKinds?: readonly string[];
}

/** What nothing can provide. */
export type Lack = 'sign-in' | 'recovery';

/** The slots that can be filled, and what is missing beyond them. */
export interface Filling<O extends PlannableOffer> {
  readonly slots: readonly Slot<O>[];
  readonly lacks: readonly Lack[];
}

/**
 * Fills the slots out of what can be registered now. `families` are those that the person has a method of already.
 *
 * A slot for sign-in takes a method that counts for the reset too where there is one: that is what makes them few.
 */
export function fill<O extends PlannableOffer>(
  available: readonly Candidate<O>[],
  missing: Missing,
  families: ReadonlySet<string>,
): Filling<O> {
  const slots: Slot<O>[] = [];
  const lacks: Lack[] = [];
  const place = (id: string, asks: Slot<O>['asks'], fits: Slot<O>['fits']): boolean => {
    const chosen = inOrder(available, familiesWith(families, slots)).find(
      (candidate) => fits(candidate) && !slots.some((slot) => slot.chosen.key === candidate.key),
    );
    if (chosen !== undefined) slots.push({ id, asks, fits, chosen });
    return chosen !== undefined;
  };

  const { signIn, resets, resetCount, preferredKinds } = missing;
  let left = resets;
  if (signIn) {
    const all = available.filter((candidate) => candidate.signIn);
    const preferred = all.filter(({ offer }) => preferredKinds?.includes(offer.kind));
    const pool = new Set(preferred.length > 0 ? preferred : all);
    const isShared = left > 0 && [...pool].some(({ recovery }) => recovery);
    const isPlaced = place('sign-in', 'sign-in', (one) => pool.has(one) && (!isShared || one.recovery));
    if (!isPlaced) lacks.push('sign-in');
    else if (isShared) left -= 1;
  }
  for (; left > 0; left -= 1) {
    // Named by its place among those that a reset takes.
    const isPlaced = place(`recovery-${resetCount - left + 1}`, 'recovery', ({ recovery }) => recovery);
    if (isPlaced) continue;
    lacks.push('recovery');
    break;
  }
  return { slots, lacks };
}

/** The families that are there, and those that will be. */
export function familiesWith<O extends PlannableOffer>(
  families: ReadonlySet<string>,
  slots: readonly Slot<O>[],
): ReadonlySet<string> {
  return new Set([...families, ...familiesOf(slots.map(({ chosen }) => chosen))]);
}

/** The families of these methods. */
export function familiesOf<O extends PlannableOffer>(candidates: readonly Candidate<O>[]): readonly string[] {
  return candidates.flatMap(({ offer }) => traitsOf(offer).family ?? []);
}

/** Strongest first, but what is of a family that is there already comes last: two apps on one phone are lost together. */
export function inOrder<O extends PlannableOffer>(
  candidates: readonly Candidate<O>[],
  families: ReadonlySet<string>,
): readonly Candidate<O>[] {
  const isMore = ({ offer }: Candidate<O>): boolean => families.has(traitsOf(offer).family ?? '');
  return [...candidates.filter((one) => !isMore(one)), ...candidates.filter(isMore)];
}
