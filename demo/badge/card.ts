/** What is known of `badge` before it is loaded. */
import type { MethodCard } from '../../src/method.js';

export const card = {
  kind: 'badge',
  icon: 'M6 3h12v18H6zM10.5 6h3M12 9.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4M8.5 18a3.5 3.5 0 0 1 7 0',
  // Whoever is told number and PIN can use them, so it is no strong method.
  nature: { use: 'both', restricted: true, requires: [] },
  words: {
    en: { name: 'Badge', hint: 'The card that opens your doors, and its PIN.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
