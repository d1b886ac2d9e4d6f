/** The slots beyond what sign-in and reset need: the campaign's, and those that close the run. Pure. */
import { type Candidate, isUsable, keyOf } from './candidates.js';
import { campaignKinds, campaignReason } from './demands.js';
import { traitsOf } from './method-traits.js';
import type { PlannableOffer } from './organization-policy.js';
import type { Asked } from './skip.js';
import { fillAll, fillSome, type Slot, type Stock } from './slots.js';

/** The slots, and the campaign's behind them if it asks for something that can be had. */
export function withCampaign<O extends PlannableOffer>(
  slots: readonly Slot<O>[],
  asked: Asked<O>,
  had: readonly Candidate<O>[],
  stock: Stock<O>,
): readonly Slot<O>[] {
  if (campaignReason(asked, had, slots) !== 'missing') return slots;
  const kinds = campaignKinds(asked);
  const fits = ({ offer, signIn }: Candidate<O>): boolean => signIn && kinds.includes(offer.kind);
  return fillAll([{ id: 'campaign', asks: 'campaign', fits }], stock, slots) ?? slots;
}

/** What closes the run, out of what is not there yet; each stands for itself alone. */
export function closingSlots<O extends PlannableOffer>(
  closing: readonly Candidate<O>[],
  asked: Asked<O>,
  { hasRoom }: Stock<O>,
  slots: readonly Slot<O>[],
): readonly Slot<O>[] {
  const isPlanned = ({ key }: Candidate<O>): boolean => slots.some(({ chosen }) => chosen.key === key);
  const available = closing.filter((one) => !isPlanned(one) && isUsable(one, asked));
  const before = slots.map(({ chosen }) => chosen.offer.kind);
  return fillSome(
    available.map(({ key, offer }) => ({
      id: ['closing', offer.kind, offer.offerId].filter((part) => part !== undefined).join('-'),
      asks: 'closing',
      fits: (one) => one.key === key,
    })),
    { available, families: new Set(), hasRoom: (kind, beside) => hasRoom(kind, [...before, ...beside]) },
  );
}

/**
 * App passwords only where a second method is switched on for the person: nothing else would refuse old programs. What
 * the policy allows for sign-in is asked for there, if at all.
 */
export function closingCandidates<O extends PlannableOffer>({ policy }: Asked<O>): readonly Candidate<O>[] {
  const forSignIn = new Set(policy.methods.filter(({ usage }) => usage.includes('sign-in')).map(keyOf));
  const offers = (policy.closing ?? []).filter((offer) => {
    const { closesUnder } = traitsOf(offer);
    return (closesUnder === undefined || closesUnder === policy.mfa.enforcement) && !forSignIn.has(keyOf(offer));
  });
  const byKey = new Map(offers.map((offer) => [keyOf(offer), offer]));
  return [...byKey].map(([key, offer]) => ({ key, offer, signIn: false, recovery: false }));
}
