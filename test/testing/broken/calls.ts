/** Broken in how calls are taken: signals, keys, ids of others, and refusals. */
import type { Enrollment, EnrollmentId } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import { type Broken, changedFaults, everyCall, freshKey, type Full, orElse, perPerson, refusal } from './broken.js';

/** Calls with what `change` makes of the options. */
function withOptions(adapter: Full, change: <O extends object>(options: O) => O): Full {
  return {
    load: (options) => adapter.load(change(options)),
    begin: (request, options) => adapter.begin(request, change(options)),
    verify: (id, proof, options) => adapter.verify(id, proof, change(options)),
    get: (id, options) => adapter.get(id, change(options)),
    challenge: (id, how, options) => adapter.challenge(id, how, change(options)),
    cancel: (id, options) => adapter.cancel(id, change(options)),
    setDefault: (ref, options) => adapter.setDefault(ref, change(options)),
    remove: (id, options) => adapter.remove(id, change(options)),
    skip: (id, options) => adapter.skip(id, change(options)),
    reauthenticate: (proof, options) => adapter.reauthenticate(proof, change(options)),
    complete: (options) => adapter.complete(change(options)),
  };
}

/** One store of outcomes for each person, by a key that `nameOf` makes. */
function storing(nameOf: (call: string, key: string) => string): NonNullable<Broken['through']> {
  const stores = perPerson(() => new Map<string, Promise<unknown>>());
  return (adapter, world) => {
    const once = <T>(call: string, key: string, work: () => Promise<T>): Promise<T> => {
      const name = nameOf(call, key);
      const stored = stores(world).get(name) ?? work();
      stores(world).set(name, stored);
      // What was stored under the name is whatever came first: that is the fault.
      return stored as Promise<T>;
    };
    return {
      begin: (request, options) => once('begin', options.idempotencyKey, () => adapter.begin(request, options)),
      verify: (id, proof, options) => once('verify', options.idempotencyKey, () => adapter.verify(id, proof, options)),
      challenge: (id, how, options) =>
        once('challenge', options.idempotencyKey, () => adapter.challenge(id, how, options)),
      cancel: (id, options) => once('cancel', options.idempotencyKey, () => adapter.cancel(id, options)),
    };
  };
}

const owners = perPerson(() => ({ adapter: undefined as Full | undefined }));

export const calls: readonly Broken[] = [
  {
    that: 'ignores the signal',
    caughtBy: ['abort/before', 'abort/during', 'abort/begin-sends-nothing', 'abort/others-go-on'],
    through: (adapter) => withOptions(adapter, (options) => ({ ...options, signal: new AbortController().signal })),
  },
  {
    that: 'looks at the signal only before it starts',
    caughtBy: ['abort/during', 'abort/then-again'],
    through: (adapter) =>
      withOptions(adapter, (options) => {
        if ('signal' in options) (options.signal as AbortSignal).throwIfAborted();
        return { ...options, signal: new AbortController().signal };
      }),
  },
  {
    that: 'answers an abort with a refusal',
    caughtBy: ['abort/before', 'abort/during'],
    through: (adapter) =>
      everyCall(adapter, (call) =>
        call().catch((thrown: unknown) => {
          const isOurs = thrown instanceof Error && thrown.name === 'EnrollmentError';
          throw isOurs ? thrown : refusal({ code: 'network' });
        }),
      ),
  },
  {
    that: 'begins anew after an abort, whatever the key',
    caughtBy: ['abort/then-again', 'idempotency/begin', 'begin/restart-twice'],
    through: (adapter) => ({
      begin: (request, options) => adapter.begin({ ...request, restart: true }, freshKey(options)),
    }),
  },
  {
    that: 'forgets the keys of verify',
    caughtBy: [
      'idempotency/right-code-totp',
      'idempotency/right-code-sms',
      'idempotency/right-code-hardware-otp',
      'idempotency/wrong-code-totp',
      'idempotency/wrong-code-sms',
      'idempotency/wrong-code-hardware-otp',
      'idempotency/right-code-email',
      'idempotency/wrong-code-email',
      'lost/verify-again',
    ],
    through: (adapter) => ({ verify: (id, proof, options) => adapter.verify(id, proof, freshKey(options)) }),
  },
  {
    that: 'forgets the keys of challenge',
    caughtBy: ['idempotency/challenge'],
    through: (adapter) => ({ challenge: (id, how, options) => adapter.challenge(id, how, freshKey(options)) }),
  },
  {
    that: 'forgets the keys of remove',
    caughtBy: ['idempotency/remove'],
    through: (adapter) => ({ remove: (id, options) => adapter.remove(id, freshKey(options)) }),
  },
  {
    that: 'keeps one store of keys for all calls',
    caughtBy: ['idempotency/key-of-another-call'],
    through: storing((_, key) => key),
  },
  {
    that: 'keeps refusals under their keys that only meant "not yet"',
    caughtBy: ['idempotency/refused-resend', 'step-up/password', 'step-up/middle', 'step-up/signed-in-again'],
    through: storing((call, key) => `${call} ${key}`),
  },
  {
    that: 'takes the ids of others',
    caughtBy: [
      'foreign/get-totp',
      'foreign/get-sms',
      'foreign/get-hardware-otp',
      'foreign/get-email',
      'foreign/get-push',
      'foreign/get-passkey',
      'foreign/verify-totp',
      'foreign/verify-sms',
      'foreign/verify-hardware-otp',
      'foreign/verify-email',
      'foreign/challenge',
      'foreign/cancel',
      'foreign/remove',
    ],
    through: (adapter, world) => {
      if (world.of === 'person') owners(world).adapter = adapter;
      const owner = (): Full => owners(world).adapter ?? adapter;
      return {
        verify: (id, proof, options) => owner().verify(id, proof, options),
        get: (id, options) => owner().get(id, options),
        challenge: (id, how, options) => owner().challenge(id, how, options),
        cancel: (id, options) => owner().cancel(id, options),
        remove: (id, options) => owner().remove(id, options),
      };
    },
  },
  {
    that: 'breaks on ids that nobody has',
    caughtBy: ['foreign/unknown', 'faults/closed-list'],
    through: (adapter) =>
      changedFaults(adapter, (fault) =>
        fault.code === 'enrollment_gone' && fault.reason === 'unknown' ? new TypeError('of undefined') : refusal(fault),
      ),
  },
  {
    that: 'takes any method for the default',
    caughtBy: ['foreign/unknown-method', 'manage/unknown-channel'],
    through: (adapter) => ({
      setDefault: async (ref, options) => ({ ...(await adapter.load(options)), defaultMethod: ref }),
    }),
  },
  {
    that: 'throws raw errors',
    caughtBy: ['faults/closed-list', 'codes/wrong-totp', 'skip/unknown'],
    through: (adapter) => changedFaults(adapter, ({ code }) => new Error(code)),
  },
  {
    that: 'has fault codes of its own',
    caughtBy: ['faults/closed-list'],
    through: (adapter) => changedFaults(adapter, () => refusal({ code: 'wrong_otp' } as never)),
  },
  {
    that: 'writes figures of faults as words',
    caughtBy: ['faults/closed-list'],
    through: (adapter) =>
      changedFaults(adapter, (fault) => refusal({ ...fault, attemptsLeft: 'three', reason: 'mismatch' } as never)),
  },
  {
    that: 'breaks on a method that it does not know',
    caughtBy: ['faults/unknown-kind'],
    through: (adapter) => ({
      begin: (request, options) =>
        orElse(adapter.begin(request, options), () => {
          throw new TypeError('factories[kind] is not a function');
        }),
    }),
  },
  {
    that: 'takes an offer that nobody made',
    caughtBy: ['faults/unknown-offer'],
    through: (adapter) => ({
      begin: ({ offerId: _, ...request }, options) => adapter.begin(request, options),
    }),
  },
  {
    that: 'breaks on a proof without a code',
    caughtBy: [
      'faults/odd-proofs-totp',
      'faults/odd-proofs-sms',
      'faults/odd-proofs-hardware-otp',
      'faults/odd-proofs-email',
    ],
    through: (adapter) => ({
      verify: async (id, proof, options) => {
        if (proof.type === 'code') proof.code.trim();
        return adapter.verify(id, proof, options);
      },
    }),
  },
  {
    that: 'breaks on a long code',
    caughtBy: [
      'faults/odd-codes-totp',
      'faults/odd-codes-sms',
      'faults/odd-codes-hardware-otp',
      'faults/odd-codes-email',
    ],
    through: (adapter) => ({
      verify: async (id, proof, options) => {
        if (proof.type === 'code' && proof.code?.length > 100) throw new RangeError('too long for the column');
        return adapter.verify(id, proof, options);
      },
    }),
  },
  {
    that: 'quotes in a refusal what was typed',
    caughtBy: ['masking/faults-totp', 'masking/faults-sms', 'masking/faults-hardware-otp', 'masking/faults-email'],
    through: (adapter) => ({
      verify: (id, proof, options) =>
        orElse(adapter.verify(id, proof, options), (fault: EnrollmentFault): Enrollment => {
          throw refusal({ ...fault, traceId: JSON.stringify(proof) });
        }),
    }),
  },
  {
    that: 'refuses to cancel what is gone',
    caughtBy: ['cancel/unknown', 'cancel/twice'],
    through: (adapter) => ({
      cancel: async (id: EnrollmentId, options) => {
        await adapter.get(id, options);
        await adapter.cancel(id, options);
      },
    }),
  },
];
