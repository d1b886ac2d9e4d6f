/** A method of somebody else's: what a host hands to `element.methods`. The rest is fetched when it is about to be needed. */
import { defineMethod } from '../../src/method.js';
import { card } from './card.js';
import type { Badge } from './logic.js';

export const badge = defineMethod<Badge>({ card, load: () => import('./index.js') });
