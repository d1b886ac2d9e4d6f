/** Broken in what proves something: beginnings, codes, tries, and what is bound too early. */
import { generateSync } from 'otplib';
import type { BeginRequest, Enrollment, EnrollmentId, MethodId } from '../../../src/contract/enrollment.js';
import type { RegisteredMethod } from '../../../src/contract/security-info.js';
import { type Broken, type Full, orElse, refusal } from './broken.js';

const countless = 1e9;

const invented: RegisteredMethod = {
  id: 'invented' as MethodId,
  kind: 'totp',
  label: 'Authenticator app',
  usage: ['sign-in'],
  canBeDefault: true,
  removable: true,
};

const secretIn = ({ next }: Enrollment): string | undefined =>
  next.type === 'code' ? next.provision?.manual.find(({ name }) => name === 'secret')?.value : undefined;

/** Lists a method as soon as something is open of which `counts` says so. */
export function early(adapter: Full, counts: (one: Enrollment) => boolean): Pick<Full, 'load'> {
  return {
    load: async (options) => {
      const info = await adapter.load(options);
      const open = await Promise.all(info.pending.map(({ id }) => adapter.get(id, options)));
      return open.some(counts) ? { ...info, methods: [...info.methods, invented] } : info;
    },
  };
}

export const proving: readonly Broken[] = [
  {
    that: 'makes a new secret, or sends a new text, each time',
    caughtBy: [
      'begin/after-reload',
      'begin/after-wrong-code',
      'begin/fifty-at-once',
      'begin/fifty-at-once-one-text',
      'begin/again-no-text',
      'tabs/same-secret',
      'tabs/one-text',
    ],
    through: (adapter) => ({
      begin: (request, options) => adapter.begin({ ...request, restart: true }, options),
    }),
  },
  {
    that: 'never makes a new secret',
    caughtBy: ['begin/restart', 'tabs/restarted'],
    through: (adapter) => ({
      begin: ({ restart: _, ...request }, options) => adapter.begin(request, options),
    }),
  },
  {
    that: 'has one secret for everybody',
    caughtBy: [
      'foreign/own-secrets',
      'begin/restart',
      'cancel/new-secret',
      'time/new-secret',
      'passkey/own-challenges',
      'passkey/restarted',
    ],
    backend: { random: (length) => new Uint8Array(length).fill(7) },
  },
  {
    that: 'registers an app when its QR code is shown',
    caughtBy: ['binding/begin-totp', 'binding/wrong-totp'],
    through: (adapter) => early(adapter, ({ kind }) => kind === 'totp'),
  },
  {
    that: "registers the organisation's app when its QR code is shown",
    caughtBy: ['binding/begin-push', 'push/no-number'],
    through: (adapter) => early(adapter, ({ kind }) => kind === 'push'),
  },
  {
    that: 'registers a number when a text is sent',
    caughtBy: ['binding/begin-sms', 'binding/wrong-sms', 'faults/odd-codes-sms'],
    through: (adapter) => early(adapter, ({ kind }) => kind === 'phone'),
  },
  {
    that: 'registers an app when it is paired',
    caughtBy: ['binding/paired', 'push/other-number'],
    through: (adapter) =>
      early(
        adapter,
        ({ kind, next }) =>
          (kind === 'push' && next.type !== 'wait') || (next.type === 'wait' && next.for === 'approval'),
      ),
  },
  {
    that: 'takes any code of an app',
    caughtBy: ['codes/wrong-totp', 'binding/wrong-totp', 'codes/attempts-left-totp', 'guessing/ends-totp'],
    through: (adapter, { clock }) => ({
      verify: async (id, proof, options) => {
        const secret = await adapter.get(id, options).then(secretIn, () => undefined);
        const code = secret === undefined ? undefined : generateSync({ secret, epoch: Math.floor(clock.at / 1000) });
        return adapter.verify(id, code === undefined ? proof : { type: 'code', code }, options);
      },
    }),
  },
  {
    that: 'takes any code of a text',
    caughtBy: ['codes/wrong-sms', 'binding/wrong-sms', 'phone/other-number', 'faults/other-code'],
    through: (adapter, { backend }) => ({
      verify: async (id, proof, options) => {
        const isText = await adapter.get(id, options).then(
          ({ kind }) => kind === 'phone',
          () => false,
        );
        const code = /\d{6}/.exec(backend.messages().at(-1)?.text ?? '')?.[0];
        return adapter.verify(id, isText && code !== undefined ? { type: 'code', code } : proof, options);
      },
    }),
  },
  {
    that: 'registers an address when a mail is sent',
    caughtBy: ['binding/begin-email', 'binding/wrong-email', 'faults/odd-codes-email'],
    through: (adapter) => early(adapter, ({ kind }) => kind === 'email'),
  },
  {
    that: 'takes any code of a mail',
    caughtBy: ['codes/wrong-email', 'binding/wrong-email', 'codes/attempts-left-email', 'email/other-address'],
    through: (adapter, { backend }) => ({
      verify: async (id, proof, options) => {
        const isMail = await adapter.get(id, options).then(
          ({ kind }) => kind === 'email',
          () => false,
        );
        const code = /\d{6}/.exec(backend.messages().at(-1)?.text ?? '')?.[0];
        return adapter.verify(id, isMail && code !== undefined ? { type: 'code', code } : proof, options);
      },
    }),
  },
  {
    that: 'takes a code twice',
    caughtBy: [
      'codes/replay-totp',
      'codes/replay-sms',
      'codes/replay-hardware-otp',
      'codes/twenty-at-once-totp',
      'codes/twenty-at-once-sms',
      'codes/twenty-at-once-hardware-otp',
      'codes/replay-email',
      'codes/twenty-at-once-email',
      'tabs/race',
      'tabs/seen-in-both',
    ],
    through: (adapter) => ({
      verify: (id, proof, options) =>
        orElse(adapter.verify(id, proof, options), (fault) => {
          if (fault.code === 'invalid_code' && fault.reason === 'replayed') return adapter.get(id, options);
          throw refusal(fault);
        }),
    }),
  },
  {
    that: 'answers "done" to whatever is typed once it is done',
    caughtBy: [
      'codes/wrong-after-done-totp',
      'codes/wrong-after-done-sms',
      'codes/wrong-after-done-hardware-otp',
      'passkey/used-once',
      'codes/wrong-after-done-email',
    ],
    through: (adapter) => ({
      verify: async (id, proof, options) => {
        const before = await adapter.get(id, options).catch(() => undefined);
        return before?.next.type === 'done' ? before : adapter.verify(id, proof, options);
      },
    }),
  },
  {
    that: 'lets people guess for ever',
    caughtBy: [
      'guessing/ends-totp',
      'guessing/ends-sms',
      'guessing/ends-hardware-otp',
      'guessing/restarts-totp',
      'guessing/restarts-sms',
      'guessing/restarts-hardware-otp',
      'guessing/ends-email',
      'guessing/restarts-email',
    ],
    backend: { limits: { triesPerEnrollment: countless, triesPerAccount: countless, waits: [] } },
  },
  {
    that: 'counts tries anew with each beginning',
    caughtBy: ['guessing/restarts-totp'],
    backend: { limits: { triesPerAccount: countless, waits: [] } },
  },
  {
    that: 'tells the end of the tries as a server error',
    caughtBy: ['guessing/ends-totp', 'guessing/ends-sms', 'guessing/ends-email'],
    through: (adapter) => ({
      verify: (id, proof, options) =>
        orElse(adapter.verify(id, proof, options), (fault) => {
          throw refusal(fault.code === 'attempts_exhausted' ? { code: 'server' } : fault);
        }),
    }),
  },
  {
    that: 'says that no tries are left, and goes on judging',
    caughtBy: [
      'guessing/right-too-late-totp',
      'guessing/right-too-late-sms',
      'guessing/right-too-late-hardware-otp',
      'guessing/right-too-late-email',
    ],
    backend: { limits: { triesPerEnrollment: countless, triesPerAccount: countless, waits: [] } },
    through: (adapter) => {
      let wrong = 0;
      return {
        verify: (id, proof, options) =>
          orElse(adapter.verify(id, proof, options), (fault) => {
            wrong += 1;
            throw refusal(wrong < 5 ? fault : { code: 'attempts_exhausted', recover: 'restart' });
          }),
      };
    },
  },
  {
    that: 'always says that as many tries are left',
    caughtBy: [
      'codes/attempts-left-totp',
      'codes/attempts-left-sms',
      'codes/attempts-left-email',
      'guessing/resend-keeps-count',
      'idempotency/wrong-code-sms',
      'idempotency/wrong-code-email',
    ],
    through: (adapter) => ({
      verify: (id, proof, options) =>
        orElse(adapter.verify(id, proof, options), (fault) => {
          throw refusal(fault.code === 'invalid_code' ? { ...fault, attemptsLeft: 5 } : fault);
        }),
    }),
  },
  {
    that: 'gives new tries with each new text',
    caughtBy: ['guessing/resend-keeps-count'],
    backend: { limits: { triesPerAccount: countless } },
    through: (adapter) => {
      const requests = new Map<EnrollmentId, BeginRequest>();
      const now = new Map<EnrollmentId, EnrollmentId>();
      const inner = (id: EnrollmentId): EnrollmentId => now.get(id) ?? id;
      return {
        begin: async (request, options) => {
          const begun = await adapter.begin(request, options);
          requests.set(begun.id, request);
          return begun;
        },
        verify: async (id, proof, options) => ({ ...(await adapter.verify(inner(id), proof, options)), id }),
        get: async (id, options) => ({ ...(await adapter.get(inner(id), options)), id }),
        challenge: async (id, how, options) => {
          const request = requests.get(id);
          if (request === undefined) return adapter.challenge(id, how, options);
          const begun = await adapter.begin({ ...request, restart: true }, options);
          now.set(id, begun.id);
          return { ...begun, id };
        },
      };
    },
  },
];
