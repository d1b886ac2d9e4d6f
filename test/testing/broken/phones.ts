/** Broken in what a phone does: texts, calls, and the organisation's app. */
import type { MethodId } from '../../../src/contract/enrollment.js';
import type { RegisteredMethod } from '../../../src/contract/security-info.js';
import type { World } from '../memory-lab.js';
import { type Broken, changedInfo, type Full, orElse, perPerson } from './broken.js';

const minute = 60_000;

/** Breaks what the phone does. The lab holds the same objects, so it is done in place. */
function phone<P extends 'app' | 'line'>(
  part: P,
  change: (original: World['backend'][P], world: World) => Partial<World['backend'][P]>,
): NonNullable<Broken['through']> {
  return (adapter, world) => {
    const original = { ...world.backend[part] };
    Object.assign(world.backend[part], change(original, world));
    return adapter;
  };
}

const confirmations = perPerson(() => new Set<string>());
const screens = perPerson(() => ({ number: '' }));

/** Breaks the app with what it must not know: the number that the wizard shows. */
function withNumber(
  change: (app: World['backend']['app'], shown: () => string) => Partial<World['backend']['app']>,
): NonNullable<Broken['through']> {
  return (adapter, world) => {
    const screen = screens(world);
    phone('app', (app) => change(app, () => screen.number))(adapter, world);
    return {
      challenge: async (id, how, options) => {
        const answer = await adapter.challenge(id, how, options);
        if (answer.next.type === 'wait') screen.number = answer.next.matchNumber ?? '';
        return answer;
      },
    };
  };
}

export const phones: readonly Broken[] = [
  {
    that: 'guesses the country of a number',
    caughtBy: ['phone/e164'],
    through: (adapter) => ({
      begin: (request, options) =>
        adapter.begin(
          request.kind === 'phone' && request.number.startsWith('0')
            ? { ...request, number: `+81${request.number.slice(1)}` }
            : request,
          options,
        ),
    }),
  },
  {
    that: 'confirms the second number by the code for the first',
    caughtBy: ['phone/other-number'],
    through: (adapter) => {
      let first: string | undefined;
      return {
        begin: (request, options) => {
          if (request.kind !== 'phone') return adapter.begin(request, options);
          first ??= request.number;
          return adapter.begin({ ...request, number: first }, options);
        },
      };
    },
  },
  {
    that: 'lists a number as often as it was confirmed',
    caughtBy: ['phone/same-number-twice'],
    through: (adapter) => {
      const all: RegisteredMethod[] = [];
      return {
        load: async (options) => ({ ...(await adapter.load(options)), methods: all }),
        verify: async (id, proof, options) => {
          const answer = await adapter.verify(id, proof, options);
          if (answer.next.type === 'done') all.push(...answer.next.methods);
          return answer;
        },
      };
    },
  },
  {
    that: 'ends a good code for a number that it refuses',
    caughtBy: ['phone/refused-number-keeps-open'],
    through: (adapter) => ({
      begin: async (request, options) => {
        const { pending } = await adapter.load(options);
        for (const { id, kind } of pending) {
          if (request.kind === 'phone' && kind === 'phone') await adapter.cancel(id, options);
        }
        return adapter.begin(request, options);
      },
    }),
  },
  {
    that: 'texts landlines',
    caughtBy: ['phone/landline'],
    backend: { lineOf: () => 'mobile' },
  },
  {
    that: 'texts where another channel was wished',
    caughtBy: ['phone/other-kind-of-channel'],
    through: (adapter) => ({
      begin: (request, options) =>
        adapter.begin(request.kind === 'phone' ? { ...request, channel: 'sms' } : request, options),
    }),
  },
  {
    that: 'waits with the text until it is asked for once more',
    caughtBy: ['phone/one-text', 'lost/begin'],
    through: (_, { backend }) => {
      Object.assign(backend, { messages: () => [] });
      return {};
    },
  },
  {
    that: 'speaks one language',
    caughtBy: ['phone/locale'],
    through: (adapter) => ({
      begin: (request, options) => adapter.begin(request, { ...options, locale: 'en' }),
    }),
  },
  {
    that: 'takes any key',
    caughtBy: ['call/wrong-key'],
    through: phone('line', (line) => ({ press: (id) => line.press(id, '#') })),
  },
  {
    that: 'takes whoever picks up',
    caughtBy: ['call/answering-is-not-enough'],
    through: phone('line', (line) => ({
      answer: (id) => {
        line.answer(id);
        line.press(id, '#');
      },
    })),
  },
  {
    that: 'takes what is typed for a call that waits for a key',
    caughtBy: ['call/nothing-to-type'],
    through: (adapter: Full, { backend: { line } }) => ({
      verify: async (id, proof, options) => {
        for (const call of line.calls()) {
          line.answer(call.id);
          line.press(call.id, '#');
        }
        return orElse(adapter.verify(id, proof, options), () => adapter.get(id, options));
      },
    }),
  },
  {
    that: 'approves without a number',
    caughtBy: ['push/no-number', 'push/empty-number'],
    through: withNumber((app, shown) => ({ approve: (id, number) => app.approve(id, number || shown()) })),
  },
  {
    that: 'approves by any number',
    caughtBy: ['push/other-number', 'push/wrong-number-ends'],
    through: withNumber((app, shown) => ({ approve: (id, number) => app.approve(id, number && shown()) })),
  },
  {
    that: 'lets people try numbers',
    caughtBy: ['push/wrong-number-ends'],
    through: withNumber((app, shown) => ({
      approve: (id, number) => {
        if (number === shown()) app.approve(id, number);
      },
    })),
  },
  {
    that: 'takes an answer to an older request for one to the latest',
    caughtBy: ['push/asked-again'],
    through: withNumber((app, shown) => ({
      approve: (id, number) => app.approve(app.requests().at(-1)?.id ?? id, number && shown()),
    })),
  },
  {
    that: 'registers as often as the phone confirms',
    caughtBy: ['push/approved-twice', 'call/key-twice'],
    through: (adapter, world) => {
      const taps = confirmations(world);
      phone('app', (app) => ({
        approve: (id, number) => {
          taps.add(`approved ${id} ${taps.size}`);
          app.approve(id, number);
        },
      }))(adapter, world);
      phone('line', (line) => ({
        press: (id, key) => {
          taps.add(`pressed ${id} ${taps.size}`);
          line.press(id, key);
        },
      }))(adapter, world);
      return changedInfo(adapter, (info) => ({
        ...info,
        // Both tabs of the person pass each tap on, so that one tap is noted down twice.
        methods: info.methods.flatMap((method) =>
          taps.size > 2 ? [method, { ...method, id: `${method.id}-2` as MethodId }] : [method],
        ),
      }));
    },
  },
  {
    that: 'does not hear a "no"',
    caughtBy: ['push/deny'],
    through: phone('app', () => ({ deny: () => undefined })),
  },
  {
    that: 'asks for an hour',
    caughtBy: ['push/request-ends'],
    backend: { limits: { approvalLife: 60 * minute, enrollmentLife: 60 * minute } },
  },
  {
    that: 'pairs any number of phones by one code',
    caughtBy: ['push/pairs-once'],
    through: phone('app', (app) => ({ pair: (text) => app.pair(text).catch(() => undefined) })),
  },
  {
    that: 'takes the number typed in the wizard for an approval',
    caughtBy: ['push/nothing-to-type'],
    through: (adapter: Full, { backend: { app } }) => ({
      verify: async (id, proof, options) => {
        const [request] = app.requests();
        if (request !== undefined && proof.type === 'code') app.approve(request.id, proof.code);
        return adapter.get(id, options);
      },
    }),
  },
];
