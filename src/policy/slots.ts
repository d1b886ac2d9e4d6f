/** Fills the slots of a plan: as few methods as satisfy sign-in and reset together, the strongest first. Pure. */
import type { Candidate } from './candidates.js';
import { traitsOf } from './method-traits.js';
import type { PlannableOffer } from './organization-policy.js';

/** What is asked for: any method that fits. */
export interface Place<O extends PlannableOffer> {
  /** The same whenever the same thing is missing, so that it can be followed from plan to plan. */
  readonly id: string;
  /** Whose rule says whether it may be put off. */
  readonly asks: 'sign-in' | 'recovery' | 'campaign' | 'closing';
  readonly fits: (candidate: Candidate<O>) => boolean;
}

/** A place, and the method that stands in it first. */
export interface Slot<O extends PlannableOffer> extends Place<O> {
  readonly chosen: Candidate<O>;
}

/** What the slots are filled from. */
export interface Stock<O extends PlannableOffer> {
  /** What can be registered now, strongest first. */
  readonly available: readonly Candidate<O>[];
  /** The families that the person has a method of already. */
  readonly families: ReadonlySet<string>;
  /** Whether the organisation's caps leave room for one more of the kind beside these. */
  readonly hasRoom: (kind: string, beside: readonly string[]) => boolean;
}

/**
 * The first way, strongest first, to fill all the places beside what is `taken`; `undefined` when there is none. Looks
 * back, because what is strongest in one place may be the only one for the next, or use up its room.
 */
export function fillAll<O extends PlannableOffer>(
  [place, ...rest]: readonly Place<O>[],
  stock: Stock<O>,
  taken: readonly Slot<O>[] = [],
): readonly Slot<O>[] | undefined {
  if (place === undefined) return taken;
  const kinds = taken.map(({ chosen }) => chosen.offer.kind);
  for (const chosen of inOrder(stock, taken)) {
    const isTaken = taken.some((slot) => slot.chosen.key === chosen.key);
    if (isTaken || !place.fits(chosen) || !stock.hasRoom(chosen.offer.kind, kinds)) continue;
    const filled = fillAll(rest, stock, [...taken, { ...place, chosen }]);
    if (filled !== undefined) return filled;
  }
  return undefined;
}

/** Fills what can be filled, in order, where all of it cannot be. */
export function fillSome<O extends PlannableOffer>(places: readonly Place<O>[], stock: Stock<O>): readonly Slot<O>[] {
  return places.reduce<readonly Slot<O>[]>((taken, place) => fillAll([place], stock, taken) ?? taken, []);
}

/** Strongest first, but what is of a family that is there already comes last: two apps on one phone are lost together. */
export function inOrder<O extends PlannableOffer>(
  { available, families }: Stock<O>,
  taken: readonly Slot<O>[],
): readonly Candidate<O>[] {
  const there = new Set([...families, ...familiesOf(taken.map(({ chosen }) => chosen))]);
  const isMore = ({ offer }: Candidate<O>): boolean => there.has(traitsOf(offer).family ?? '');
  return [...available.filter((one) => !isMore(one)), ...available.filter(isMore)];
}

/** The families of these methods. */
export function familiesOf<O extends PlannableOffer>(candidates: readonly Candidate<O>[]): readonly string[] {
  return candidates.flatMap(({ offer }) => traitsOf(offer).family ?? []);
}
