/** The planner: an organisation's policy, a person and the circumstances → what is asked for, in order. Pure and total. */
import type { Ms, Offer } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { Requirement } from '../contract/security-info.js';
import { offersOf } from './alternatives.js';
import { draft } from './draft.js';
import { passEndsIn, refusalFor } from './missing.js';
import type { OrganizationPolicy, PlannableOffer } from './organization-policy.js';
import { day, type Person, type PlanContext } from './person.js';
import { type Asked, isPutOff, skipOf } from './skip.js';
import type { Place, Slot, Stock } from './slots.js';

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
 * each with what may stand in for it. For a policy of this type it never throws (`readPolicy` makes sure of one that comes
 * out of JSON), and it never asks for the same method twice; when the first one is registered, the next plan is the rest of
 * this one. Only a campaign may join, for who took less than it is for.
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
  const { others, stock, addable, slots: all, lacks } = draft(asked);

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
    addable,
    ...(endsIn !== undefined && { sessionExpiresIn: endsIn }),
  };
  // What the pass was for was not done in time: another one is needed.
  if (all.length > 0 && endsIn === 0) return blocked({ code: 'session_expired' });
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

function isReviewDue<O extends PlannableOffer>({ policy: { sspr }, person, context }: Asked<O>): boolean {
  const { confirmedAt } = person;
  const days = sspr?.enabled === true ? (sspr.reconfirmDays ?? 0) : 0;
  return days > 0 && confirmedAt !== undefined && context.now >= confirmedAt + days * day;
}

function blocked<O extends PlannableOffer>(fault: EnrollmentFault): Plan<O> {
  return { type: 'blocked', fault };
}
