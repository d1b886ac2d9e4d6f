/** What is known of `recovery-codes` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'recovery-codes',
  icon: 'M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 14h7M9 17h4',
  nature: { use: 'recovery', requires: [] },
  words: {
    en: { name: 'Recovery codes', hint: 'For when you have lost your phone. Print them or save them.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
