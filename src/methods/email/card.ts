/** What is known of `email` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'email',
  icon: 'M3 5h18v14H3zM3.5 6l8.5 7 8.5-7',
  // A mailbox proves nothing that its own password does not (NIST SP 800-63B-4, 3.1.3.1).
  nature: { use: 'recovery', requires: ['sight'] },
  words: {
    en: { name: 'Email', hint: 'A code by mail, to get back in.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
