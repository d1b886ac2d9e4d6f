/** Broken in what is answered: its form, its owner, and what it gives away. */
import type { Enrollment, EnrollmentId } from '../../../src/contract/enrollment.js';
import type { Provision } from '../../../src/contract/next.js';
import type { RegisteredMethod, SecurityInfo } from '../../../src/contract/security-info.js';
import { type Broken, changedEnrollment, changedInfo, perPerson, refusal } from './broken.js';
import { mobile } from '../memory-lab.js';

const provisionOf = ({ next }: Enrollment): Provision | undefined =>
  next.type === 'code' || next.type === 'wait' ? next.provision : undefined;

export const answers: readonly Broken[] = [
  {
    that: 'answers with Date objects',
    caughtBy: ['json/answers'],
    through: (adapter) =>
      changedInfo(adapter, (info) => ({
        ...info,
        // Passes as a string wherever only types look.
        methods: info.methods.map((method) => ({ ...method, addedAt: new Date(method.addedAt ?? 0) as never })),
      })),
  },
  {
    that: 'answers with fields that are undefined',
    caughtBy: ['json/answers'],
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, replaces: undefined as never })),
  },
  {
    that: 'refuses with a Map in the fault',
    caughtBy: ['json/faults'],
    through: (adapter) => ({
      verify: () => Promise.reject(refusal({ code: 'server', details: new Map() } as never)),
      get: adapter.get,
    }),
  },
  {
    that: 'writes into the request',
    caughtBy: ['json/frozen-requests'],
    through: (adapter) => ({
      begin: async (request, options) => {
        Object.assign(request, { label: request.label ?? 'My app' });
        return adapter.begin(request, options);
      },
    }),
  },
  {
    that: 'writes into the proof',
    caughtBy: ['json/frozen-requests'],
    through: (adapter) => ({
      verify: async (id, proof, options) => {
        if (proof.type === 'code') Object.assign(proof, { code: String(proof.code).trim() });
        return adapter.verify(id, proof, options);
      },
    }),
  },
  {
    that: 'goes on writing into what it has answered',
    caughtBy: ['json/frozen-answers'],
    through: (adapter) => {
      const known = new Map<EnrollmentId, Enrollment>();
      return changedEnrollment(adapter, (answer) => Object.assign(known.get(answer.id) ?? {}, remember(known, answer)));
    },
  },
  {
    that: 'hands out its memory',
    caughtBy: ['json/own-answers'],
    through: (adapter) => {
      let kept: SecurityInfo | undefined;
      return { load: async (options) => (kept ??= await adapter.load(options)) };
    },
  },
  {
    that: 'reads the request after a while',
    caughtBy: ['json/wiped-requests'],
    through: (adapter) => ({
      begin: async (request, options) => {
        await Promise.resolve();
        return adapter.begin(request, options);
      },
    }),
  },
  {
    that: 'reads the proof after a while',
    caughtBy: ['json/wiped-requests'],
    through: (adapter) => ({
      verify: async (id, proof, options) => {
        await Promise.resolve();
        return adapter.verify(id, proof, options);
      },
    }),
  },
  {
    that: 'announces what nobody can open',
    caughtBy: ['shape/then'],
    through: (adapter) =>
      changedEnrollment(adapter, (one) =>
        one.next.type === 'done'
          ? { ...one, next: { ...one.next, then: { id: 'nowhere' as EnrollmentId, kind: 'totp' } } }
          : one,
      ),
  },
  {
    that: 'names a default that is no method',
    caughtBy: ['shape/load'],
    through: (adapter) => changedInfo(adapter, (info) => ({ ...info, defaultMethod: { methodId: 'gone' as never } })),
  },
  {
    that: 'counts durations below zero',
    caughtBy: ['shape/answers'],
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, expiresIn: -1 })),
  },
  {
    that: 'makes up a next of its own',
    caughtBy: ['shape/answers'],
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, next: { type: 'type-the-code' } as never })),
  },
  {
    that: 'answers about another enrolment',
    caughtBy: ['shape/pending-get', 'shape/same-enrollment'],
    through: (adapter) => ({
      get: async (id, options) => ({ ...(await adapter.get(id, options)), id: 'another' as EnrollmentId }),
    }),
  },
  {
    that: 'says nothing new in get',
    caughtBy: ['lost/verify-get', 'push/right-number', 'call/key'],
    through: (adapter) => {
      const first = new Map<EnrollmentId, Enrollment>();
      return {
        begin: async (request, options) => remember(first, await adapter.begin(request, options)),
        get: async (id, options) => first.get(id) ?? adapter.get(id, options),
      };
    },
  },
  {
    that: 'forgets in load what is open',
    caughtBy: ['shape/pending', 'lost/begin'],
    through: (adapter) => changedInfo(adapter, (info) => ({ ...info, pending: [] })),
  },
  {
    that: 'does not list what was registered',
    caughtBy: [
      'shape/registered-totp',
      'shape/registered-sms',
      'shape/registered-push',
      'shape/registered-passkey',
      'shape/registered-email',
      'codes/replay-totp',
    ],
    through: (adapter) => changedInfo(adapter, ({ defaultMethod: _, ...info }) => ({ ...info, methods: [] })),
  },
  {
    that: 'says that a function is absent which is there',
    caughtBy: ['shape/absent'],
    through: (adapter) => changedInfo(adapter, (info) => ({ ...info, absent: ['skip'] })),
  },
  {
    that: 'names in load alone what is absent',
    caughtBy: ['shape/absent-stays'],
    through: (adapter) => ({
      load: async (options) => ({ ...(await adapter.load(options)), absent: ['reauthenticate'] }),
      reauthenticate: () => Promise.reject(refusal({ code: 'unsupported' })),
    }),
  },
  {
    that: 'shows whole numbers in load',
    caughtBy: ['masking/load'],
    through: (adapter) =>
      changedInfo(adapter, (info) => ({
        ...info,
        methods: info.methods.map((method): RegisteredMethod => ({ ...method, label: '+81 90-1234-5678' })),
      })),
  },
  {
    that: 'says to which whole number the text went',
    caughtBy: ['masking/answers'],
    through: (adapter) =>
      changedEnrollment(adapter, (one) =>
        one.next.type === 'code' && one.next.delivery !== undefined
          ? ({ ...one, next: { ...one.next, delivery: { ...one.next.delivery, to: mobile } } } as Enrollment)
          : one,
      ),
  },
  {
    that: 'carries the secret in load',
    caughtBy: ['masking/load-secret', 'shape/pending', 'shape/answers'],
    through: (adapter) => ({
      load: async (options) => {
        const info = await adapter.load(options);
        const pending = await Promise.all(info.pending.map(({ id }) => adapter.get(id, options)));
        return { ...info, pending };
      },
    }),
  },
  {
    that: 'shows the secret after it was confirmed',
    caughtBy: ['masking/after-done'],
    through: (adapter) => {
      const shown = new Map<EnrollmentId, Provision | undefined>();
      return changedEnrollment(adapter, (one) => {
        if (one.next.type !== 'done') shown.set(one.id, provisionOf(one));
        const provision = shown.get(one.id);
        return one.next.type === 'done' && provision !== undefined
          ? { ...one, next: Object.assign({ provision }, one.next) }
          : one;
      });
    },
  },
  {
    that: 'tells the code for the ease of testing',
    caughtBy: ['masking/codes'],
    through: (adapter, { backend }) =>
      changedEnrollment(adapter, (one) => Object.assign({ debug: backend.messages().at(-1)?.text }, one)),
  },
  {
    that: 'ends all that a page has seen in another tab',
    caughtBy: ['tabs/same-secret', 'tabs/one-text'],
    through: (adapter, world) => {
      const tab = (tabs(world).count += 1);
      return {
        begin: (request, options) => adapter.begin(tab === 2 ? { ...request, restart: true } : request, options),
      };
    },
  },
];

const tabs = perPerson(() => ({ count: 0 }));

function remember(known: Map<EnrollmentId, Enrollment>, answer: Enrollment): Enrollment {
  known.set(answer.id, known.get(answer.id) ?? answer);
  return answer;
}
