/** What is known of `passkey` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'passkey',
  icon: 'M3 12a4.5 4.5 0 109 0 4.5 4.5 0 10-9 0M12 12h9v3.5M17 12v2.5M7.5 12h.01',
  nature: { use: 'sign-in', phishingResistant: true, requires: [] },
  words: {
    en: { name: 'Passkey', hint: 'Unlock with your face, finger, PIN or security key.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
