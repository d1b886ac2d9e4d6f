/** What is known of `phone` before it is loaded. */
import type { MethodCard } from '../../contract/step.js';

export const card = {
  kind: 'phone',
  icon: 'M5 4h11a2 2 0 012 2v6a2 2 0 01-2 2h-5l-4 4v-4H5a2 2 0 01-2-2V6a2 2 0 012-2zM7 9h.5M10.5 9h.5M14 9h.5',
  // A number can be taken over or read along, so it is restricted (NIST SP 800-63B-4, 3.2.9).
  nature: { use: 'both', restricted: true, phishingResistant: false, requires: ['phone', 'sight'] },
  words: {
    en: { name: 'Phone', hint: 'Codes by text message.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
