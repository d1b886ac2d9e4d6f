/** Broken in what proves something: beginnings, codes, tries, time, and what is bound when. */
import { generateSync } from 'otplib';
import type { BeginRequest, Enrollment, EnrollmentId, MethodId } from '../../../src/contract/enrollment.js';
import type { RegisteredMethod } from '../../../src/contract/security-info.js';
import { type Broken, changedEnrollment, changedInfo, type Full, orElse, refusal } from './broken.js';

const minute = 60_000;
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
function early(adapter: Full, counts: (one: Enrollment) => boolean): Pick<Full, 'load'> {
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
      begin: ({ restart: _, ...request }, options) => adapter.begin(request as BeginRequest, options),
    }),
  },
  {
    that: 'has one secret for everybody',
    caughtBy: ['foreign/own-secrets', 'begin/restart', 'cancel/new-secret', 'time/new-secret'],
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
    that: 'takes a code twice',
    caughtBy: [
      'codes/replay-totp',
      'codes/replay-sms',
      'codes/twenty-at-once-totp',
      'codes/twenty-at-once-sms',
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
    caughtBy: ['codes/wrong-after-done-totp', 'codes/wrong-after-done-sms'],
    through: (adapter) => ({
      verify: async (id, proof, options) => {
        const before = await adapter.get(id, options).catch(() => undefined);
        return before?.next.type === 'done' ? before : adapter.verify(id, proof, options);
      },
    }),
  },
  {
    that: 'lets people guess for ever',
    caughtBy: ['guessing/ends-totp', 'guessing/ends-sms', 'guessing/restarts-totp', 'guessing/restarts-sms'],
    backend: { limits: { triesPerEnrollment: countless, triesPerAccount: countless, waits: [] } },
  },
  {
    that: 'counts tries anew with each beginning',
    caughtBy: ['guessing/restarts-totp'],
    backend: { limits: { triesPerAccount: countless, waits: [] } },
  },
  {
    that: 'tells the end of the tries as a server error',
    caughtBy: ['guessing/ends-totp', 'guessing/ends-sms'],
    through: (adapter) => ({
      verify: (id, proof, options) =>
        orElse(adapter.verify(id, proof, options), (fault) => {
          throw refusal(fault.code === 'attempts_exhausted' ? { code: 'server' } : fault);
        }),
    }),
  },
  {
    that: 'says that no tries are left, and goes on judging',
    caughtBy: ['guessing/right-too-late-totp', 'guessing/right-too-late-sms'],
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
      'guessing/resend-keeps-count',
      'idempotency/wrong-code-sms',
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
  {
    that: 'never ends what is open',
    caughtBy: ['time/enrollment-ends-totp', 'time/enrollment-ends-sms', 'time/new-secret'],
    backend: { limits: { enrollmentLife: countless } },
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, expiresIn: 10 * minute })),
  },
  {
    that: 'never ends a pairing',
    caughtBy: ['time/enrollment-ends-push'],
    backend: { limits: { pairingLife: countless } },
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, expiresIn: 10 * minute })),
  },
  {
    that: 'takes texted codes for an hour',
    caughtBy: ['time/text-too-late'],
    backend: { limits: { codeLife: 60 * minute, enrollmentLife: 60 * minute } },
  },
  {
    that: 'takes codes of an app for ten minutes',
    caughtBy: ['time/app-code-too-late'],
    backend: { limits: { totpWindow: 10 * minute } },
  },
  {
    that: 'says the same durations whenever it is asked',
    caughtBy: ['time/counts-down'],
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, expiresIn: 30 * minute })),
  },
  {
    that: 'sends another text whenever it is asked',
    caughtBy: ['time/resend'],
    backend: { limits: { resendWaits: [0] } },
  },
  {
    that: 'leaves codes alive when it cancels',
    caughtBy: [
      'cancel/code-dies-totp',
      'cancel/code-dies-sms',
      'cancel/leaves-nothing-totp',
      'cancel/leaves-nothing-sms',
      'cancel/leaves-nothing-push',
      'cancel/no-resend',
      'cancel/withdraws-request',
      'call/cancelled',
      'cancel/new-secret',
    ],
    through: () => ({ cancel: () => Promise.resolve() }),
  },
  {
    that: 'takes a registered method away with a late cancel',
    caughtBy: ['cancel/keeps-done'],
    through: (adapter) => ({
      cancel: async (id, options) => {
        const { next } = await adapter.get(id, options);
        if (next.type === 'done') await adapter.remove(next.methods[0].id, options);
        else await adapter.cancel(id, options);
      },
    }),
  },
  {
    that: 'takes everything away with a cancel',
    caughtBy: ['cancel/keeps-others', 'binding/replace-cancelled'],
    through: (adapter) => ({
      cancel: async (id, options) => {
        await adapter.cancel(id, options);
        const { methods } = await adapter.load(options);
        for (const method of methods) await adapter.remove(method.id, options);
      },
    }),
  },
  {
    that: 'drops the old method when a new one is begun',
    caughtBy: ['binding/replace', 'binding/replace-cancelled'],
    through: (adapter) => ({
      begin: async ({ replaces, ...request }, options) => {
        if (replaces === undefined) return adapter.begin(request as BeginRequest, options);
        await adapter.remove(replaces, options);
        return { ...(await adapter.begin(request as BeginRequest, options)), replaces };
      },
    }),
  },
  {
    that: 'keeps the old method beside the one that replaces it',
    caughtBy: ['binding/replace'],
    through: (adapter) => ({
      begin: async ({ replaces, ...request }, options) => ({
        ...(await adapter.begin(request as BeginRequest, options)),
        ...(replaces !== undefined && { replaces }),
      }),
    }),
  },
  {
    that: 'says that all is done too early',
    caughtBy: ['binding/complete'],
    through: (adapter) => ({
      complete: async (options) => {
        const info = await adapter.complete(options);
        return { ...info, requirements: info.requirements.map((one) => ({ ...one, status: 'satisfied' as const })) };
      },
    }),
  },
  {
    that: 'never hears that something is done',
    caughtBy: ['binding/complete-after', 'shape/registered-totp'],
    through: (adapter) =>
      changedInfo(adapter, (info) => ({
        ...info,
        requirements: info.requirements.map((one) => ({ ...one, status: 'open' as const })),
      })),
  },
];
