/** A person with a phone in front of the backend, who notes down what was shown, what was proved, and what was sent. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MemoryBackendOptions } from '../../../src/adapters/memory/index.js';
import type { BeginRequest, Enrollment, EnrollmentId } from '../../../src/contract/enrollment.js';
import { faultOf } from '../../../src/contract/enrollment-error.js';
import {
  callOffer,
  codeAt,
  minutes,
  Person,
  provisionIn,
  pushOffer,
  seconds,
  secretIn,
  toApp,
  toCall,
  toMobile,
  toPush,
  totpOffer,
} from './person.js';

export class Visit {
  readonly person: Person;
  readonly ids: EnrollmentId[] = [];
  readonly secrets: string[] = [];
  readonly pairingCodes: string[] = [];
  /** Texts and calls. */
  readonly sends: { readonly to: string; readonly at: number }[] = [];
  /** Every request that the app ever showed, and the number that the wizard showed for it. */
  readonly requests: { readonly id: string; readonly at: number; number: string | undefined }[] = [];
  readonly calls: string[] = [];
  /** Requests with the right number, calls with #, and codes that were taken. */
  proofs = 0;
  readonly #tabs: number;

  /** With more than one tab nobody outside can tell which request a number was shown for: any that was shown may be right. */
  constructor(options: Partial<MemoryBackendOptions> = {}, tabs = 1) {
    this.#tabs = tabs;
    this.person = new Person({
      requirements: [
        { id: 'app', anyOf: [pushOffer, totpOffer, callOffer] },
        { id: 'phone', anyOf: [callOffer], skip: { timesLeft: 2 } },
      ],
      ...options,
    });
    const { app, line, onMessage } = this.person.backend;
    const now = (): number => this.person.clock.at;
    onMessage(({ to }) => this.sends.push({ to, at: now() }));
    line.onCalls(() => {
      for (const { id, to } of line.calls().slice(this.calls.length)) {
        this.calls.push(id);
        this.sends.push({ to, at: now() });
      }
    });
    app.onRequests(() => {
      for (const { id } of app.requests()) {
        if (!this.requests.some((known) => known.id === id)) this.requests.push({ id, at: now(), number: undefined });
      }
    });
  }

  /** Every answer is JSON, and everything that is no answer is a refusal of the contract. */
  async call<T>(call: Promise<T>): Promise<T | undefined> {
    const answer = await call.catch((thrown: unknown) => {
      const fault = faultOf(thrown) ?? assert.fail(`not a refusal: ${String(thrown)}`);
      assert.deepEqual(JSON.parse(JSON.stringify(fault)), fault);
      return undefined;
    });
    if (answer !== undefined) assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
    return answer;
  }

  /** Looks at what the wizard shows. */
  async see(call: Promise<Enrollment>): Promise<void> {
    const enrollment = await this.call(call);
    if (enrollment === undefined) return;
    const { id, kind, next } = enrollment;
    if (!this.ids.includes(id)) this.ids.push(id);
    if (next.type === 'code') assert.ok((next.attemptsLeft ?? -1) >= 0);
    if (next.type === 'code' && kind === 'totp') this.secrets.push(secretIn(next));
    if (next.type === 'wait' && next.for === 'pairing') this.pairingCodes.push(provisionIn(next).uri);
    if (next.type === 'wait' && next.for === 'approval') {
      const latest = this.requests.at(-1) ?? assert.fail('the wizard shows a number, and the app was not asked');
      latest.number = next.matchNumber;
    }
  }

  begin(request: BeginRequest): Promise<void> {
    return this.see(this.person.begin(request));
  }

  /** Hands in a code, twice under its key where the first answer is lost. */
  async type(id: EnrollmentId, code: string, loses: boolean): Promise<void> {
    const options = this.person.options();
    if (loses) this.person.backend.loseAnswer('verify');
    const proof = { type: 'code', code } as const;
    const first = await this.call(this.person.adapter.verify(id, proof, options));
    const answer = first ?? (await this.call(this.person.adapter.verify(id, proof, options)));
    if (answer?.next.type === 'done') this.proofs += 1;
  }

  approve(request: string, number: string | undefined): void {
    const { app } = this.person.backend;
    const asked = this.#tabs > 1 ? this.requests : this.requests.filter(({ id }) => id === request);
    const isShown = number !== undefined && asked.some((one) => one.number === number);
    if (isShown && app.requests().some(({ id }) => id === request)) this.proofs += 1;
    app.approve(request, number);
  }

  press(call: string, key: string): void {
    const { line } = this.person.backend;
    const isOpen = line.calls().some(({ id, state }) => id === call && state === 'answered');
    if (isOpen && key === '#') this.proofs += 1;
    line.press(call, key);
  }

  /** Every code that a text or a call brought. */
  codes(): string[] {
    const { backend } = this.person;
    const said = backend.line.calls().map(({ spoken }) => spoken.replaceAll(' ', ''));
    return [...backend.messages().map(({ text }) => text), ...said].flatMap((text) => text.match(/\d{6}/g) ?? []);
  }
}

/** Something somebody does; numbers choose among what is there. */
export type Deed = (visit: Visit) => unknown;

const pick = <T>(from: readonly T[], n: number): T | undefined => from[from.length === 0 ? 0 : n % from.length];
const nobody = 'nobody' as EnrollmentId;
/** One of those begun so far, mostly a late one: that is what people are at. */
const anId = ({ ids }: Visit, n: number): EnrollmentId => pick(n < 35 ? ids.slice(-2) : ids, n) ?? nobody;

const which = fc.nat(50);
const restart = fc.constantFrom({}, {}, { restart: true } as const);
const number = fc.constantFrom('+819012345678', '+819087654321', '+15551234567');
const requests: fc.Arbitrary<BeginRequest> = fc.oneof(
  restart.map((again) => ({ ...toPush, ...again })),
  restart.map((again) => ({ ...toApp, ...again })),
  fc.tuple(fc.constantFrom(toMobile, toCall), number, restart).map(([to, e164, again]) => ({
    ...to,
    ...again,
    number: e164,
  })),
);
const channel = fc.constantFrom(undefined, undefined, 'sms', 'voice');

/** What is done in a wizard. */
export const inTheWizard: fc.Arbitrary<Deed> = fc.oneof(
  {
    arbitrary: requests.map(
      (request): Deed =>
        (visit) =>
          visit.begin(request),
    ),
    weight: 2,
  },
  fc.constant<Deed>(async (visit) => {
    await visit.begin(toPush);
    await visit.person.backend.app.pair(visit.pairingCodes.at(-1) ?? '').catch(() => undefined);
    await visit.see(visit.person.sendAgain(visit.ids.at(-1) ?? nobody));
  }),
  fc.tuple(which, which, fc.boolean()).map(([n, m, loses]): Deed => (visit) => {
    const secret = pick(visit.secrets, m);
    const code = secret === undefined ? '000000' : codeAt(secret, visit.person.clock.at);
    return visit.type(anId(visit, n), code, loses);
  }),
  fc.tuple(which, which, fc.boolean()).map(
    ([n, m, loses]): Deed =>
      (visit) =>
        visit.type(anId(visit, n), pick(visit.codes(), m) ?? '000000', loses),
  ),
  fc.tuple(which, fc.string()).map(
    ([n, text]): Deed =>
      (visit) =>
        visit.type(anId(visit, n), text, false),
  ),
  {
    arbitrary: fc.tuple(which, channel).map(
      ([n, by]): Deed =>
        (visit) =>
          visit.see(visit.person.sendAgain(anId(visit, n), by)),
    ),
    weight: 3,
  },
  which.map(
    (n): Deed =>
      (visit) =>
        visit.see(visit.person.get(anId(visit, n))),
  ),
  which.map(
    (n): Deed =>
      (visit) =>
        visit.call(visit.person.cancel(anId(visit, n))),
  ),
  fc.constantFrom('app', 'phone', 'none').map(
    (id): Deed =>
      (visit) =>
        visit.call(visit.person.skip(id)),
  ),
  which.map((n): Deed => async (visit) => {
    const { methods } = await visit.person.load();
    const method = pick(methods, n);
    if (method !== undefined) await visit.call(visit.person.setDefault({ methodId: method.id }));
  }),
);

/** What cannot be the number that the wizard shows. */
export const noNumber = fc.constantFrom(undefined, '', '7', '123', 'yes');

/** What is done on the phone: hasty, late, or right. */
export const onThePhone: fc.Arbitrary<Deed> = fc.oneof(
  {
    arbitrary: which.map((n): Deed => async (visit) => {
      const code = pick([...visit.pairingCodes].reverse(), n % 3) ?? 'nothing';
      await visit.person.backend.app.pair(code).catch((thrown: unknown) => {
        assert.match((thrown as Error).message, /^(unknown|used|expired)$/);
      });
    }),
    weight: 3,
  },
  {
    arbitrary: fc.tuple(which, which).map(([n, m]): Deed => (visit) => {
      const shown = [...visit.requests].reverse();
      visit.approve(pick(shown, n % 3)?.id ?? 'nobody', pick(shown, m % 3)?.number);
    }),
    weight: 3,
  },
  {
    arbitrary: fc.constant<Deed>((visit) => {
      const latest = visit.requests.at(-1);
      visit.approve(latest?.id ?? 'nobody', latest?.number);
    }),
    weight: 2,
  },
  fc.tuple(which, noNumber).map(([n, given]): Deed => (visit) => {
    visit.approve(pick(visit.requests, n)?.id ?? 'nobody', given);
  }),
  which.map((n): Deed => (visit) => {
    visit.person.backend.app.deny(pick(visit.requests, n)?.id ?? 'nobody');
  }),
  {
    arbitrary: which.map((n): Deed => (visit) => {
      visit.person.backend.line.answer(pick([...visit.calls].reverse(), n % 3) ?? 'nobody');
    }),
    weight: 3,
  },
  {
    arbitrary: fc.tuple(which, fc.constantFrom('#', '#', '1', '')).map(([n, key]): Deed => (visit) => {
      visit.press(pick([...visit.calls].reverse(), n % 3) ?? 'nobody', key);
    }),
    weight: 3,
  },
  which.map((n): Deed => (visit) => {
    visit.person.backend.line.hangUp(pick(visit.calls, n) ?? 'nobody');
  }),
);

/** Time passes, or a new session begins. */
export const meanwhile: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .constantFrom(seconds(1), seconds(30), seconds(46), minutes(2), minutes(11), minutes(31))
    .map((time): Deed => (visit) => {
      visit.person.pass(time);
    }),
  fc.constant<Deed>((visit) => {
    visit.person.backend.signInAgain();
  }),
);
