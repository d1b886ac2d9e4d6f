/** Somebody who pumps texts: a handful of accounts, many addresses, and a block of numbers that lie side by side. */
import assert from 'node:assert/strict';
import { env } from 'node:process';
import parse from 'libphonenumber-js/max';
import type { MessageProvider } from '../../../../demo/server/messages/provider.js';
import { policy, type Policy } from '../../../../demo/server/policy.js';
import { schema } from '../../../../demo/server/database/index.js';
import type { ReferenceBackend, RequirementWish } from '../../../../demo/server/reference/index.js';
import type { Enrollment } from '../../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../../src/contract/fault.js';
import { handlerOf, requestOf } from '../over-http.js';
import type { House } from '../person.js';

/** Asked for by `ATTACK=whole`; else an attack is its beginning, long enough for everything that it has to meet. */
export const isWhole = env['ATTACK'] === 'whole';

/** A text that went out. */
export interface Text {
  readonly to: string;
  readonly source: string;
  readonly accountId: string;
  readonly at: number;
}

export interface Plan {
  readonly calls: number;
  readonly sources: number;
  readonly accounts: number;
  readonly numbers: readonly string[];
  readonly limits?: Partial<Policy>;
  /** Rounds of what is due are done all the time, so that they come upon messages that a call is about to send. */
  readonly isWorking?: true;
}

/** Fewer than accounts, so that none has two calls under way; a few, so that nobody waits long for the one connection. */
const atOnce = 5;

const phone: readonly RequirementWish[] = [
  { id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms', 'voice'] }] },
];

export class Attack {
  readonly texts: Text[] = [];
  /** What the calls were answered with: a status, or the code of the refusal. */
  readonly outcomes = new Map<string, number>();
  readonly #house: House;
  readonly #plan: Plan;
  readonly #name: string;
  /** From where an account's call that is under way comes. */
  readonly #under = new Map<string, string>();

  constructor(house: House, name: string, plan: Plan) {
    this.#house = house;
    this.#name = name;
    this.#plan = plan;
  }

  /** The accounts take turns, some at the same time, from another address and for another number each time. */
  async run(): Promise<void> {
    const { calls, accounts, limits = {}, isWorking } = this.#plan;
    // What the machine's clock counts is taken back, so that each attack starts with nothing spent.
    await this.#house.database.db.delete(schema.rateLimits);
    const provider: MessageProvider = {
      send: async ({ to, accountId }) => {
        const source = this.#under.get(accountId) ?? assert.fail('a text that nobody asked for');
        this.texts.push({ to, source, accountId, at: this.#house.clock.at });
        return { type: 'taken' };
      },
    };
    const backend = this.#house.backend({ provider, limits });
    const ids = Array.from({ length: accounts }, (_, count) => `${this.#name}-${String(count)}`);
    for (const id of ids) await backend.accounts.create({ id, label: id, requirements: phone });
    let isOver = false;
    const rounds = isWorking ? this.#work(backend, () => isOver) : undefined;
    for (let done = 0; done < calls; done += atOnce) {
      const turns = Array.from({ length: Math.min(atOnce, calls - done) }, (_, count) => done + count);
      await Promise.all(turns.map((turn) => this.#call(backend, ids[turn % accounts] ?? '', turn)));
      // The whole attack takes less than the hour over which the brakes count.
      this.#house.pass(Math.floor((50 * 60_000 * atOnce) / calls));
    }
    isOver = true;
    await rounds;
  }

  async #work(backend: ReferenceBackend, isOver: () => boolean): Promise<void> {
    while (!isOver()) await backend.work();
  }

  async #call(backend: ReferenceBackend, accountId: string, turn: number): Promise<void> {
    const { sources, numbers } = this.#plan;
    // Strides without a common factor, so that addresses and numbers meet in ever new ways.
    const source = `198.51.100.${String((turn * 7) % sources)}`;
    const number = numbers[(turn * 13) % numbers.length] ?? assert.fail();
    this.#under.set(accountId, source);
    const handler = handlerOf(backend, { accountId, sessionId: 'session' });
    const body = { kind: 'phone', number, channel: 'sms' };
    const response = await handler(requestOf('begin', { body, headers: { 'x-real-ip': source } }));
    const said = (await response.json()) as Enrollment | { readonly fault: EnrollmentFault };
    const outcome = 'fault' in said ? said.fault.code : said.next.type;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  /** The most texts that any one of its keys got, by the name of the cap that holds for it. */
  peaks(): Readonly<Record<'sendsPerSource' | 'sendsPerRange' | 'sendsPerCallingCode' | 'sendsInAll', number>> {
    return {
      sendsPerSource: this.#most(({ source }) => source),
      sendsPerRange: this.#most(({ to }) => to.slice(0, -4)),
      sendsPerCallingCode: this.#most(({ to }) => parse(to)?.countryCallingCode ?? ''),
      sendsInAll: this.#most(() => 'all'),
    };
  }

  /** Every cap of the policy holds, and so do the windows of each number and account. */
  assertHeld(): void {
    const rules = { ...policy, ...this.#plan.limits };
    for (const [cap, peak] of Object.entries(this.peaks())) {
      const most = rules[cap as keyof ReturnType<Attack['peaks']>];
      assert.ok(peak <= most, `${cap}: ${String(peak)} texts where ${String(most)} may go out`);
    }
    assert.ok(this.#densest(({ to }) => to, rules.sendsPerNumberWithin) <= rules.sendsPerNumber);
    assert.ok(this.#densest(({ accountId }) => accountId, rules.sendsPerAccountWithin) <= rules.sendsPerAccount);
  }

  #most(keyOf: (text: Text) => string): number {
    return Math.max(0, ...this.#by(keyOf).map(({ length }) => length));
  }

  /** The most texts of one key in any stretch of so many milliseconds. */
  #densest(keyOf: (text: Text) => string, within: number): number {
    const stretches = this.#by(keyOf).flatMap((texts) =>
      texts.map(({ at }) => texts.filter((other) => other.at >= at && other.at < at + within).length),
    );
    return Math.max(0, ...stretches);
  }

  #by(keyOf: (text: Text) => string): readonly (readonly Text[])[] {
    const keys = [...new Set(this.texts.map(keyOf))];
    return keys.map((key) => this.texts.filter((text) => keyOf(text) === key));
  }
}
