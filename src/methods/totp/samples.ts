/** Events and answers of `totp` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { Totp } from './logic.js';

const id = 'enrollment-1' as EnrollmentId;
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const uri = `otpauth://totp/Harbor:ayaka%40harbor.example?secret=${secret}&issuer=Harbor`;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const offer = { kind: 'totp', usage: ['sign-in'] } as const;

export const samples: MethodSamples<Totp> = {
  contexts: [
    { offer, account, locale: 'en', device: { touch: false } },
    { offer, account, locale: 'ja', device: { touch: true } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    { type: 'manual-toggled' },
    ...['', 'abc', '12345', '1234567', '123456', '１２３ ４５６'].map(
      (typed) => ({ type: 'code-given', typed }) as const,
    ),
  ],
  enrollments: [
    {
      id,
      kind: 'totp',
      expiresIn: 1_800_000,
      next: {
        type: 'code',
        alphabet: 'digits',
        length: 6,
        provision: {
          uri,
          manual: [
            { name: 'account', value: account.label },
            { name: 'secret', value: secret },
          ],
          deepLink: uri,
        },
      },
    },
    { id, kind: 'totp', next: { type: 'code', alphabet: 'digits', length: 8 } },
    {
      id,
      kind: 'totp',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-1' as MethodId,
            kind: 'totp',
            label: 'Authenticator app',
            usage: ['sign-in'],
            canBeDefault: true,
            removable: true,
          },
        ],
      },
    },
  ],
  secrets: [
    { value: secret, pages: ['scan', 'key'] },
    { value: uri, pages: ['scan', 'key'] },
  ],
};
