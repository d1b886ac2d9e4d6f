/** What is known of `totp` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'totp',
  family: 'authenticator',
  icon: 'M6 2h12v20H6zM11 19h2M12 7v4l2 2M8 11a4 4 0 108 0 4 4 0 10-8 0',
  nature: { use: 'both', requires: ['phone', 'sight'] },
  words: {
    en: { name: 'Authenticator app', hint: 'Codes from any app, even without a signal.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
