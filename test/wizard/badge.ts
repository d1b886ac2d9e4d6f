/** The sample method of somebody else's at Harbor: who is asked for it, and the badge that they hold. */
import { badgeKind } from '../../demo/badge/backend.js';
import { card } from '../../demo/badge/card.js';
import type { Badge } from '../../demo/badge/logic.js';
import { defineMethod, type MethodEntry, type MethodModule } from '../../src/method.js';
import type { HarborOptions } from './harbor.js';

export { badge } from '../../demo/badge/badge.js';
export const number = '47110023';
export const pin = '258091';

/** A backend that knows the badge, and asks for it. */
export const wantsBadge: Pick<HarborOptions, 'requirements' | 'kinds'> = {
  requirements: [{ id: 'badge', anyOf: [{ kind: 'badge', usage: ['sign-in'], site: 'North Quay' }] }],
  kinds: { badge: badgeKind({ [number]: pin }) },
};

/** A row of the table, of any module that has the badge's shape. */
export function badgeWith(load: () => Promise<{ default: MethodModule<Badge> }>): MethodEntry {
  return defineMethod<Badge>({ card, load });
}
