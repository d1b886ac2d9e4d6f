/** Whatever people, tabs and networks do in whatever order: a few things stay true (R1, R26, R27, R69). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import { faultOf } from '../../../src/contract/enrollment-error.js';
import {
  codeAt,
  codeStep,
  minutes,
  Person,
  phoneOffer,
  seconds,
  secretIn,
  toApp,
  toMobile,
  totpOffer,
} from './person.js';

/** A person in front of the backend who notes down what they proved and what they were answered. */
class Visit {
  readonly person = new Person({
    requirements: [
      { id: 'app', anyOf: [totpOffer, phoneOffer] },
      { id: 'phone', anyOf: [phoneOffer], skip: { timesLeft: 2 } },
    ],
  });
  readonly ids: EnrollmentId[] = [];
  readonly secrets: string[] = [];
  readonly sentAt: { readonly to: string; readonly at: number }[] = [];
  proved = 0;

  constructor() {
    this.person.backend.onMessage(({ to }) => this.sentAt.push({ to, at: this.person.clock.at }));
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

  async begin(request: Parameters<Person['begin']>[0]): Promise<void> {
    const enrollment = await this.call(this.person.begin(request));
    if (enrollment === undefined) return;
    this.ids.push(enrollment.id);
    if (enrollment.kind === 'totp') this.secrets.push(secretIn(enrollment.next));
    assert.ok((codeStep(enrollment.next).attemptsLeft ?? -1) >= 0);
  }

  /** Hands in a code, twice under its key where the first answer is lost. */
  async type(id: EnrollmentId, code: string, loses: boolean): Promise<void> {
    const options = this.person.options();
    if (loses) this.person.backend.loseAnswer('verify');
    const proof = { type: 'code', code } as const;
    const first = await this.call(this.person.adapter.verify(id, proof, options));
    const answer = first ?? (await this.call(this.person.adapter.verify(id, proof, options)));
    if (answer?.next.type === 'done') this.proved += 1;
  }
}

const number = fc.constantFrom('+819012345678', '+819087654321', '+15551234567');
const restart = fc.constantFrom({}, { restart: true } as const);
const which = fc.nat(50);

/** Something somebody does; `pick` chooses among what is there. */
type Deed = (visit: Visit) => Promise<unknown>;
const pick = <T>(from: readonly T[], n: number): T | undefined => from[from.length === 0 ? 0 : n % from.length];
const withId = (visit: Visit, n: number, act: (id: EnrollmentId) => Promise<unknown>): Promise<unknown> =>
  act(pick(visit.ids, n) ?? ('nobody' as EnrollmentId));

const deed: fc.Arbitrary<Deed> = fc.oneof(
  restart.map(
    (again): Deed =>
      (visit) =>
        visit.begin({ ...toApp, ...again }),
  ),
  fc.tuple(number, restart).map(
    ([to, again]): Deed =>
      (visit) =>
        visit.begin({ ...toMobile, ...again, number: to }),
  ),
  fc.tuple(which, which, fc.boolean()).map(([n, m, loses]): Deed => (visit) => {
    const secret = pick(visit.secrets, m);
    const code = secret === undefined ? '000000' : codeAt(secret, visit.person.clock.at);
    return withId(visit, n, (id) => visit.type(id, code, loses));
  }),
  fc.tuple(which, which, fc.boolean()).map(([n, m, loses]): Deed => (visit) => {
    const code = pick(visit.person.backend.messages(), m)?.text.slice(0, 6) ?? '000000';
    return withId(visit, n, (id) => visit.type(id, code, loses));
  }),
  fc.tuple(which, fc.string()).map(
    ([n, text]): Deed =>
      (visit) =>
        withId(visit, n, (id) => visit.type(id, text, false)),
  ),
  which.map(
    (n): Deed =>
      (visit) =>
        withId(visit, n, (id) => visit.call(visit.person.sendAgain(id))),
  ),
  which.map(
    (n): Deed =>
      (visit) =>
        withId(visit, n, (id) => visit.call(visit.person.get(id))),
  ),
  which.map(
    (n): Deed =>
      (visit) =>
        withId(visit, n, (id) => visit.call(visit.person.cancel(id))),
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
  fc.constantFrom(seconds(1), seconds(30), minutes(2), minutes(11), minutes(31)).map((time): Deed => async (visit) => {
    visit.person.pass(time);
  }),
  fc.constant<Deed>(async (visit) => {
    visit.person.backend.signInAgain();
  }),
);

test('nothing is registered that was not proved, nothing sent that is not allowed, and every answer is JSON', async () => {
  let registered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40, size: 'max' }), async (deeds) => {
      const visit = new Visit();
      for (const one of deeds) await one(visit);
      const info = (await visit.call(visit.person.load())) ?? assert.fail('load was refused');

      assert.ok(info.methods.length <= visit.proved, 'registered ⊆ proved');
      const satisfied = info.requirements.filter(({ status }) => status === 'satisfied');
      assert.ok(satisfied.length <= info.methods.length, 'met ⊆ registered');
      assert.equal(info.defaultMethod === undefined, info.methods.length === 0, 'a default wherever there can be one');
      assert.ok(info.pending.length <= 2, 'one enrolment per offer');
      for (const { to, at } of visit.sentAt) {
        const recent = visit.sentAt.filter((send) => send.to === to && send.at <= at && at - send.at < minutes(10));
        assert.ok(recent.length <= 5, `${recent.length} texts within ten minutes`);
      }
      const told = JSON.stringify(info);
      for (const secret of visit.secrets) assert.ok(!told.includes(secret), 'load carries no secret');
      registered += info.methods.length;
    }),
    { numRuns: 300 },
  );
  assert.ok(registered > 20, `the sequences reach registration (${registered} times)`);
});
