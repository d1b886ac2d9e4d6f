/** Why a plan is as it is, for support staff and for whoever writes a policy. Never shown to the person. Pure and total. */
import type { Usage } from '../contract/enrollment.js';
import type { Requirement } from '../contract/security-info.js';
import { offersOf } from './alternatives.js';
import { campaignReason, type CampaignReason, demandsOf, type RecoveryReason, type SignInReason } from './demands.js';
import { type Draft, draft } from './draft.js';
import { type ExplainedMethod, methodReasons } from './method-reasons.js';
import type { OrganizationPolicy, PlannableOffer } from './organization-policy.js';
import type { Person, PlanContext } from './person.js';
import { plan, type Plan } from './plan.js';
import { type Asked, rulingOn, type SkipReason } from './skip.js';
import type { Slot } from './slots.js';

/**
 * A requirement, or a place for one that nothing can fill (`anyOf` is empty then).
 *
 * @example
 * const { asks, alsoRecovery, why } = explanation.requirements[0]; // 'sign-in', true, 'no-grace'
 */
export interface ExplainedRequirement {
  /** The id that it has in the plan. */
  readonly id: string;
  /** What it is asked for. */
  readonly asks: Usage | 'campaign' | 'closing';
  /** Asked for sign-in, and counted for the reset as well: that is what makes them few. */
  readonly alsoRecovery: boolean;
  /** The kinds that would do, the chosen one first. */
  readonly anyOf: readonly string[];
  readonly skip?: NonNullable<Requirement['skip']>;
  /** Why it may be put off, or may not. */
  readonly why: SkipReason;
}

/**
 * A plan with its reasons.
 *
 * @example
 * const { plan, methods } = explanation;
 */
export interface Explanation<O extends PlannableOffer = PlannableOffer> {
  readonly plan: Plan<O>;
  readonly signIn: SignInReason;
  readonly recovery: {
    readonly why: RecoveryReason;
    /** How many methods a reset takes, and how many of them are missing. */
    readonly count: number;
    readonly missing: number;
  };
  readonly campaign: CampaignReason;
  /** In order. Those of a plan that is blocked or refused are told as well. */
  readonly requirements: readonly ExplainedRequirement[];
  /** Every method that the policy names or the person has, strongest first. */
  readonly methods: readonly ExplainedMethod[];
}

/**
 * Plans, and says why: each method in or out, each requirement with or without "Skip". Answers the same plan as
 * {@link plan}.
 *
 * @example
 * const { methods } = explain(policy, { registered: [] }, { now: Date.now() });
 * for (const { kind, why } of methods) console.log(kind, why); // 'push asked', 'phone alternative', 'email not-needed'
 */
export function explain<O extends PlannableOffer>(
  policy: OrganizationPolicy<O>,
  person: Person,
  context: PlanContext,
): Explanation<O> {
  const asked: Asked<O> = { policy, person, context };
  const drafted = draft(asked);
  const { had, stock, slots, lacks } = drafted;
  const { signIn, recovery, count, left } = demandsOf(asked, had, stock);
  const offered = slots.map((slot) => ({ ...slot, anyOf: offersOf(slot, slots, stock) }));
  const needed = slots.filter(({ asks }) => asks === 'sign-in' || asks === 'recovery');
  const isShared = isSharedIn(drafted, left);
  return {
    plan: plan(policy, person, context),
    signIn,
    recovery: { why: recovery, count, missing: left },
    campaign: campaignReason(asked, had, needed),
    requirements: [...offered, ...lacks.map((place) => ({ ...place, chosen: undefined, anyOf: [] }))]
      .map((slot): ExplainedRequirement => ({
        id: slot.id,
        asks: slot.asks,
        alsoRecovery: isShared(slot),
        anyOf: slot.anyOf.map(({ kind }) => kind),
        ...rulingOn(slot, asked),
      }))
      .sort((a, b) => order.indexOf(a.asks) - order.indexOf(b.asks)),
    methods: methodReasons(asked, drafted, offered),
  };
}

/** Of a plan; what nothing can fill stands in its place too. */
const order: readonly ExplainedRequirement['asks'][] = ['sign-in', 'recovery', 'campaign', 'closing'];

/** Of the methods that a reset lacks, one is the method for sign-in where no slot of its own is asked for it. */
function isSharedIn<O extends PlannableOffer>(
  { slots, lacks }: Draft<O>,
  left: number,
): (slot: { readonly asks: Slot<O>['asks']; readonly chosen: Slot<O>['chosen'] | undefined }) => boolean {
  const own = [...slots, ...lacks].filter(({ asks }) => asks === 'recovery').length;
  return ({ asks, chosen }) => asks === 'sign-in' && chosen?.recovery === true && own < left;
}
