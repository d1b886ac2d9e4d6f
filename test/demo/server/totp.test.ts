/** Authenticator apps at the reference backend: one secret until it is proved, and no code counts twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Enrollment, EnrollmentId } from '../../../src/contract/enrollment.js';
import { codeAt, codeStep, House, methodIn, minutes, otherThan, refusal, seconds, secretIn, toApp } from './person.js';

const house = await House.shared();

test('an app is registered by the code that it shows, and not before', async () => {
  const person = await house.person();
  const { id, next, expiresIn } = await person.begin(toApp);
  assert.equal(expiresIn, minutes(30));
  assert.match(codeStep(next).provision?.uri ?? '', /^otpauth:\/\/totp\/Contoso:mika\d+%40contoso\.example\?secret=/);
  assert.deepEqual((await person.load()).methods, []);
  const done = await person.type(id, person.appCode(next));
  const info = await person.load();
  const { addedAt, ...method } = info.methods[0] ?? assert.fail('nothing is registered');
  assert.deepEqual(method, {
    id: methodIn(done),
    kind: 'totp',
    label: 'Authenticator app',
    usage: ['sign-in'],
    canBeDefault: true,
    removable: true,
  });
  assert.equal(addedAt, new Date(house.clock.at).toISOString());
  assert.deepEqual(info.defaultMethod, { methodId: method.id });
  assert.deepEqual([person.statuses(info)['app'], info.pending], ['satisfied', []]);
  assert.equal(info.notifiesOnChange, true);
});

test('fifty that begin at once get one enrolment with one secret', async () => {
  const person = await house.person();
  const answers = await Promise.all(Array.from({ length: 50 }, () => person.begin(toApp)));
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
  assert.equal(new Set(answers.map(({ next }) => secretIn(next))).size, 1);
  assert.equal((await person.load()).pending.length, 1);
});

test('a reload, a wrong code, another sign-in and another instance find the same QR', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  await refusal(person.type(id, otherThan(person.appCode(next))));
  person.session = 'session-2';
  person.backend = house.backend();
  assert.deepEqual((await person.load()).pending, [{ id, kind: 'totp' }]);
  const again = await person.begin(toApp);
  assert.equal(again.id, id);
  assert.deepEqual(codeStep(again.next), { ...codeStep(next), attemptsLeft: 9 });
  assert.deepEqual((await person.get(id)).next, again.next);
  methodIn(await person.type(id, person.appCode(next)));
});

test('starting over gives a new secret, and the old code is worth nothing', async () => {
  const person = await house.person();
  const old = await person.begin(toApp);
  const fresh = await person.begin({ ...toApp, restart: true });
  assert.notEqual(secretIn(old.next), secretIn(fresh.next));
  assert.deepEqual(await refusal(person.get(old.id)), { code: 'enrollment_gone', reason: 'superseded' });
  const { code } = await refusal(person.type(fresh.id, person.appCode(old.next)));
  assert.equal(code, 'invalid_code');
});

test('of twenty that hand in the same code under one key, each is told that it is done, and one method stands', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const proof = { type: 'code', code: person.appCode(next) } as const;
  const copy = (): Promise<Enrollment> =>
    person.adapter.verify(id, proof, person.options({ idempotencyKey: 'the one' }));
  const answers = await Promise.all(Array.from({ length: 20 }, copy));
  assert.equal(new Set(answers.map(methodIn)).size, 1);
  assert.equal((await person.load()).methods.length, 1);
});

test('of twenty that hand in the same code under keys of their own, one is done and the others are replays', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const code = person.appCode(next);
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => person.type(id, code)));
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      assert.deepEqual(await refusal(Promise.reject(outcome.reason as Error)), {
        code: 'invalid_code',
        reason: 'replayed',
      });
    }
  }
  assert.equal((await person.load()).methods.length, 1);
});

test('the code that registered an app does not sign anybody in; the next one does, once', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const code = person.appCode(next);
  const methodId = methodIn(await person.type(id, code));
  const signIn = (typed: string) => person.backend.acceptCode(person.id, methodId, typed);
  assert.equal(await signIn(code), 'refused');
  const later = codeAt(secretIn(next), house.clock.at + seconds(30));
  const both = await Promise.all([signIn(later), signIn(later)]);
  assert.deepEqual([...both].sort(), ['accepted', 'refused']);
  const other = await house.person();
  assert.equal(await other.backend.acceptCode(other.id, methodId, later), 'refused');
  for (let count = 0; count < 4; count++) assert.equal(await signIn(otherThan(code, later)), 'refused');
  assert.equal(await signIn(otherThan(code, later)), 'held');
});

test('codes a step away count, and those of a wrong clock are told as such and counted', async () => {
  for (const [offset, expected] of [
    [-30, 'done'],
    [30, 'done'],
    [-60, 'clock_skew'],
    [300, 'clock_skew'],
    [-900, 'mismatch'],
  ] as const) {
    const person = await house.person();
    const { id, next } = await person.begin(toApp);
    const answer = person.type(id, person.appCode(next, seconds(offset)));
    if (expected === 'done') methodIn(await answer);
    else assert.deepEqual(await refusal(answer), { code: 'invalid_code', reason: expected, attemptsLeft: 9 });
  }
});

test('what is no code is refused without being counted', async () => {
  const person = await house.person();
  const { id } = await person.begin(toApp);
  for (const typed of ['', 'abc', '12345', '1234567', '１２３', '\u0000', '🙂🙂🙂🙂🙂🙂']) {
    assert.deepEqual(await refusal(person.type(id, typed)), { code: 'invalid_code', reason: 'format' });
  }
  assert.equal(codeStep((await person.get(id)).next).attemptsLeft, 10);
});

test('ten wrong codes lock the account, with waits from the fifth; the lock runs out with its count', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const wrong = (): string =>
    otherThan(person.appCode(next), person.appCode(next, 30_000), person.appCode(next, -30_000));
  for (let left = 9; left > 0; left--) {
    const fault = await refusal(person.type(id, wrong()));
    assert.deepEqual([fault.code, (fault as { attemptsLeft?: number }).attemptsLeft], ['invalid_code', left]);
    if (left > 5) continue;
    const held = await refusal(person.type(id, wrong()));
    assert.equal(held.code, 'rate_limited');
    house.pass((held as { retryAfter?: number }).retryAfter ?? 0);
  }
  assert.deepEqual(await refusal(person.type(id, wrong())), {
    code: 'attempts_exhausted',
    recover: 'wait',
    retryAfter: minutes(10),
  });
  assert.equal((await refusal(person.type(id, person.appCode(next)))).code, 'locked');
  assert.equal((await refusal(person.begin({ ...toApp, restart: true }))).code, 'locked');
  house.pass(minutes(10));
  assert.equal((await refusal(person.type(id, person.appCode(next)))).code, 'attempts_exhausted');
  const fresh = await person.begin(toApp);
  methodIn(await person.type(fresh.id, person.appCode(fresh.next)));
});

test('an enrolment ends by the clock, and its secret goes with it', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  house.pass(minutes(30) - 1);
  assert.equal((await person.get(id)).expiresIn, 1);
  house.pass(1);
  assert.deepEqual(await refusal(person.get(id)), { code: 'enrollment_gone', reason: 'expired' });
  assert.deepEqual(await refusal(person.type(id, person.appCode(next))), {
    code: 'enrollment_gone',
    reason: 'expired',
  });
  assert.deepEqual((await person.load()).pending, []);
  assert.notEqual(secretIn((await person.begin(toApp)).next), secretIn(next));
});

test("somebody else's enrolment is as unknown as one that never was", async () => {
  const [person, other] = [await house.person(), await house.person()];
  const { id, next } = await person.begin(toApp);
  const gone = { code: 'enrollment_gone', reason: 'unknown' };
  for (const foreign of [id, 'enrollment-nobody' as EnrollmentId, '\u0000\ud800' as EnrollmentId]) {
    assert.deepEqual(await refusal(other.get(foreign)), gone);
    assert.deepEqual(await refusal(other.type(foreign, person.appCode(next))), gone);
    assert.deepEqual(await refusal(other.sendAgain(foreign)), gone);
    await other.adapter.cancel(foreign, other.options());
  }
  methodIn(await person.type(id, person.appCode(next)));
  const foreignMethod = (await person.load()).methods[0]?.id ?? assert.fail();
  assert.deepEqual(await refusal(other.adapter.remove(foreignMethod, other.options())), gone);
  assert.deepEqual(await refusal(other.begin({ ...toApp, replaces: foreignMethod })), gone);
});

test('an app is replaced in one step, and given up halfway the old one stays', async () => {
  const person = await house.person();
  const old = await person.registerApp();
  const halfway = await person.begin({ ...toApp, replaces: old });
  await person.adapter.cancel(halfway.id, person.options());
  assert.deepEqual(
    (await person.load()).methods.map(({ id }) => id),
    [old],
  );
  house.pass(minutes(1));
  const fresh = await person.registerApp({ ...toApp, replaces: old });
  const { methods, defaultMethod } = await person.load();
  assert.deepEqual([methods.map(({ id }) => id), defaultMethod], [[fresh], { methodId: fresh }]);
});

test('a sixth app is refused with the number that may stand', async () => {
  const person = await house.person();
  for (let count = 0; count < 5; count++) await person.registerApp();
  assert.deepEqual(await refusal(person.begin(toApp)), { code: 'limit_reached', max: 5 });
});
