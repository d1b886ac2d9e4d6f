/** What is known of `external` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'external',
  icon: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  nature: { use: 'both', requires: [] },
  words: {
    en: { name: 'Another service', hint: 'Set up on another page. You come back here afterwards.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
