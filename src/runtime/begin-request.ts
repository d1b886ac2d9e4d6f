/** What `begin` is asked, out of a method's wish and the organisation's offer. */
import type { BeginRequest, MethodKind, Offer } from '../contract/enrollment.js';
import type { Wish } from './visit.js';

export function requestOf(
  kind: MethodKind,
  offer: Offer,
  wish: Extract<Wish, { readonly type: 'begin' }>,
): BeginRequest {
  const { input, label, restart } = wish;
  const given = Object.entries({ kind, offerId: offer.offerId, label, restart }).filter(
    ([, value]) => value !== undefined,
  );
  // Kind and input come from one method, so they fit; its type was forgotten at the table of methods.
  return { ...(input as object), ...Object.fromEntries(given) } as unknown as BeginRequest;
}
