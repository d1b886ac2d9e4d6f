/** What is known of `hardware-otp` before it is loaded. */
import type { MethodCard } from '../../contract/card.js';

export const card = {
  kind: 'hardware-otp',
  icon: 'M7 8h12a2 2 0 012 2v4a2 2 0 01-2 2H7a4 4 0 010-8zM11 10.5h7v3h-7zM6.5 12h.1',
  nature: { use: 'sign-in', requires: ['sight'] },
  words: {
    en: { name: 'Hardware token', hint: 'Codes from a small device that your organization gave you.' },
    load: { ja: () => import('./card.ja.js') },
  },
} as const satisfies MethodCard;
