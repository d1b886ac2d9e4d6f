/** What a method is good for: what its offer says, within what its kind can be. */
import type { Offer, Usage } from '../../contract/enrollment.js';

/** What an offer makes of a kind that is good for no more than `atMost`. */
export function usageOf(offer: Offer, atMost: readonly Usage[] = offer.usage): readonly Usage[] {
  return offer.usage.filter((use) => atMost.includes(use));
}
