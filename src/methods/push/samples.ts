/** Events and answers of `push` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { Push } from './logic.js';

const id = 'enrollment-3' as EnrollmentId;
const code = 'K7QX2MPD9RTA';
const uri = `https://pair.harbor.example/#${code}`;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const base = { kind: 'push', usage: ['sign-in'] } as const;
const provision = {
  uri,
  manual: [
    { name: 'code', value: code },
    { name: 'url', value: 'https://pair.harbor.example/' },
  ],
} as const;

export const samples: MethodSamples<Push> = {
  contexts: [
    {
      offer: {
        ...base,
        displayName: 'Harbor Pass',
        stores: [
          { platform: 'ios', url: 'https://harbor.example/ios' },
          { platform: 'android', url: 'https://harbor.example/android' },
        ],
      },
      account,
      locale: 'en',
      device: { touch: false },
    },
    { offer: base, account, locale: 'ja', device: { touch: true } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    { type: 'way-chosen', way: 'pair' },
    { type: 'way-chosen', way: 'scan' },
    { type: 'way-chosen', way: 'key' },
    { type: 'link-opened' },
    { type: 'looked-in-vain' },
    { type: 'hint-due' },
    { type: 'asked-again' },
    { type: 'renewal-asked' },
  ],
  enrollments: [
    { id, kind: 'push', expiresIn: 600_000, next: { type: 'wait', for: 'pairing', provision, pollAfter: 1_500 } },
    {
      id,
      kind: 'push',
      next: { type: 'wait', for: 'pairing', provision: { ...provision, deepLink: uri }, pollAfter: 1_500 },
    },
    { id, kind: 'push', next: { type: 'ready' } },
    { id, kind: 'push', next: { type: 'wait', for: 'approval', matchNumber: '47', pollAfter: 1_500 } },
    { id, kind: 'push', next: { type: 'wait', for: 'approval', pollAfter: 1_500 } },
    ...(['denied', 'timed-out', 'wrong-number', 'unreachable'] as const).map(
      (reason) => ({ id, kind: 'push', next: { type: 'rejected', reason, recover: 'challenge' } }) as const,
    ),
    { id, kind: 'push', next: { type: 'rejected', reason: 'spent', recover: 'restart' } },
    { id, kind: 'push', next: { type: 'rejected', reason: 'denied', recover: 'none' } },
    {
      id,
      kind: 'push',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-3' as MethodId,
            kind: 'push',
            label: 'Harbor Pass',
            usage: ['sign-in'],
            canBeDefault: true,
            removable: true,
          },
        ],
      },
    },
  ],
  secrets: [{ value: code, pages: ['pair', 'scan', 'key'] }],
};
