/** What is known of `totp` before it is loaded. */
import type { MethodCard } from '../../contract/step.js';

export const card = {
  kind: 'totp',
  family: 'authenticator',
  icon: 'M8 3h8a1 1 0 011 1v16a1 1 0 01-1 1H8a1 1 0 01-1-1V4a1 1 0 011-1zM12 8.5v3.5l2 1.5M12 7.5a4 4 0 100 8 4 4 0 000-8zM11 18.5h2',
  nature: { use: 'both', restricted: false, phishingResistant: false, requires: ['phone', 'sight'] },
  words: {
    en: { name: 'Authenticator app', hint: 'Codes from an app on your phone, even without a signal.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
