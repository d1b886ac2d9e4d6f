/** What is known of `security-questions` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'security-questions',
  icon: 'M3 4h18v13H9l-4 4v-4H3zM9.7 8.5a2.3 2.3 0 1 1 3.4 2c-.8.4-1.1.8-1.1 1.6M12 14.3h.1',
  // What is known of somebody proves nothing (NIST SP 800-63B-4, 3.1.1.2).
  nature: { use: 'recovery', restricted: true, requires: ['sight'] },
  words: {
    en: { name: 'Security questions', hint: 'Answers that only you know, to get back in.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
