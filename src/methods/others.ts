/**
 * The rest of the table of methods: those that few organisations ask for. It is fetched when one of them is spoken of, and
 * costs nobody else a byte.
 */
import { defineMethod, type MethodEntry } from '../contract/step.js';
import { card as passkey } from './passkey/card.js';
import type { Passkey } from './passkey/logic.js';

export const others: readonly MethodEntry[] = [
  defineMethod<Passkey>({ card: passkey, load: () => import('./passkey/index.js') }),
];
