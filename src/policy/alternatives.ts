/** What else could stand in a slot: every set of methods that satisfies the policy can be reached, and none twice. Pure. */
import type { Candidate } from './candidates.js';
import type { PlannableOffer } from './organization-policy.js';
import { familiesWith, inOrder, type Slot } from './slots.js';

/**
 * The offers of a slot: the chosen one, then what may replace it. Each leaves the other slots satisfiable.
 *
 * A method that stands in another slot is no alternative here, unless taking it here opens that slot to methods that
 * could not stand in this one: of app and phone, where e-mail would do for the second, the phone may be the first.
 */
export function offersOf<O extends PlannableOffer>(
  slot: Slot<O>,
  slots: readonly Slot<O>[],
  available: readonly Candidate<O>[],
  families: ReadonlySet<string>,
): readonly [O, ...O[]] {
  const before = slots.slice(0, slots.indexOf(slot));
  const holderOf = ({ key }: Candidate<O>): Slot<O> | undefined => slots.find(({ chosen }) => chosen.key === key);
  const isFree = (candidate: Candidate<O>): boolean => holderOf(candidate) === undefined;
  const mayReplace = (candidate: Candidate<O>): boolean => {
    if (!slot.fits(candidate)) return false;
    const holder = holderOf(candidate);
    if (holder === undefined) return true;
    return holder !== slot && available.some((one) => isFree(one) && holder.fits(one) && !slot.fits(one));
  };
  const others = inOrder(available, familiesWith(families, before)).filter(mayReplace);
  return [slot.chosen.offer, ...others.map(({ offer }) => offer)];
}
