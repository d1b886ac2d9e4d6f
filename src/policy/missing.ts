/** What a person still lacks by the policy, and with which words they are refused when nothing could mend it. Pure. */
import type { Ms } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { Candidate } from './candidates.js';
import { traitsOf } from './method-traits.js';
import type { PlannableOffer } from './organization-policy.js';
import type { Person, PlanContext } from './person.js';
import type { Asked } from './skip.js';
import type { Lack, Missing } from './slots.js';

/** A pass that works once leaves this long to register what frees from it. */
const passLasts: Ms = 600_000;

/** What the plan has to provide. */
export function missingOf<O extends PlannableOffer>(
  { policy: { mfa, sspr }, person, context }: Asked<O>,
  allowed: readonly Candidate<O>[],
  had: readonly Candidate<O>[],
): Missing {
  const isEnforced = mfa.enforcement !== 'none';
  const byPass = context.temporaryPass === undefined ? [] : allowed.filter(isPasswordless);
  const resetCount = person.isAdmin === true ? (sspr?.administrators?.count ?? 2) : (sspr?.count ?? 0);
  const resetsAsked = sspr?.enabled === true && (sspr.requireAtSignIn || isEnforced);
  return {
    signIn: (isEnforced || byPass.length > 0) && !had.some(({ signIn }) => signIn),
    resets: resetsAsked ? Math.max(0, resetCount - had.filter(({ recovery }) => recovery).length) : 0,
    resetCount,
    preferredKinds: byPass.map(({ offer }) => offer.kind),
  };
}

function isPasswordless<O extends PlannableOffer>({ offer, signIn }: Candidate<O>): boolean {
  return signIn && traitsOf(offer).passwordless === true;
}

/** How long the person may take, where a pass sets the time. */
export function passEndsIn({ temporaryPass, now }: PlanContext): Ms | undefined {
  return temporaryPass?.once ? Math.max(0, temporaryPass.usedAt + passLasts - now) : undefined;
}

/** Why nothing can be asked for: it cannot be used here and now, or the organisation allows nothing for it. */
export function refusalFor<O extends PlannableOffer>(
  lack: Lack,
  allowed: readonly Candidate<O>[],
  { isAdmin }: Person,
): EnrollmentFault {
  if (allowed.some((one) => (lack === 'sign-in' ? one.signIn : one.recovery))) return { code: 'method_unavailable' };
  return { code: 'policy_denied', reason: isAdmin === true ? 'role' : 'other' };
}
