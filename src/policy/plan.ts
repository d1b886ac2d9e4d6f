/** The planner: an organisation's policy, a person and the circumstances → what is asked for, in order. Pure and total. */
import type { Ms, Offer } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { Requirement } from '../contract/security-info.js';
import { offersOf } from './alternatives.js';
import { type Candidate, candidatesOf, isUsable, registeredKeys, roomBeside } from './candidates.js';
import { closingCandidates, closingSlots, withCampaign } from './extra-slots.js';
import { traitsOf } from './method-traits.js';
import { neededSlots, passEndsIn, refusalFor } from './missing.js';
import type { OrganizationPolicy, PlannableOffer } from './organization-policy.js';
import { day, type Person, type PlanContext } from './person.js';
import { type Asked, isPutOff, skipOf } from './skip.js';
import { familiesOf, type Place, type Slot, type Stock } from './slots.js';

/**
 * A requirement of the contract, over offers that may be of kinds the contract does not know yet. Its id is `sign-in`,
 * `recovery-1`, `recovery-2`, `campaign` or `closing-` and a kind: the same from plan to plan.
 *
 * @example
 * const requirement: Requirement = planned.info.requirements[0]; // as long as `O` is the contract's `Offer`
 */
export type PlannedRequirement<O extends PlannableOffer = Offer> = Omit<Requirement, 'anyOf'> & {
  readonly anyOf: readonly [O, ...O[]];
};

/**
 * The part of a `SecurityInfo` that a policy decides: put it beside what the backend knows.
 *
 * @example
 * const info: SecurityInfo = { account, methods, pending, ...planned.info };
 */
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
 *
 * @example
 * if (planned.type === 'blocked') throw new EnrollmentError(planned.fault); // method_unavailable or policy_denied
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
  const closing = closingCandidates(asked).filter(({ key }) => !allowed.some((one) => one.key === key));
  // Together, so that one registered method is counted once.
  const keys = registeredKeys([...allowed, ...closing], person.registered);
  const had = allowed.filter(({ key }) => keys.has(key));
  const others = allowed.filter(({ key }) => !keys.has(key));
  const stock: Stock<O> = {
    available: others.filter((one) => !traitsOf(one.offer).neverAsked && isUsable(one, asked)),
    families: new Set(familiesOf(had)),
    hasRoom: roomBeside(policy.caps, person.registered),
  };
  const { slots: needed, lacks } = neededSlots(asked, allowed, had, stock);
  const slots = withCampaign(needed, asked, had, stock);
  const last = closing.filter(({ key }) => !keys.has(key));
  const all = [...slots, ...closingSlots(last, asked, stock, slots)];

  const mustHave = (place: Place<O>): boolean => skipOf(place, asked) === undefined;
  const lack = lacks.find(mustHave);
  if (lack !== undefined) return blocked(refusalFor(lack, others, person));
  if (context.denied !== undefined) {
    return all.some(mustHave)
      ? blocked({ code: 'policy_denied', reason: context.denied })
      : { type: 'nothing', info: { requirements: [], addable: [] } };
  }

  const endsIn = passEndsIn(context);
  const info: PlannedInfo<O> = {
    requirements: all.map((slot) => requirementOf(slot, all, stock, asked)),
    addable: addableOf(
      [...allowed.filter(({ signIn, recovery }) => signIn || recovery), ...closing],
      asked,
      keys,
      stock,
    ),
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
  stock: Stock<O>,
  asked: Asked<O>,
): PlannedRequirement<O> {
  const skip = skipOf(slot, asked);
  return {
    id: slot.id,
    anyOf: offersOf(slot, slots, stock),
    status: skip !== undefined && isPutOff(slot.id, asked) ? 'put-off' : 'open',
    ...(skip && { skip }),
  };
}

/** What is there already may be added again only if a person may have several of it. */
function addableOf<O extends PlannableOffer>(
  allowed: readonly Candidate<O>[],
  asked: Asked<O>,
  had: ReadonlySet<string>,
  { hasRoom }: Stock<O>,
): readonly O[] {
  return allowed
    .filter(({ key, offer }) => !had.has(key) || traitsOf(offer).several)
    .filter((one) => isUsable(one, asked) && hasRoom(one.offer.kind, []))
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
