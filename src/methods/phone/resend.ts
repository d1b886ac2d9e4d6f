/** When a number may be texted or called again; told in steps, since a clock that ticks disturbs (R98). Pure. */
import type { MethodEffect } from '../../contract/method.js';
import type { Delivery } from '../../contract/next.js';
import type { Phone } from './state.js';

export type Resend =
  { readonly type: 'allowed' } | { readonly type: 'waiting'; readonly left: number } | { readonly type: 'used-up' };

/** Told every ten seconds; the end has a timer of its own, which no throttled tab can drag out. */
const shrinkEvery = 10_000;
const shrink = { type: 'after', id: 'shrink', ms: shrinkEvery, event: { type: 'wait-shrunk' } } as const;

/** The wait runs from the moment the answer arrived. */
export function resendAfter({ resendIn = 0, sendsLeft }: Pick<Delivery, 'resendIn' | 'sendsLeft'>): Resend {
  if (sendsLeft === 0) return { type: 'used-up' };
  return resendIn > 0 ? { type: 'waiting', left: resendIn } : { type: 'allowed' };
}

/** The timers of a wait that has just begun. */
export function timersOf(resend: Resend): readonly MethodEffect<Phone>[] {
  if (resend.type !== 'waiting') return [];
  return [{ type: 'after', id: 'resend', ms: resend.left, event: { type: 'resend-allowed' } }, shrink];
}

/** Ten seconds later. */
export function shrunk(resend: Resend): readonly [Resend, readonly MethodEffect<Phone>[]] {
  if (resend.type !== 'waiting' || resend.left <= shrinkEvery) return [resend, []];
  return [{ type: 'waiting', left: resend.left - shrinkEvery }, [shrink]];
}
