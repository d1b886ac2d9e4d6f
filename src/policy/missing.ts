/** What a person still lacks by the policy, and with which words they are refused when nothing could mend it. Pure. */
import type { Ms } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import { type Candidate, isPasswordless } from './candidates.js';
import { demandsOf } from './demands.js';
import type { PlannableOffer } from './organization-policy.js';
import type { Person, PlanContext } from './person.js';
import type { Asked } from './skip.js';
import { fillAll, fillSome, type Place, type Slot, type Stock } from './slots.js';

/** A pass that works once leaves this long to register what frees from it. */
const passLasts: Ms = 600_000;

/** The slots for sign-in and reset, and the places that nothing can fill. */
export interface Needed<O extends PlannableOffer> {
  readonly slots: readonly Slot<O>[];
  readonly lacks: readonly Place<O>[];
}

/**
 * What the policy needs of this person, filled. A method for sign-in counts for the reset too where one does: that is
 * what makes them few.
 */
export function neededSlots<O extends PlannableOffer>(
  asked: Asked<O>,
  had: readonly Candidate<O>[],
  stock: Stock<O>,
): Needed<O> {
  const { signIn, count, left } = demandsOf(asked, had, stock);
  const resets = Array.from({ length: left }, (_, at) => resetPlace<O>(count - left + at + 1));
  if (signIn !== 'enforced' && signIn !== 'pass') return filled([resets], stock);
  const serves = signIn === 'pass' ? isPasswordless<O> : isForSignIn<O>;
  const alone: Place<O> = { id: 'sign-in', asks: 'sign-in', fits: serves };
  const shared: Place<O> = { ...alone, fits: (one) => serves(one) && one.recovery };
  return filled(
    left > 0
      ? [
          [shared, ...resets.slice(1)],
          [alone, ...resets],
        ]
      : [[alone]],
    stock,
  );
}

/** The first way that works out; if none does, as much as can be had of the first that gives a sign-in, or of the last. */
function filled<O extends PlannableOffer>(ways: readonly (readonly Place<O>[])[], stock: Stock<O>): Needed<O> {
  for (const places of ways) {
    const slots = fillAll(places, stock);
    if (slots !== undefined) return { slots, lacks: [] };
  }
  const partly = ways.map((places) => {
    const slots = fillSome(places, stock);
    return { slots, lacks: places.filter(({ id }) => !slots.some((slot) => slot.id === id)) };
  });
  const best = partly.find(({ slots }) => slots[0]?.asks === 'sign-in') ?? partly.at(-1);
  return best ?? { slots: [], lacks: [] };
}

/** Named by its place among those that a reset takes. */
function resetPlace<O extends PlannableOffer>(nth: number): Place<O> {
  return { id: `recovery-${nth}`, asks: 'recovery', fits: ({ recovery }) => recovery };
}

function isForSignIn<O extends PlannableOffer>({ signIn }: Candidate<O>): boolean {
  return signIn;
}

/** How long the person may take, where a pass sets the time. */
export function passEndsIn({ temporaryPass, now }: PlanContext): Ms | undefined {
  return temporaryPass?.once ? Math.max(0, temporaryPass.usedAt + passLasts - now) : undefined;
}

/** Why nothing can be asked for: it cannot be used here and now, or the organisation allows nothing for it. */
export function refusalFor<O extends PlannableOffer>(
  { fits }: Place<O>,
  allowed: readonly Candidate<O>[],
  { isAdmin }: Person,
): EnrollmentFault {
  if (allowed.some(fits)) return { code: 'method_unavailable' };
  return { code: 'policy_denied', reason: isAdmin === true ? 'role' : 'other' };
}
