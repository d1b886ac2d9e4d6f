/** The slots beyond what sign-in and reset need: the campaign's, and those that close the run. Pure. */
import { type Candidate, isAvailable, keyOf, registeredKeys } from './candidates.js';
import { traitsOf } from './method-traits.js';
import type { PlannableOffer } from './organization-policy.js';
import { type Asked, isSnoozed } from './skip.js';
import { inOrder, type Slot } from './slots.js';

/**
 * The nudge towards a stronger method: for those who have a second method or are about to, never in a browser on a
 * phone, and not where the stronger method is there or asked for anyway.
 */
export function campaignSlot<O extends PlannableOffer>(
  asked: Asked<O>,
  had: readonly Candidate<O>[],
  available: readonly Candidate<O>[],
  slots: readonly Slot<O>[],
  families: ReadonlySet<string>,
): readonly Slot<O>[] {
  const { campaign } = asked.policy;
  if (campaign === undefined || asked.context.device === 'phone' || isSnoozed(asked, 'campaign')) return [];
  const { kinds = ['push'] } = campaign;
  const planned = slots.map(({ chosen }) => chosen);
  const standing = [...had, ...planned];
  const hasSecond = standing.some(({ signIn }) => signIn);
  if (!hasSecond || standing.some(({ offer }) => kinds.includes(offer.kind))) return [];
  const fits = ({ offer, signIn }: Candidate<O>): boolean => signIn && kinds.includes(offer.kind);
  const [chosen] = inOrder(available, families).filter((one) => fits(one) && !planned.includes(one));
  return chosen === undefined ? [] : [{ id: 'campaign', asks: 'campaign', fits, chosen }];
}

/** What closes the run and is not there yet; each stands for itself alone. */
export function closingSlots<O extends PlannableOffer>(asked: Asked<O>, slots: readonly Slot<O>[]): Slot<O>[] {
  const { policy, person, context } = asked;
  const closing = closingCandidates(asked);
  const had = registeredKeys(closing, person.registered);
  return closing
    .filter((one) => !had.has(one.key) && !slots.some(({ chosen }) => chosen.key === one.key))
    .filter((one) => isAvailable(one, policy, person, context))
    .map((chosen) => ({
      id: ['closing', chosen.offer.kind, chosen.offer.offerId].filter(Boolean).join('-'),
      asks: 'closing',
      fits: (one) => one.key === chosen.key,
      chosen,
    }));
}

/** App passwords only where a second method is switched on for the person: nothing else would refuse old programs. */
export function closingCandidates<O extends PlannableOffer>({ policy }: Asked<O>): readonly Candidate<O>[] {
  const offers = (policy.closing ?? []).filter((offer) => {
    const { closesUnder } = traitsOf(offer);
    return closesUnder === undefined || closesUnder === policy.mfa.enforcement;
  });
  const byKey = new Map(offers.map((offer) => [keyOf(offer), offer]));
  return [...byKey].map(([key, offer]) => ({ key, offer, signIn: false, recovery: false }));
}
