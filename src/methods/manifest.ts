/**
 * THE table of methods: one row a kind. Its folder and this line are all that a method needs. The rows of those that few
 * organisations ask for stand in `others.ts`.
 */
import type { MethodDefinition, MethodEntry } from '../contract/step.js';
import { card as phone } from './phone/card.js';
import type { Phone } from './phone/logic.js';
import { card as push } from './push/card.js';
import type { Push } from './push/logic.js';
import { card as totp } from './totp/card.js';
import type { Totp } from './totp/logic.js';

// What `defineMethod` does, done here: called in two chunks, it would be shared, and cost the first load its bytes.
export const manifest = [
  { card: push, load: () => import('./push/index.js') } satisfies MethodDefinition<Push>,
  { card: totp, load: () => import('./totp/index.js') } satisfies MethodDefinition<Totp>,
  { card: phone, load: () => import('./phone/index.js') } satisfies MethodDefinition<Phone>,
] as unknown as readonly MethodEntry[];
