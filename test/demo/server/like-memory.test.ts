/**
 * Whatever somebody does, and in whatever order, the reference backend answers as the one in memory does: same refusals,
 * same waits, same requirements. What each of them makes up for itself (ids, secrets, codes) is looked away from.
 */
import assert from 'node:assert/strict';
import process from 'node:process';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { BeginRequest, Enrollment, EnrollmentId } from '../../../src/contract/enrollment.js';
import { faultOf } from '../../../src/contract/enrollment-error.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import { Person as MemoryPerson } from '../../adapters/memory/person.js';
import type { Person } from './person.js';
import { codeAt, everything, House, otherNumber, otherThan, publicKey, toApp, toPush } from './person.js';

let house: House;
before(async () => {
  house = await House.open();
});
after(async () => {
  assert.deepEqual(house.troubles, []);
  await house.database.close();
});

type Adapter = Pick<
  MemoryPerson['adapter'],
  'load' | 'begin' | 'verify' | 'get' | 'challenge' | 'cancel' | 'remove' | 'setDefault' | 'skip'
>;

/** A person's hands: the wizard's calls, and what can be done on the phone. */
interface Hands {
  readonly adapter: Adapter;
  options(): ReturnType<Person['options']>;
  texts(): Promise<readonly string[]>;
  calls(): Promise<readonly { readonly id: string; readonly state: string }[]>;
  pair(code: string): Promise<unknown>;
  requests(): Promise<readonly { readonly id: string }[]>;
  approve(id: string, number: string): Promise<unknown>;
  deny(id: string): Promise<unknown>;
  readonly line: {
    answer(id: string): unknown;
    press(id: string, key: string): unknown;
    hangUp(id: string): unknown;
  };
  signInAgain(): void;
}

/** One backend, with what was seen of it. */
class Side {
  readonly hands: Hands;
  readonly ids: EnrollmentId[] = [];
  readonly #names = new Map<string, string>();
  readonly #secrets: string[] = [];
  #pairing = '';
  #shown = '';

  constructor(hands: Hands) {
    this.hands = hands;
  }

  /** What came of it, with this backend's own ids and secrets made the same as the other's. */
  async outcome(work: () => unknown): Promise<unknown> {
    try {
      return this.#plain(await work());
    } catch (thrown) {
      return faultOf(thrown) ?? (thrown as Error).message;
    }
  }

  async see(call: Promise<Enrollment>): Promise<Enrollment> {
    const enrollment = await call;
    const { id, next } = enrollment;
    if (!this.ids.includes(id)) this.ids.push(id);
    if (next.type === 'code' && next.provision) {
      this.#secrets.push(next.provision.manual.find(({ name }) => name === 'secret')?.value ?? '');
    }
    if (next.type === 'wait' && next.for === 'pairing') this.#pairing = next.provision?.uri ?? '';
    if (next.type === 'wait' && next.for === 'approval') this.#shown = next.matchNumber ?? '';
    return enrollment;
  }

  id(back: number): EnrollmentId {
    return this.ids.at(-1 - back) ?? ('enrollment-none' as EnrollmentId);
  }

  async type(back: number, what: 'app' | 'text' | 'older' | 'wrong' | 'odd'): Promise<Enrollment> {
    const texted = (await this.hands.texts()).map((text) => /\d{6}/.exec(text)?.[0] ?? '');
    const shown = this.#secrets.map((secret) => codeAt(secret, house.clock.at));
    const code = {
      app: shown.at(-1) ?? '000000',
      text: texted.at(-1) ?? '000000',
      older: texted.at(-2) ?? '000000',
      wrong: otherThan(...texted.slice(-1), ...shown.slice(-1)),
      odd: '12 34',
    }[what];
    return await this.see(this.hands.adapter.verify(this.id(back), { type: 'code', code }, this.hands.options()));
  }

  pair(): Promise<unknown> {
    return this.hands.pair(this.#pairing);
  }

  async approve(isRight: boolean): Promise<undefined> {
    const request = (await this.hands.requests()).at(-1);
    if (request) await this.hands.approve(request.id, isRight ? this.#shown : otherNumber(this.#shown));
    return undefined;
  }

  async deny(): Promise<undefined> {
    const request = (await this.hands.requests()).at(-1);
    if (request) await this.hands.deny(request.id);
    return undefined;
  }

  async onCall(tap: 'answer' | 'hangUp' | '#' | '1'): Promise<undefined> {
    const call = (await this.hands.calls()).at(-1);
    if (call === undefined) return undefined;
    if (tap === 'answer' || tap === 'hangUp') await this.hands.line[tap](call.id);
    else await this.hands.line.press(call.id, tap);
    return undefined;
  }

  /** What the phone and the account look like now. */
  async view(): Promise<unknown> {
    const info = await this.hands.adapter.load(this.hands.options());
    const calls = (await this.hands.calls()).map(({ state }) => state);
    const asked = (await this.hands.requests()).length;
    return this.#plain({ info, calls, asked, texts: (await this.hands.texts()).length });
  }

  #plain(value: unknown): unknown {
    if (value === undefined) return value;
    return JSON.parse(JSON.stringify(value), (key, one: unknown) => {
      if (typeof one !== 'string') return one;
      if (['uri', 'deepLink', 'value', 'matchNumber', 'deviceId'].includes(key)) return '*';
      const isOurs = /^(enrollment|method)-/.test(one);
      if (!isOurs) return one;
      const known = this.#names.get(one) ?? `#${String(this.#names.size)}`;
      this.#names.set(one, known);
      return known;
    }) as unknown;
  }
}

let numbers = 40_000_000;

async function bothSides(): Promise<readonly [Side, Side, string]> {
  numbers += 10;
  const brakes = { sendsPerRange: 1e6, sendsPerCallingCode: 1e6, sendsInAll: 1e6 };
  const plan = { lineOf: () => 'mobile' as const, countryOf: () => 'JP' };
  const person = await house.person({ numbers: plan, limits: brakes });
  const { account } = await person.load();
  const clock = { now: () => house.clock.at };
  const memory = new MemoryPerson({ account, requirements: everything, notifiesOnChange: true, clock });
  return [new Side(handsInMemory(memory)), new Side(handsOf(person)), `+8190${String(numbers)}`];
}

function handsInMemory(person: MemoryPerson): Hands {
  const { app, line } = person.backend;
  return {
    adapter: person.adapter,
    options: () => person.options(),
    texts: async () => person.backend.messages().map(({ text }) => text),
    calls: async () => line.calls(),
    pair: async (code) => {
      await app.pair(code);
    },
    requests: async () => app.requests(),
    approve: async (id, number) => {
      app.approve(id, number);
    },
    deny: async (id) => {
      app.deny(id);
    },
    line,
    signInAgain: () => person.backend.signInAgain(),
  };
}

function handsOf(person: Person): Hands {
  const { companion } = person.backend;
  const devices: string[] = [];
  const owner = new Map<string, string>();
  let sessions = 1;
  return {
    get adapter() {
      return person.adapter;
    },
    options: () => person.options(),
    texts: async () => (await person.messages('sms')).map(({ text }) => text),
    calls: () => person.messages('voice'),
    pair: async (code) => {
      devices.push((await companion.pair({ code, publicKey, name: 'x' })).deviceId);
    },
    requests: async () => {
      const asked = [];
      for (const device of devices) {
        for (const request of await companion.requests(device)) {
          owner.set(request.id, device);
          asked.push(request);
        }
      }
      return asked;
    },
    approve: (id, number) => companion.answer(owner.get(id) ?? '', id, 'approve', number),
    deny: (id) => companion.answer(owner.get(id) ?? '', id, 'deny'),
    line: person.telephone,
    signInAgain: () => {
      sessions += 1;
      person.session = `session-${String(sessions)}`;
    },
  };
}

/** Something somebody does, on one of the two sides. */
type Deed = (side: Side, number: string) => unknown;

const back = fc.constantFrom(0, 0, 0, 1, 2);
const nth = fc.nat(3);
const method = async ({ hands }: Side, n: number): Promise<SecurityInfo['methods'][number]> => {
  const { methods } = await hands.adapter.load(hands.options());
  return methods[n % Math.max(methods.length, 1)] ?? ({ id: 'method-none' } as SecurityInfo['methods'][number]);
};

const begins = fc
  .record({ what: fc.constantFrom('push', 'app', 'sms', 'voice'), last: fc.nat(1), restart: fc.constantFrom(0, 0, 1) })
  .map(({ what, last, restart }): [string, Deed] => [
    `begin ${what} ${String(last)}${restart ? ' again' : ''}`,
    (side, number) => {
      const phone = {
        kind: 'phone',
        number: number.slice(0, -1) + String(last),
        channel: what,
      } as BeginRequest<'phone'>;
      const apps: Readonly<Record<string, BeginRequest>> = { push: toPush, app: toApp };
      const request = apps[what] ?? phone;
      const wish = restart ? { ...request, restart: true as const } : request;
      return side.see(side.hands.adapter.begin(wish, side.hands.options()));
    },
  ]);

const deeds: fc.Arbitrary<[string, Deed]> = fc.oneof(
  { arbitrary: begins, weight: 6 },
  {
    arbitrary: fc
      .tuple(back, fc.constantFrom('app', 'text', 'older', 'wrong', 'wrong', 'odd'))
      .map(([n, what]): [string, Deed] => [`type ${what} ${String(n)}`, (side) => side.type(n, what)]),
    weight: 6,
  },
  {
    arbitrary: fc
      .tuple(back, fc.constantFrom(undefined, undefined, 'sms', 'voice'))
      .map(([n, channel]): [string, Deed] => [
        `challenge ${String(n)} ${String(channel)}`,
        (side) => {
          const how = channel === undefined ? {} : { channel };
          return side.see(side.hands.adapter.challenge(side.id(n), how, side.hands.options()));
        },
      ]),
    weight: 5,
  },
  back.map((n): [string, Deed] => [
    `get ${String(n)}`,
    (side) => side.see(side.hands.adapter.get(side.id(n), side.hands.options())),
  ]),
  back.map((n): [string, Deed] => [
    `cancel ${String(n)}`,
    (side) => side.hands.adapter.cancel(side.id(n), side.hands.options()),
  ]),
  fc
    .constantFrom('app', 'phone', 'none')
    .map((id): [string, Deed] => [`skip ${id}`, ({ hands }) => hands.adapter.skip(id, hands.options())]),
  nth.map((n): [string, Deed] => [
    `remove ${String(n)}`,
    async (side) => side.hands.adapter.remove((await method(side, n)).id, side.hands.options()),
  ]),
  fc.tuple(nth, fc.constantFrom(undefined, 'sms', 'voice')).map(([n, channel]): [string, Deed] => [
    `default ${String(n)} ${String(channel)}`,
    async (side) => {
      const ref = { methodId: (await method(side, n)).id, ...(channel !== undefined && { channel }) };
      return await side.hands.adapter.setDefault(ref, side.hands.options());
    },
  ]),
  { arbitrary: fc.constant<[string, Deed]>(['pair', (side) => side.pair()]), weight: 3 },
  {
    arbitrary: fc
      .constantFrom(true, true, false)
      .map((isRight): [string, Deed] => [`approve ${String(isRight)}`, (side) => side.approve(isRight)]),
    weight: 3,
  },
  fc.constant<[string, Deed]>(['deny', (side) => side.deny()]),
  {
    arbitrary: fc
      .constantFrom('answer', 'answer', '#', '#', '1', 'hangUp')
      .map((tap): [string, Deed] => [`tap ${tap}`, (side) => side.onCall(tap)]),
    weight: 4,
  },
  fc.constant<[string, Deed]>(['sign in again', ({ hands }) => hands.signInAgain()]),
);

const waits = fc.constantFrom(0, 0, 0, 1_000, 5_000, 30_000, 46_000, 120_000, 660_000, 1_860_000);

test('whatever is done, both backends answer the same', async () => {
  const numRuns = Number(process.env['RUNS'] ?? 12);
  const script = fc.array(fc.tuple(deeds, waits), { minLength: 10, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const [memory, reference, number] = await bothSides();
      const done: string[] = [];
      for (const [[name, deed], wait] of steps) {
        done.push(wait > 0 ? `${name} and ${String(wait)} ms` : name);
        const expected = await memory.outcome(() => deed(memory, number));
        const actual = await reference.outcome(() => deed(reference, number));
        assert.deepEqual(actual, expected, done.join(', '));
        assert.deepEqual(await reference.view(), await memory.view(), done.join(', '));
        house.pass(wait);
        // The one in memory notices what is over when somebody looks.
        await memory.view();
      }
    }),
    { numRuns, includeErrorInReport: true },
  );
});
