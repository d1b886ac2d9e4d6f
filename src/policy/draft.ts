/** All the slots of a plan, before it is known whether they may be shown: what a plan and its reasons both start from. Pure. */
import { closingSlots, withCampaign } from './extra-slots.js';
import { neededSlots } from './missing.js';
import type { PlannableOffer } from './organization-policy.js';
import type { Asked } from './skip.js';
import type { Place, Slot } from './slots.js';
import { type Shelves, takeStock } from './stock.js';

/** What there is, what is asked for in order, and the places that nothing can fill. */
export interface Draft<O extends PlannableOffer> extends Shelves<O> {
  readonly slots: readonly Slot<O>[];
  readonly lacks: readonly Place<O>[];
}

/** Needed first, then what the campaign adds, then what closes the run. */
export function draft<O extends PlannableOffer>(asked: Asked<O>): Draft<O> {
  const shelves = takeStock(asked);
  const { had, closing, stock } = shelves;
  const { slots: needed, lacks } = neededSlots(asked, had, stock);
  const slots = withCampaign(needed, asked, had, stock);
  return { ...shelves, slots: [...slots, ...closingSlots(closing, asked, stock, slots)], lacks };
}
