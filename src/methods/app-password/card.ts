/** What is known of `app-password` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'app-password',
  icon: 'M3 7h18v10H3zM7 12h.01M11 12h.01M15 12h2M12 17v3M8 20h8',
  nature: { use: 'sign-in', restricted: true, requires: [] },
  words: {
    en: { name: 'App password', hint: 'For an older app that only asks for a password.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
