/** One wish, one key: one effect and one verdict, however often it arrives and whatever gets lost (R69). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SecurityInfoAdapter, WriteOptions } from '../../../src/contract/adapter.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import {
  codeAt,
  codeStep,
  methodIn,
  minutes,
  otherThan,
  Person,
  refusal,
  seconds,
  secretIn,
  toApp,
  toMobile,
} from './person.js';

/** Twice the same call under one key. */
async function twice<T>(person: Person, call: (options: WriteOptions) => Promise<T>): Promise<readonly [T, T]> {
  const options = person.options();
  return [await call(options), await call(options)];
}

test('a wrong code handed in again under its key is one wrong try', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  const proof = { type: 'code', code: otherThan(person.textedCode()) } as const;
  const faults = await twice(person, (options) => refusal(person.adapter.verify(id, proof, options)));
  assert.deepEqual(faults[1], faults[0]);
  assert.equal(codeStep((await person.get(id)).next).attemptsLeft, 9);
});

test('a right code handed in again under its key is done again, not used up', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  const proof = { type: 'code', code: person.textedCode() } as const;
  const answers = await twice(person, (options) => person.adapter.verify(id, proof, options));
  assert.deepEqual(answers[1], answers[0]);
  assert.equal((await person.load()).methods.length, 1);
});

test('restarting, sending again, skipping and removing happen once per key', async () => {
  const person = new Person();
  const [first, second] = await twice(person, (options) => person.adapter.begin({ ...toApp, restart: true }, options));
  assert.deepEqual(second, first);

  const phone = await person.begin(toMobile);
  person.pass(seconds(30));
  await twice(person, (options) => person.adapter.challenge(phone.id, {}, options));
  assert.equal(person.backend.messages().length, 2);

  const methodId = methodIn(await person.type(phone.id, person.textedCode()));
  await twice(person, (options) => person.adapter.setDefault({ methodId }, options));
  await twice(person, (options) => person.adapter.remove(methodId, options));
  const [, skipped] = await twice(person, (options) => person.adapter.skip('phone', options));
  assert.equal(skipped.requirements[1]?.skip?.timesLeft, 1);
});

test('the same key in another call is another wish', async () => {
  const person = new Person();
  const options = person.options();
  const { id } = await person.adapter.begin(toMobile, options);
  assert.equal(await person.adapter.cancel(id, options), undefined);
});

test('calls that arrive together under one key share their effect', async () => {
  const person = new Person({ lineOf: () => new Promise((resolve) => setTimeout(resolve, 5, 'mobile')) });
  const options = person.options();
  const restart = { ...toMobile, restart: true } as const;
  const answers = await Promise.all(Array.from({ length: 10 }, () => person.adapter.begin(restart, options)));
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal(person.backend.messages().length, 1);
});

test('times in a repeated answer count from when it arrives', async () => {
  const person = new Person();
  const options = person.options();
  await person.adapter.begin(toMobile, options);
  person.pass(seconds(12));
  const again = await person.adapter.begin(toMobile, options);
  assert.equal(codeStep(again.next).delivery?.resendIn, seconds(18));
  assert.equal(again.expiresIn, minutes(30) - seconds(12));
});

test('the key of a beginning gives no secret away once it is confirmed', async () => {
  const person = new Person();
  const options = person.options();
  const { id, next } = await person.adapter.begin(toApp, options);
  await person.type(id, codeAt(secretIn(next), person.clock.at));
  const late = await person.adapter.begin(toApp, options);
  assert.equal(late.next.type, 'done');
  assert.equal((await person.load()).pending.length, 0);
});

test('the key of a beginning that was replaced says so', async () => {
  const person = new Person();
  const options = person.options();
  await person.adapter.begin(toMobile, options);
  await person.begin({ ...toMobile, number: '+819087654321' });
  const fault = await refusal(person.adapter.begin(toMobile, options));
  assert.deepEqual(fault, { code: 'enrollment_gone', reason: 'superseded' });
});

test('waiting is no verdict: the same key works when the time has come', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  const options = person.options();
  const resend = (): ReturnType<typeof person.sendAgain> => person.adapter.challenge(id, {}, options);
  assert.equal((await refusal(resend())).code, 'rate_limited');
  person.pass(seconds(30));
  assert.equal(codeStep((await resend()).next).delivery?.resendIn, seconds(60));
});

test('a lookup of the line that breaks is no verdict either', async () => {
  let broken = true;
  const person = new Person({ lineOf: () => (broken ? Promise.reject(new Error('offline')) : 'mobile') });
  const options = person.options();
  await assert.rejects(person.adapter.begin(toMobile, options), /offline/);
  broken = false;
  assert.equal((await person.adapter.begin(toMobile, options)).kind, 'phone');
});

const notStored: readonly EnrollmentFault[] = [
  { code: 'reauth_required', how: { kind: 'password' } },
  { code: 'human_check_required', provider: 'puzzle' },
  { code: 'rate_limited', retryAfter: 1000 },
  { code: 'server' },
];
for (const fault of notStored) {
  test(`a call refused with ${fault.code} works when it is repeated under its key`, async () => {
    const person = new Person();
    const options = person.options();
    person.backend.refuse('begin', fault);
    assert.deepEqual(await refusal(person.adapter.begin(toMobile, options)), fault);
    assert.equal(person.backend.messages().length, 0);
    await person.adapter.begin(toMobile, { ...options, humanCheck: 'token' });
    assert.equal(person.backend.messages().length, 1);
  });
}

const lost = { code: 'network' };

test('a lost answer to a right code: the retry shows success, not a wrong code', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  const options = person.options();
  const proof = { type: 'code', code: person.textedCode() } as const;
  person.backend.loseAnswer('verify');
  assert.deepEqual(await refusal(person.adapter.verify(id, proof, options)), lost);
  assert.equal((await person.get(id)).next.type, 'done');
  assert.equal((await person.adapter.verify(id, proof, options)).next.type, 'done');
});

test('a lost answer to a beginning: the retry finds the enrolment, and one text was sent', async () => {
  const person = new Person();
  const options = person.options();
  person.backend.loseAnswer('begin');
  assert.deepEqual(await refusal(person.adapter.begin(toMobile, options)), lost);
  assert.equal(person.backend.messages().length, 1);
  const { id } = await person.adapter.begin(toMobile, options);
  assert.deepEqual((await person.load()).pending, [{ id, kind: 'phone' }]);
  assert.equal(person.backend.messages().length, 1);
});

test('a lost refusal is lost too, and was counted once', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  const options = person.options();
  const proof = { type: 'code', code: otherThan(person.textedCode()) } as const;
  person.backend.loseAnswer('verify');
  assert.deepEqual(await refusal(person.adapter.verify(id, proof, options)), lost);
  const fault = await refusal(person.adapter.verify(id, proof, options));
  assert.deepEqual(fault, { code: 'invalid_code', reason: 'mismatch', attemptsLeft: 9 });
});

test('every call can lose its answer, once', async () => {
  const person = new Person();
  const methodId = await person.registerApp();
  const { id } = await person.begin(toMobile);
  person.pass(seconds(30));
  const calls: Readonly<Record<keyof SecurityInfoAdapter, () => Promise<unknown>>> = {
    load: () => person.load(),
    begin: () => person.begin(toMobile),
    get: () => person.get(id),
    challenge: () => person.sendAgain(id),
    verify: () => person.type(id, person.textedCode()),
    cancel: () => person.cancel(id),
    setDefault: () => person.setDefault({ methodId }),
    skip: () => person.skip('phone'),
    reauthenticate: () => person.adapter.reauthenticate({ password: 'open sesame' }, person.options()),
    complete: () => person.adapter.complete(person.options()),
    remove: () => person.remove(methodId),
  };
  for (const [name, call] of Object.entries(calls)) {
    person.backend.loseAnswer(name as keyof SecurityInfoAdapter);
    assert.deepEqual(await refusal(call()), lost, name);
  }
  const { methods, requirements } = await person.load();
  assert.deepEqual([methods.length, requirements[1]?.status], [1, 'satisfied'], 'the work was done');
});
