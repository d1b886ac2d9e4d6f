/** Events and answers of `recovery-codes` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { RecoveryCodes } from './logic.js';

const id = 'enrollment-1' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const offer = { kind: 'recovery-codes', usage: ['recovery'] } as const;

const codes = [
  'H7QK-2M9X-RT4D-0WPC',
  '3VNE-8JYB-6ZAG-KF5S',
  'XW2D-P0R7-9HMT-4QC6',
  'B8GJ-5KSV-NE3Y-ZA1F',
  '6TMC-W4HX-2RQ9-D7KP',
  'YJ0V-3BFG-8ASN-E5Z2',
  'QK9R-7DTP-HX4M-W2C0',
  '5SEZ-A1NV-JGB8-Y3F6',
  'M4HT-RX6D-7KQP-9C2W',
  'FV3G-Y8ZB-1NSE-A0J5',
];

export const samples: MethodSamples<RecoveryCodes> = {
  contexts: [
    { offer, account, locale: 'en', device: { touch: false } },
    { offer, account: { label: 'ayaka@harbor.example' }, locale: 'ja', device: { touch: true } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    { type: 'acknowledged', isSaved: false },
    { type: 'acknowledged', isSaved: true },
  ],
  enrollments: [
    { id, kind: 'recovery-codes', expiresIn: 1_800_000, next: { type: 'acknowledge', codes } },
    {
      id,
      kind: 'recovery-codes',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-1' as MethodId,
            kind: 'recovery-codes',
            label: 'Recovery codes',
            usage: ['recovery'],
            canBeDefault: false,
            removable: true,
          },
        ],
      },
    },
  ],
  secrets: codes.map((value) => ({ value, pages: ['codes'] })),
};
