/** Events and answers of `passkey` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { Passkey } from './logic.js';

const id = 'enrollment-1' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const offer = { kind: 'passkey', usage: ['sign-in'] } as const;

const options = {
  rp: { id: 'harbor.example', name: 'Harbor' },
  user: {
    id: 'b2Qy9yMnYQnLBVmbyzaySmp9rMHAdmjUHWwYh9MJpWXAt1Nz2y8mN0yIIiTxcZyPCMPbHbxfY6LH9D1eFmYJEQ',
    name: account.label,
    displayName: account.label,
  },
  challenge: '7HjYQHTMlI4X8j1mZ3xPpP9YV8dB0mJXh4c8qk6s1uE',
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  timeout: 300_000,
};

const credential = {
  id: 'AQIDBA',
  rawId: 'AQIDBA',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'e30', attestationObject: 'oA', transports: ['internal'] },
};

export const samples: MethodSamples<Passkey> = {
  contexts: [
    { offer, account, locale: 'en', device: { touch: false } },
    { offer: { ...offer, attachment: 'platform' }, account, locale: 'ja', device: { touch: true } },
    { offer: { ...offer, attachment: 'cross-platform' }, account, locale: 'en', device: { touch: false } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    ...(['browser', 'frame', 'device'] as const).map((reason) => ({ type: 'found-unable', reason }) as const),
    ...['', '   ', 'Blue key', '青いキー', '🔑'.repeat(31)].map((typed) => ({ type: 'name-given', typed }) as const),
    { type: 'made', credential },
    ...(['exists', 'not-made', 'framed', 'no-verification', 'address', 'failed'] as const).map(
      (why) => ({ type: 'not-made', why }) as const,
    ),
  ],
  enrollments: [
    { id, kind: 'passkey', expiresIn: 600_000, next: { type: 'webauthn', options } },
    {
      id,
      kind: 'passkey',
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-1' as MethodId,
            kind: 'passkey',
            label: 'Blue key',
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
