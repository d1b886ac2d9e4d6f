/** Events and answers of `phone` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { Phone } from './logic.js';
import type { Zone } from './phone-number.js';
import japan from './zones/81.js';

const id = 'enrollment-2' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const base = { kind: 'phone', channels: ['sms', 'voice'], usage: ['sign-in'] } as const;
const code = { type: 'code', alphabet: 'digits', length: 6 } as const;
const call = { channel: 'voice', to: '+81 **-****-5678', from: '+81 3-0000-0100', resendIn: 30_000 };
const delivery = { channel: 'sms', to: '+81 **-****-5678' };

export const samples: MethodSamples<Phone> = {
  contexts: [
    { offer: base, account, locale: 'ja', device: { touch: false } },
    {
      offer: { ...base, channels: ['voice'], countries: ['JP', 'US'], defaultCountry: 'US', extension: true },
      account,
      locale: 'en',
      device: { touch: true },
    },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    { type: 'asked-again', channel: 'sms' },
    { type: 'asked-again', channel: 'voice' },
    { type: 'resend-allowed' },
    { type: 'wait-shrunk' },
    { type: 'zone-loaded', zone: { code: '81', plans: JSON.parse(japan) as Zone['plans'] } },
    { type: 'zone-missed', code: '1' },
    { type: 'zone-missed', code: '81' },
    { type: 'zone-missed', code: '44' },
    ...['', 'abc', '0901', '090123456789012345', '000-000-0000', '090-1234-5678', '+44 7400 123456'].map(
      (number) => ({ type: 'number-given', country: 'JP', number, extension: '', channel: 'sms' }) as const,
    ),
    ...['１２３', 'x1'].map(
      (extension) =>
        ({ type: 'number-given', country: 'JP', number: '090-1234-5678', extension, channel: 'voice' }) as const,
    ),
    ...['', 'abc', '12345', '1234567', '123456'].map((typed) => ({ type: 'code-given', typed }) as const),
  ],
  enrollments: [
    { id, kind: 'phone', next: { ...code, delivery: { ...delivery, resendIn: 30_000, sendsLeft: 4 } } },
    { id, kind: 'phone', next: { ...code, delivery: { ...delivery, sendsLeft: 0 }, attemptsLeft: 3 } },
    { id, kind: 'phone', next: { type: 'code', alphabet: 'alphanumeric' } },
    { id, kind: 'phone', next: { ...code, delivery: call } },
    { id, kind: 'phone', next: { type: 'wait', for: 'call', pollAfter: 1_500, delivery: call } },
    { id, kind: 'phone', next: { type: 'wait', for: 'call', pollAfter: 1_500 } },
    { id, kind: 'phone', next: { type: 'rejected', reason: 'no-answer', recover: 'challenge', retryAfter: 20_000 } },
    { id, kind: 'phone', next: { type: 'rejected', reason: 'wrong-key', recover: 'challenge' } },
    { id, kind: 'phone', next: { type: 'rejected', reason: 'busy', recover: 'none' } },
    {
      id,
      kind: 'phone',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-2' as MethodId,
            kind: 'phone',
            label: '+81 **-****-5678',
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
