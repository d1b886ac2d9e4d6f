/** What is open at the backend already: gone on with before anything new is begun. Pure. */
import type { Offer } from '../contract/enrollment.js';
import type { PendingEnrollment, SecurityInfo } from '../contract/security-info.js';
import { onward, visit } from './arrival.js';
import type { FlowContext, FlowState, FlowStep, Place } from './flow-state.js';
import { knownOffers, nextOpen } from './plan.js';

/** On to what is open, or else to what is next. */
export function goOn(state: FlowState, info: SecurityInfo, context: FlowContext): FlowStep {
  return resumed(state, info, context) ?? onward(state, info, context);
}

/** Where something is open. It is told by `load` alone, so a reload makes no difference. */
export function resumed(state: FlowState, info: SecurityInfo, { kinds }: FlowContext): FlowStep | undefined {
  const at = following(info, kinds) ?? begun(info, kinds);
  return at && visit(state, info, at);
}

/** What the backend opened by itself after a method. */
function following({ pending, methods, requirements }: SecurityInfo, kinds: ReadonlySet<string>): Place | undefined {
  const follower = pending.find(({ follows, kind }) => follows && kinds.has(kind));
  if (!follower) return undefined;
  const method = methods.find(({ id }) => id === follower.follows);
  // It is part of the step that its method stands for, if that is asked for still.
  const requirement = requirements.find(({ anyOf }) => anyOf.some(({ kind }) => kind === method?.kind));
  return { requirementId: requirement?.id ?? '', offer: offerOf(follower), pending: follower, follows: true };
}

/** What the person began for the next requirement, in this run or in an earlier one. */
function begun(info: SecurityInfo, kinds: ReadonlySet<string>): Place | undefined {
  const requirement = nextOpen(info);
  if (!requirement) return undefined;
  const offers = knownOffers(requirement, kinds);
  for (const pending of info.pending) {
    const offer = offers.find(({ kind, offerId }) => kind === pending.kind && offerId === pending.offerId);
    if (offer) return { requirementId: requirement.id, offer, pending };
  }
  return undefined;
}

function offerOf({ kind, offerId }: PendingEnrollment): Offer {
  // It has no settings of its own: what it needs comes with its enrolment.
  return { kind, ...(offerId === undefined ? {} : { offerId }), usage: [] } as unknown as Offer;
}
