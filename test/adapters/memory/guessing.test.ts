/** Guessing: wrong tries are counted over resends and restarts, slowed down, and stopped (R26). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import { codeAt, codeStep, minutes, otherThan, Person, refusal, seconds, secretIn, toApp, toMobile } from './person.js';

const patient = { limits: { waits: [] } };

/** A code that was never sent to this person. */
function wrongFor(person: Person): string {
  return otherThan(...person.backend.messages().map(({ text }) => text.slice(0, 6)));
}

function guess(person: Person, id: EnrollmentId): Promise<EnrollmentFault> {
  return refusal(person.type(id, wrongFor(person)));
}

test('each wrong code leaves one try less, and the tenth leaves none until the lock is over', async () => {
  const person = new Person(patient);
  const { id } = await person.begin(toMobile);
  for (let left = 9; left > 0; left--) {
    assert.deepEqual(await guess(person, id), { code: 'invalid_code', reason: 'mismatch', attemptsLeft: left });
    assert.equal(codeStep((await person.get(id)).next).attemptsLeft, left);
  }
  assert.deepEqual(await guess(person, id), { code: 'attempts_exhausted', recover: 'wait', retryAfter: minutes(10) });
  assert.equal(codeStep((await person.get(id)).next).attemptsLeft, 0);
  person.pass(minutes(4));
  const locked = { code: 'locked', retryAfter: minutes(6) };
  assert.deepEqual(await guess(person, id), locked);
  assert.deepEqual(await refusal(person.type(id, person.textedCode())), locked);
});

test('a resent code comes with the tries that are left, not with new ones', async () => {
  const person = new Person(patient);
  const { id } = await person.begin(toMobile);
  for (const wait of [30, 60, 120]) {
    for (let i = 0; i < 3; i++) await guess(person, id);
    person.pass(seconds(wait));
    await person.sendAgain(id);
  }
  assert.equal(codeStep((await person.get(id)).next).attemptsLeft, 1);
  assert.equal((await guess(person, id)).code, 'attempts_exhausted');
});

test('starting over, another number and another method do not bring the tries back', async () => {
  const person = new Person(patient);
  const first = await person.begin(toMobile);
  for (let i = 0; i < 3; i++) await guess(person, first.id);
  const second = await person.begin({ ...toMobile, restart: true });
  for (let i = 0; i < 3; i++) await guess(person, second.id);
  const third = await person.begin({ ...toMobile, number: '+819087654321' });
  for (let i = 0; i < 3; i++) await guess(person, third.id);
  const app = await person.begin(toApp);
  assert.equal(codeStep(app.next).attemptsLeft, 1);
});

test('what is only acknowledged, and an app whose key is on the page, buy no wrong try back', async () => {
  const person = new Person(patient);
  const first = await person.begin(toMobile);
  for (let i = 0; i < 6; i++) await guess(person, first.id);
  const app = await person.begin(toApp);
  await person.type(app.id, codeAt(secretIn(app.next), person.clock.at));
  assert.equal(codeStep((await person.get(first.id)).next).attemptsLeft, 4);
  await person.type(first.id, person.textedCode());
  assert.equal(codeStep((await person.begin({ ...toMobile, number: '+819087654321' })).next).attemptsLeft, 10);
});

test('while the account is locked nothing is opened and nothing sent, but what is open can be looked at', async () => {
  const person = new Person(patient);
  const { id } = await person.begin(toMobile);
  const app = await person.begin(toApp);
  for (let i = 0; i < 10; i++) await guess(person, id);
  person.pass(minutes(1));
  const locked = { code: 'locked', retryAfter: minutes(9) };
  assert.deepEqual(await refusal(person.sendAgain(id)), locked);
  assert.deepEqual(await refusal(person.begin({ ...toMobile, restart: true })), locked);
  assert.deepEqual(await refusal(person.begin({ ...toApp, restart: true })), locked);
  assert.deepEqual(await refusal(person.type(app.id, codeAt(secretIn(app.next), person.clock.at))), locked);
  assert.equal((await person.begin(toApp)).id, app.id);
  assert.equal(person.backend.messages().length, 1);
});

test('coming back to an open phone enrolment sends nothing while the account is locked', async () => {
  const person = new Person(patient);
  const phone = await person.begin(toMobile);
  const app = await person.begin(toApp);
  const right = [-1, 0, 1].map((step) => codeAt(secretIn(app.next), person.clock.at + seconds(30 * step)));
  for (let i = 0; i < 10; i++) await refusal(person.type(app.id, otherThan(...right)));
  person.pass(minutes(1));
  assert.equal((await person.begin(toMobile)).id, phone.id);
  assert.equal(person.backend.messages().length, 1);
});

test('after the lock a spent enrolment has to be started over, and what begins is new', async () => {
  const person = new Person(patient);
  const { id, next } = await person.begin(toApp);
  const wrong = otherThan(...[-1, 0, 1].map((step) => codeAt(secretIn(next), person.clock.at + seconds(30 * step))));
  for (let i = 0; i < 10; i++) await refusal(person.type(id, wrong));
  assert.deepEqual((await person.load()).pending, [], 'nobody can go on with it');
  person.pass(minutes(10));
  const spent = { code: 'attempts_exhausted', recover: 'restart' };
  assert.deepEqual(await refusal(person.type(id, codeAt(secretIn(next), person.clock.at))), spent);
  const again = await person.begin(toApp);
  assert.notEqual(secretIn(again.next), secretIn(next));
  assert.equal(codeStep(again.next).attemptsLeft, 10);
  await person.type(again.id, codeAt(secretIn(again.next), person.clock.at));
});

test('where the account has more tries than an enrolment, a spent one is started over at once', async () => {
  const person = new Person({ limits: { waits: [], triesPerEnrollment: 3, triesPerAccount: 5 } });
  const { id } = await person.begin(toMobile);
  await guess(person, id);
  assert.equal(codeStep((await person.get(id)).next).attemptsLeft, 1 + 1);
  await guess(person, id);
  const spent = { code: 'attempts_exhausted', recover: 'restart' };
  assert.deepEqual(await guess(person, id), spent);
  person.pass(seconds(30));
  assert.deepEqual(await refusal(person.sendAgain(id)), spent);
  const again = await person.begin(toMobile);
  assert.notEqual(again.id, id);
  assert.deepEqual(await refusal(person.get(id)), { code: 'enrollment_gone', reason: 'superseded' });
  assert.equal(codeStep(again.next).attemptsLeft, 2, 'what the account has left');
});

test('from the fifth wrong code on, each further try has to wait longer', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  for (let i = 0; i < 5; i++) assert.equal((await guess(person, id)).code, 'invalid_code');
  for (const wait of [5, 10, 20, 40, 80]) {
    assert.deepEqual(await guess(person, id), { code: 'rate_limited', retryAfter: seconds(wait) });
    person.pass(seconds(wait) - 1);
    const early = await refusal(person.type(id, person.textedCode()));
    assert.deepEqual(early, { code: 'rate_limited', retryAfter: 1 }, 'even the right code waits');
    person.pass(1);
    await guess(person, id);
  }
  assert.equal((await guess(person, id)).code, 'locked');
});

test('the last of the waits repeats', async () => {
  const person = new Person({ limits: { waitsFrom: 1, waits: [seconds(1), seconds(2)] } });
  const { id } = await person.begin(toMobile);
  await guess(person, id);
  for (const wait of [1, 2, 2, 2]) {
    assert.deepEqual(await guess(person, id), { code: 'rate_limited', retryAfter: seconds(wait) });
    person.pass(seconds(wait));
    assert.equal((await guess(person, id)).code, 'invalid_code');
  }
});

test('the waits do not stop the right code for ever, and a right one ends them', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  for (let i = 0; i < 5; i++) await guess(person, id);
  person.pass(seconds(5));
  await person.type(id, person.textedCode());
  const app = await person.begin(toApp);
  assert.equal(codeStep(app.next).attemptsLeft, 10);
  assert.equal((await refusal(person.type(app.id, 'x'))).code, 'invalid_code');
});

test('a code with the wrong time is counted like any other', async () => {
  const person = new Person(patient);
  const { id, next } = await person.begin(toApp);
  const early = codeAt(secretIn(next), person.clock.at - minutes(5));
  for (let left = 9; left > 0; left--) {
    assert.deepEqual(await refusal(person.type(id, early)), {
      code: 'invalid_code',
      reason: 'clock_skew',
      attemptsLeft: left,
    });
  }
  assert.equal((await refusal(person.type(id, early))).code, 'attempts_exhausted');
});

test('a wrong code changes nothing that load tells', async () => {
  const person = new Person(patient);
  const { id } = await person.begin(toMobile);
  const before = await person.load();
  for (let i = 0; i < 9; i++) await guess(person, id);
  assert.deepEqual(await person.load(), before);
});
