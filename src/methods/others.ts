/**
 * The rest of the table of methods: those that few organisations ask for. It is fetched when one of them is spoken of, and
 * costs nobody else a byte.
 */
import { defineMethod, type MethodEntry } from '../contract/step.js';
import { card as email } from './email/card.js';
import type { Email } from './email/logic.js';
import { card as securityQuestions } from './security-questions/card.js';
import type { SecurityQuestions } from './security-questions/logic.js';

export const others: readonly MethodEntry[] = [
  defineMethod<Email>({ card: email, load: () => import('./email/index.js') }),
  defineMethod<SecurityQuestions>({ card: securityQuestions, load: () => import('./security-questions/index.js') }),
];
