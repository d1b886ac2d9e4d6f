/** What is known of `phone` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'phone',
  icon: 'M3 4h18v12H11l-4 4v-4H3zM8 10h.1M12 10h.1M16 10h.1',
  // A number can be taken over or read along, so it is restricted (NIST SP 800-63B-4, 3.2.9).
  nature: { use: 'both', restricted: true, requires: ['phone', 'sight'] },
  words: {
    en: {
      name: 'Phone',
      hint: 'We reach you at your phone number.',
    },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
