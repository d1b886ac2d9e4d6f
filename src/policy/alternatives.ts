/** What else could stand in a slot: every set of methods that satisfies the policy can be reached, and none twice. Pure. */
import type { Candidate } from './candidates.js';
import type { PlannableOffer } from './organization-policy.js';
import { fillAll, inOrder, type Place, type Slot, type Stock } from './slots.js';

/**
 * The offers of a slot: the chosen one, then what may replace it. Each leaves the other slots satisfiable.
 *
 * A method that stands in another slot is no alternative here, unless taking it here opens that slot to methods that
 * could not stand in this one: of app and phone, where e-mail would do for the second, the phone may be the first.
 */
export function offersOf<O extends PlannableOffer>(
  slot: Slot<O>,
  slots: readonly Slot<O>[],
  stock: Stock<O>,
): readonly [O, ...O[]] {
  const others = slots.filter((other) => other !== slot && isNeeded(other));
  const holderOf = ({ key }: Candidate<O>): Slot<O> | undefined => slots.find(({ chosen }) => chosen.key === key);

  /** What the other slots may hold when `candidate` stands here. */
  const placesBeside = (candidate: Candidate<O>): readonly Place<O>[] => {
    const holder = holderOf(candidate);
    if (holder === undefined || !isNeeded(holder)) return others;
    const opened = (one: Candidate<O>): boolean => holder.fits(one) && !slot.fits(one) && holderOf(one) === undefined;
    return others.map((other) => ({
      ...other,
      fits: other === holder ? opened : (one: Candidate<O>): boolean => one.key === other.chosen.key,
    }));
  };
  const mayReplace = (candidate: Candidate<O>): boolean => {
    if (candidate === slot.chosen || !slot.fits(candidate)) return false;
    if (!isNeeded(slot) && holderOf(candidate) !== undefined) return false;
    return fillAll(placesBeside(candidate), stock, [{ ...slot, chosen: candidate }]) !== undefined;
  };
  const before = slots.slice(0, slots.indexOf(slot));
  const replacements = inOrder(stock, before).filter(mayReplace);
  return [slot.chosen.offer, ...replacements.map(({ offer }) => offer)];
}

/** A nudge gives way to whatever is needed: what it is for may be taken earlier. */
function isNeeded<O extends PlannableOffer>({ asks }: Slot<O>): boolean {
  return asks === 'sign-in' || asks === 'recovery';
}
