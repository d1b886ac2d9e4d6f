/** Broken in what a person does with methods: putting off, defaults, removing and step-up. */
import type { Requirement, SecurityInfo } from '../../../src/contract/security-info.js';
import { type Broken, changedFaults, changedInfo, orElse, refusal } from './broken.js';

const requirements = (info: SecurityInfo, change: (one: Requirement) => Requirement): SecurityInfo => ({
  ...info,
  requirements: info.requirements.map(change),
});

export const managing: readonly Broken[] = [
  {
    that: 'does not count what is put off',
    caughtBy: ['skip/counts-down', 'skip/asked-again'],
    through: (adapter) =>
      changedInfo(adapter, (info) =>
        requirements(info, (one) =>
          one.skip?.timesLeft === undefined ? one : { ...one, skip: { ...one.skip, timesLeft: 2 } },
        ),
      ),
  },
  {
    that: 'counts a repeated skip again',
    caughtBy: ['idempotency/skip', 'lost/skip'],
    through: (adapter) => {
      let more = 0;
      const counted = (info: SecurityInfo): SecurityInfo =>
        requirements(info, (one) =>
          one.skip?.timesLeft === undefined
            ? one
            : { ...one, skip: { ...one.skip, timesLeft: one.skip.timesLeft - Math.max(0, more - 1) } },
        );
      return {
        load: async (options) => counted(await adapter.load(options)),
        skip: async (id, options) => {
          more += 1;
          return counted(await adapter.skip(id, options));
        },
      };
    },
  },
  {
    that: 'puts off what may not be',
    caughtBy: ['skip/refused', 'skip/unknown'],
    through: (adapter) => ({
      skip: (id, options) =>
        orElse(adapter.skip(id, options), async () =>
          requirements(await adapter.load(options), (one) => (one.id === id ? { ...one, status: 'put-off' } : one)),
        ),
    }),
  },
  {
    that: 'puts off everything at once',
    caughtBy: ['skip/others-stay'],
    through: (adapter) => ({
      skip: async (id, options) =>
        requirements(await adapter.skip(id, options), (one) => ({ ...one, status: 'put-off' })),
    }),
  },
  {
    that: 'loses methods when the default is chosen',
    caughtBy: ['manage/default'],
    through: (adapter) => ({
      setDefault: async (ref, options) => {
        const info = await adapter.setDefault(ref, options);
        return { ...info, methods: info.methods.filter(({ id }) => id === ref.methodId) };
      },
    }),
  },
  {
    that: 'only says that the default was changed',
    caughtBy: ['manage/default', 'manage/unknown-channel'],
    through: (adapter) => ({
      setDefault: async (ref, options) => ({ ...(await adapter.load(options)), defaultMethod: ref }),
    }),
  },
  {
    that: 'only says that a method was removed',
    caughtBy: ['manage/remove', 'manage/remove-one'],
    through: (adapter) => ({
      remove: async (id, options) => {
        const info = await adapter.load(options);
        return { ...info, methods: info.methods.filter((method) => method.id !== id) };
      },
    }),
  },
  {
    that: 'removes all methods at once',
    caughtBy: ['manage/remove-one'],
    through: (adapter) => ({
      remove: async (id, options) => {
        let info = await adapter.remove(id, options);
        for (const method of info.methods) {
          info = await adapter.remove(method.id, { ...options, idempotencyKey: crypto.randomUUID() });
        }
        return info;
      },
    }),
  },
  {
    that: 'makes a method for recovery the default',
    caughtBy: ['manage/usage'],
    backend: {
      requirements: [{ id: 'phone', anyOf: [{ kind: 'phone', usage: ['recovery'], channels: ['sms'] }] }],
    },
    through: (adapter) => ({
      verify: async (id, proof, options) => {
        const answer = await adapter.verify(id, proof, options);
        if (answer.next.type !== 'done') return answer;
        const [method] = answer.next.methods;
        return { ...answer, next: { ...answer.next, methods: [{ ...method, canBeDefault: true }] } };
      },
    }),
  },
  {
    that: 'steps up with any password',
    caughtBy: ['step-up/wrong-password'],
    through: (adapter) => ({
      reauthenticate: (_, options) => adapter.reauthenticate({ password: 'open sesame' }, options),
    }),
  },
  {
    that: 'calls a wrong password a wrong code',
    caughtBy: ['step-up/wrong-password'],
    through: (adapter) => ({
      reauthenticate: (proof, options) =>
        orElse(adapter.reauthenticate(proof, options), () => {
          throw refusal({ code: 'invalid_code' });
        }),
    }),
  },
  {
    that: 'ends the session where a step-up was due',
    caughtBy: ['step-up/password', 'step-up/sends-nothing', 'step-up/middle', 'step-up/signed-in-again'],
    through: (adapter) =>
      changedFaults(adapter, (fault) =>
        refusal(fault.code === 'reauth_required' ? { code: 'session_expired' } : fault),
      ),
  },
];
