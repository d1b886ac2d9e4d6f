/** The planner: an organisation's policy, a person and the circumstances → what is asked for, in order. Pure and total. */
import type { Ms, Offer } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { Requirement } from '../contract/security-info.js';
import { offersOf } from './alternatives.js';
import { type Candidate, candidatesOf, isAvailable, registeredKeys } from './candidates.js';
import { campaignSlot, closingCandidates, closingSlots } from './extra-slots.js';
import { missingOf, passEndsIn, refusalFor } from './missing.js';
import { traitsOf } from './method-traits.js';
import type { OrganizationPolicy, PlannableOffer } from './organization-policy.js';
import { day, type Person, type PlanContext } from './person.js';
import { type Asked, isPutOff, skipOf } from './skip.js';
import { familiesOf, familiesWith, fill, type Slot } from './slots.js';

/** A requirement of the contract, over offers that may be of kinds the contract does not know yet. */
export type PlannedRequirement<O extends PlannableOffer = Offer> = Omit<Requirement, 'anyOf'> & {
  readonly anyOf: readonly [O, ...O[]];
};

/** The part of a `SecurityInfo` that a policy decides: put it beside what the backend knows. */
export interface PlannedInfo<O extends PlannableOffer = Offer> {
  readonly requirements: readonly PlannedRequirement<O>[];
  /** What may be registered beyond that. */
  readonly addable: readonly O[];
  readonly review?: { readonly reason: 'due' };
  /** A pass that works once is about to end. */
  readonly sessionExpiresIn?: Ms;
}

/**
 * What is asked of the person. `required`: something, in this order. `review`: only to look at what is there. `nothing`:
 * let them through. `blocked`: something must be asked that nobody could give here; `load` refuses with the fault.
 */
export type Plan<O extends PlannableOffer = Offer> =
  | { readonly type: 'required' | 'review' | 'nothing'; readonly info: PlannedInfo<O> }
  | { readonly type: 'blocked'; readonly fault: EnrollmentFault };

/**
 * Plans what a person is asked to register: as few methods as satisfy sign-in and reset together, the strongest first,
 * each with what may stand in for it. It never throws and never asks for the same method twice; when the first one is
 * registered, the next plan is the rest of this one.
 *
 * Where a second method is enforced, everything goes by its rule of putting off; a reset alone may be put off for ever.
 *
 * @example
 * const planned = plan(policy, { registered: [] }, { now: Date.now() });
 * if (planned.type === 'blocked') throw new EnrollmentError(planned.fault);
 * return { account, methods: [], pending: [], ...planned.info }; // a SecurityInfo, for `load` to answer
 */
export function plan<O extends PlannableOffer = Offer>(
  policy: OrganizationPolicy<O>,
  person: Person,
  context: PlanContext,
): Plan<O> {
  const asked: Asked<O> = { policy, person, context };
  const allowed = candidatesOf(policy, person);
  const keys = registeredKeys(allowed, person.registered);
  const had = allowed.filter(({ key }) => keys.has(key));
  const others = allowed.filter(({ key }) => !keys.has(key));
  const available = others.filter(
    (one) => !traitsOf(one.offer).neverAsked && isAvailable(one, policy, person, context),
  );

  const families = new Set(familiesOf(had));
  const { slots: needed, lacks } = fill(available, missingOf(asked, allowed, had), families);
  const nudge = campaignSlot(asked, had, available, needed, familiesWith(families, needed));
  const slots = [...needed, ...nudge];
  const all = [...slots, ...closingSlots(asked, slots)];

  const mustHave = (one: Pick<Slot<O>, 'id' | 'asks'>): boolean => skipOf(one, asked) === undefined;
  const lack = lacks.find((asks) => mustHave({ id: asks, asks }));
  if (lack !== undefined) return blocked(refusalFor(lack, others, person));
  if (context.denied !== undefined) {
    return all.some(mustHave)
      ? blocked({ code: 'policy_denied', reason: context.denied })
      : { type: 'nothing', info: { requirements: [], addable: [] } };
  }

  const endsIn = passEndsIn(context);
  const info: PlannedInfo<O> = {
    requirements: all.map((slot) => requirementOf(slot, all, available, families, asked)),
    addable: addableOf(asked, allowed, keys),
    ...(endsIn !== undefined && { sessionExpiresIn: endsIn }),
  };
  if (all.length > 0) return { type: 'required', info };
  return isReviewDue(asked)
    ? { type: 'review', info: { ...info, review: { reason: 'due' } } }
    : { type: 'nothing', info };
}

function requirementOf<O extends PlannableOffer>(
  slot: Slot<O>,
  slots: readonly Slot<O>[],
  available: readonly Candidate<O>[],
  families: ReadonlySet<string>,
  asked: Asked<O>,
): PlannedRequirement<O> {
  const skip = skipOf(slot, asked);
  return {
    id: slot.id,
    anyOf: offersOf(slot, slots, available, families),
    status: skip !== undefined && isPutOff(slot.id, asked) ? 'put-off' : 'open',
    ...(skip && { skip }),
  };
}

/** What is there already may be added again only if a person may have several of it. */
function addableOf<O extends PlannableOffer>(
  asked: Asked<O>,
  allowed: readonly Candidate<O>[],
  had: ReadonlySet<string>,
): readonly O[] {
  const { policy, person, context } = asked;
  return [...allowed, ...closingCandidates(asked)]
    .filter(({ key, offer }) => !had.has(key) || traitsOf(offer).several)
    .filter((one) => isAvailable(one, policy, person, context))
    .map(({ offer }) => offer);
}

function isReviewDue<O extends PlannableOffer>({ policy: { sspr }, person, context }: Asked<O>): boolean {
  const { confirmedAt } = person;
  const days = sspr?.enabled === true ? (sspr.reconfirmDays ?? 0) : 0;
  return days > 0 && confirmedAt !== undefined && context.now >= confirmedAt + days * day;
}

function blocked<O extends PlannableOffer>(fault: EnrollmentFault): Plan<O> {
  return { type: 'blocked', fault };
}
