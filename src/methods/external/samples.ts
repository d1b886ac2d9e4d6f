/** Events and answers of `external` that stand for all others. Never shipped. */
import type { Enrollment, EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { External } from './logic.js';

const id = 'enrollment-1' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const offer = { kind: 'external', usage: ['sign-in'], displayName: 'Lighthouse ID' } as const;
const { displayName: _displayName, ...unnamed } = offer;

const answered = (next: Enrollment<'external'>['next']): Enrollment<'external'> => ({ id, kind: 'external', next });

export const samples: MethodSamples<External> = {
  contexts: [
    { offer, account, locale: 'en', device: { touch: false } },
    { offer: unnamed, account, locale: 'ja', device: { touch: true } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    { type: 'left' },
    { type: 'finished' },
    { type: 'came-back', url: 'https://harbor.example/sign-in?ticket=1' },
  ],
  enrollments: [
    { ...answered({ type: 'redirect', url: 'https://id.lighthouse.example/add?state=4f1c' }), expiresIn: 1_800_000 },
    answered({ type: 'redirect', url: 'https://id.lighthouse.example@elsewhere.example/' }),
    answered({ type: 'rejected', reason: 'denied', recover: 'restart' }),
    answered({ type: 'rejected', reason: 'spent', recover: 'none' }),
    answered({
      type: 'done',
      methods: [
        {
          id: 'method-1' as MethodId,
          kind: 'external',
          label: 'Lighthouse ID',
          usage: ['sign-in'],
          canBeDefault: true,
          removable: true,
        },
      ],
    }),
  ],
  secrets: [],
};
