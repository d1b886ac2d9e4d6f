/** Events and answers of `email` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { Email } from './logic.js';

const id = 'enrollment-4' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const offer = { kind: 'email', usage: ['recovery'], refusedDomains: ['harbor.example'] } as const;
const code = { type: 'code', alphabet: 'digits', length: 6 } as const;
const delivery = { channel: 'email', to: 'h***@mail.example' };

export const samples: MethodSamples<Email> = {
  contexts: [
    { offer, account, locale: 'ja', device: { touch: false } },
    { offer: { kind: 'email', usage: ['recovery'] }, account, locale: 'en', device: { touch: true } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    { type: 'asked-again' },
    { type: 'resend-allowed' },
    { type: 'wait-shrunk' },
    ...[
      '',
      'hana',
      'hana@mail',
      'ha na@mail.example',
      `${'a'.repeat(70)}@mail.example`,
      'ayaka@harbor.example',
      'hana@harbor.example',
      'Hana.Sato@mail.example',
      'hana@gmial.com',
    ].map((typed) => ({ type: 'address-given', typed }) as const),
    ...['', 'abc', '12345', '1234567', '123456'].map((typed) => ({ type: 'code-given', typed }) as const),
  ],
  enrollments: [
    { id, kind: 'email', next: { ...code, delivery: { ...delivery, resendIn: 30_000, sendsLeft: 4 } } },
    { id, kind: 'email', next: { ...code, delivery: { ...delivery, sendsLeft: 0 }, attemptsLeft: 3 } },
    { id, kind: 'email', next: { type: 'code', alphabet: 'alphanumeric' } },
    {
      id,
      kind: 'email',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-4' as MethodId,
            kind: 'email',
            label: 'h***@mail.example',
            usage: ['recovery'],
            canBeDefault: false,
            removable: true,
          },
        ],
      },
    },
  ],
  secrets: [],
};
