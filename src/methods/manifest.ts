/**
 * THE table of methods: one row a kind. Its folder and this line are all that a method needs. The rows of those that few
 * organisations ask for stand in `others.ts`.
 */
import { defineMethod, type MethodEntry } from '../contract/step.js';
import { card as phone } from './phone/card.js';
import type { Phone } from './phone/logic.js';
import { card as push } from './push/card.js';
import type { Push } from './push/logic.js';
import { card as totp } from './totp/card.js';
import type { Totp } from './totp/logic.js';

export const manifest: readonly MethodEntry[] = [
  defineMethod<Push>({ card: push, load: () => import('./push/index.js') }),
  defineMethod<Totp>({ card: totp, load: () => import('./totp/index.js') }),
  defineMethod<Phone>({ card: phone, load: () => import('./phone/index.js') }),
];
