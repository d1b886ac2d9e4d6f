/** What is known of `push` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'push',
  family: 'authenticator',
  icon: 'M6 2h12v20H6zM11 19h2M9 9.5l2.5 2.5L15.5 7',
  nature: { use: 'both', requires: ['phone', 'sight'] },
  words: {
    en: { name: 'Approval app', hint: 'Approve sign-ins in an app.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
