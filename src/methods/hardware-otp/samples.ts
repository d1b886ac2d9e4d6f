/** Events and answers of `hardware-otp` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { HardwareOtp } from './logic.js';

const id = 'enrollment-1' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const offer = { kind: 'hardware-otp', usage: ['sign-in'] } as const;

export const samples: MethodSamples<HardwareOtp> = {
  contexts: [{ offer, account, locale: 'en', device: { touch: false } }],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    ...['', 'シリアル', '2308-714 025'].map((typed) => ({ type: 'serial-given', typed }) as const),
    ...['', 'Key ring', 'The token that hangs at the key ring'].map(
      (typed) => ({ type: 'name-given', typed }) as const,
    ),
    ...['', 'abc', '12345', '1234567', '123456'].map((typed) => ({ type: 'code-given', typed }) as const),
  ],
  enrollments: [
    { id, kind: 'hardware-otp', expiresIn: 1_800_000, next: { type: 'code', alphabet: 'digits', length: 6 } },
    { id, kind: 'hardware-otp', next: { type: 'code', alphabet: 'digits', length: 8 } },
    {
      id,
      kind: 'hardware-otp',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-1' as MethodId,
            kind: 'hardware-otp',
            label: 'Hardware token …4025',
            usage: ['sign-in'],
            canBeDefault: true,
            removable: true,
          },
        ],
      },
    },
  ],
  secrets: [],
};
