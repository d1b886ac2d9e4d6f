/** Events and answers of `badge` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId, MethodSamples } from '../../src/method.js';
import type { Badge } from './logic.js';

const id = 'enrollment-badge' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const offer = { kind: 'badge', usage: ['sign-in'], site: 'North Quay' } as const;

export const samples: MethodSamples<Badge> = {
  contexts: [
    { offer, account, locale: 'en', device: { touch: false } },
    { offer, account, locale: 'ja', device: { touch: true } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    ...['', 'abc', '4711', '471100231', '47110023', '4711 0023'].map(
      (typed) => ({ type: 'number-given', typed }) as const,
    ),
    ...['', 'abc', '25809', '2580911', '258091', '２５８０９１'].map(
      (typed) => ({ type: 'pin-given', typed }) as const,
    ),
  ],
  enrollments: [
    {
      id,
      kind: 'badge',
      expiresIn: 1_800_000,
      next: { type: 'code', alphabet: 'digits', length: 6, attemptsLeft: 10 },
    },
    { id, kind: 'badge', next: { type: 'code', alphabet: 'digits' } },
    {
      id,
      kind: 'badge',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-badge' as MethodId,
            kind: 'badge',
            label: '•••• 0023',
            usage: ['sign-in'],
            canBeDefault: true,
            removable: true,
          },
        ],
      },
    },
  ],
  // Nothing that the backend sends is one; what the person types never comes back.
  secrets: [],
};
