/** Broken in what the backend opens by itself after a method. */
import type { EnrollmentId, MethodId } from '../../../src/contract/enrollment.js';
import type { Broken } from './broken.js';
import { changedEnrollment, changedInfo } from './broken.js';

export const following: readonly Broken[] = [
  {
    that: 'forgets over a reload what it opened',
    caughtBy: ['following/reload'],
    through: (adapter) =>
      changedInfo(adapter, (info) => ({
        ...info,
        pending: info.pending.filter(({ follows }) => follows === undefined),
      })),
  },
  {
    that: 'names what comes next only once',
    caughtBy: ['following/asked-again'],
    through: (adapter) => ({
      get: async (id, options) => {
        const answer = await adapter.get(id, options);
        if (answer.next.type !== 'done') return answer;
        const { then: _then, ...next } = answer.next;
        return { ...answer, next };
      },
    }),
  },
  {
    that: 'takes the method back with what followed it',
    caughtBy: ['following/left'],
    through: (adapter) => {
      const owners = new Map<EnrollmentId, MethodId>();
      return {
        ...changedEnrollment(adapter, (one) => {
          if (one.next.type === 'done' && one.next.then) owners.set(one.next.then.id, one.next.methods[0].id);
          return one;
        }),
        cancel: async (id, options) => {
          await adapter.cancel(id, options);
          const owner = owners.get(id);
          if (owner !== undefined) await adapter.remove(owner, { ...options, idempotencyKey: crypto.randomUUID() });
        },
      };
    },
  },
  {
    that: 'goes on with what belongs to nothing any more',
    caughtBy: ['following/removed'],
    through: (adapter) => {
      let opened: Awaited<ReturnType<typeof adapter.load>>['pending'] = [];
      return {
        load: async (options) => {
          const info = await adapter.load(options);
          const lost = opened.filter(({ id }) => !info.pending.some((one) => one.id === id));
          return { ...info, pending: [...info.pending, ...lost] };
        },
        remove: async (id, options) => {
          opened = (await adapter.load(options)).pending;
          return adapter.remove(id, options);
        },
      };
    },
  },
];
