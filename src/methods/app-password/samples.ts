/** Events and answers of `app-password` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { AppPassword } from './logic.js';

const id = 'enrollment-1' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const offer = { kind: 'app-password', usage: [] } as const;
const password = 'H7QK2M9XRT4D0WPC';

export const samples: MethodSamples<AppPassword> = {
  contexts: [
    { offer, account, locale: 'en', device: { touch: false } },
    { offer, account, locale: 'ja', device: { touch: true } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    ...['', '  ', 'Mail on my computer', 'x'.repeat(61)].map((typed) => ({ type: 'named', typed }) as const),
  ],
  enrollments: [
    { id, kind: 'app-password', expiresIn: 1_800_000, next: { type: 'acknowledge', codes: [password] } },
    {
      id,
      kind: 'app-password',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-1' as MethodId,
            kind: 'app-password',
            label: 'Mail on my computer',
            usage: [],
            canBeDefault: false,
            removable: true,
          },
        ],
      },
    },
  ],
  secrets: [{ value: password, pages: ['password'] }],
};
