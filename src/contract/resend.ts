/** When a code may be sent again, or a number called again; told in steps, since a clock that ticks disturbs. Pure. */
import type { Ms } from './enrollment.js';
import type { MethodFault } from './fault.js';
import type { Delivery } from './next.js';

export type Resend =
  { readonly type: 'allowed' } | { readonly type: 'waiting'; readonly left: Ms } | { readonly type: 'used-up' };

/** What a method that sends must hear: the wait is over, or ten seconds shorter. */
export type ResendEvent = { readonly type: 'resend-allowed' } | { readonly type: 'wait-shrunk' };

/** A timer of a wait: an `after` of `MethodEffect`. */
export interface ResendTimer {
  readonly type: 'after';
  readonly id: 'resend' | 'shrink';
  readonly ms: Ms;
  readonly event: ResendEvent;
}

/** Told every ten seconds; the end has a timer of its own, which no throttled tab can drag out. */
const shrinkEvery = 10_000;
const shrink: ResendTimer = { type: 'after', id: 'shrink', ms: shrinkEvery, event: { type: 'wait-shrunk' } };

/** The wait runs from the moment the answer arrived. */
export function resendAfter({ resendIn = 0, sendsLeft }: Pick<Delivery, 'resendIn' | 'sendsLeft'>): Resend {
  if (sendsLeft === 0) return { type: 'used-up' };
  return resendIn > 0 ? { type: 'waiting', left: resendIn } : { type: 'allowed' };
}

/** The timers of a wait that has just begun. */
export function timersOf(resend: Resend): readonly ResendTimer[] {
  if (resend.type !== 'waiting') return [];
  return [{ type: 'after', id: 'resend', ms: resend.left, event: { type: 'resend-allowed' } }, shrink];
}

/** What waits, ten seconds later. */
export function shrunk<S extends { readonly resend: Resend }>(state: S): readonly [S, readonly ResendTimer[]] {
  const { resend } = state;
  if (resend.type !== 'waiting' || resend.left <= shrinkEvery) return [state, []];
  return [{ ...state, resend: { type: 'waiting', left: resend.left - shrinkEvery } }, [shrink]];
}

/** After a refusal: a code that has to be replaced can be, at once. */
export function resendAfterRefusal(resend: Resend, fault: MethodFault): Resend {
  const { code } = fault;
  const isSpent = code === 'code_expired' || (code === 'attempts_exhausted' && fault.recover === 'resend');
  return isSpent && resend.type !== 'used-up' ? { type: 'allowed' } : resend;
}

/** A wait as it is told. */
export const inSeconds = (ms: Ms): number => Math.ceil(ms / 1000);
