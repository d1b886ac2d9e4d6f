/** The session and the step-up: who may call at all, and who has to prove more first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentId, MethodId } from '../../../src/contract/enrollment.js';
import { createMemoryBackend } from '../../../src/adapters/memory/index.js';
import { minutes, Person, refusal, toApp, toMobile, totpOffer } from './person.js';

const nobody = 'x' as EnrollmentId;
const nothing = 'x' as MethodId;

const reads: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
  load: (person) => person.load(),
  get: (person) => person.get(nobody),
};
const writes: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
  begin: (person) => person.begin(toApp),
  verify: (person) => person.type(nobody, '123456'),
  challenge: (person) => person.sendAgain(nobody),
  cancel: (person) => person.cancel(nobody),
  setDefault: (person) => person.setDefault({ methodId: nothing }),
  remove: (person) => person.remove(nothing),
  skip: (person) => person.skip('phone'),
  complete: (person) => person.adapter.complete(person.options()),
};
const stepUp = (person: Person, password: string): Promise<void> =>
  person.adapter.reauthenticate({ password }, person.options());

for (const [name, call] of Object.entries({
  ...reads,
  ...writes,
  reauthenticate: (person: Person) => stepUp(person, 'open sesame'),
})) {
  test(`${name} is refused when the session is over, until somebody signs in again`, async () => {
    const person = new Person();
    person.backend.expireSession();
    for (let i = 0; i < 2; i++) assert.deepEqual(await refusal(call(person)), { code: 'session_expired' });
    person.backend.signInAgain();
    await person.load();
  });
}

for (const [name, call] of Object.entries(writes)) {
  test(`${name} has to wait for the step-up`, async () => {
    const person = new Person();
    person.backend.requireStepUp();
    assert.deepEqual(await refusal(call(person)), { code: 'reauth_required', how: { kind: 'password' } });
    await person.load();
  });
}

test('the refused call is repeated with its old key after the step-up, and then works', async () => {
  const person = new Person();
  const options = person.options();
  person.backend.requireStepUp();
  assert.equal((await refusal(person.adapter.begin(toMobile, options))).code, 'reauth_required');
  assert.equal(await stepUp(person, 'open sesame'), undefined);
  assert.equal((await person.adapter.begin(toMobile, options)).kind, 'phone');
  assert.equal(person.backend.messages().length, 1);
});

test('a wrong password is said to be wrong, and the step-up stays', async () => {
  const person = new Person();
  person.backend.requireStepUp();
  const mismatch = { code: 'invalid_input', field: 'password', reason: 'mismatch' };
  assert.deepEqual(await refusal(stepUp(person, 'open')), mismatch);
  assert.equal((await refusal(person.begin(toApp))).code, 'reauth_required');
});

test('a password handed in again under its key is one guess', async () => {
  const person = new Person();
  const options = person.options();
  for (let i = 0; i < 12; i++) {
    assert.equal((await refusal(person.adapter.reauthenticate({ password: 'wrong' }, options))).code, 'invalid_input');
  }
});

test('passwords cannot be guessed for ever, and the right one starts the count anew', async () => {
  const person = new Person();
  for (let i = 0; i < 9; i++) await refusal(stepUp(person, 'wrong'));
  await stepUp(person, 'open sesame');
  for (let i = 0; i < 10; i++) assert.equal((await refusal(stepUp(person, 'wrong'))).code, 'invalid_input');
  assert.deepEqual(await refusal(stepUp(person, 'open sesame')), { code: 'locked', retryAfter: minutes(10) });
  person.pass(minutes(10));
  await stepUp(person, 'open sesame');
});

test('a backend without a password leaves the step-up to the host', async () => {
  const { adapter, requireStepUp, signInAgain } = createMemoryBackend({
    account: { label: 'mika' },
    requirements: [{ id: 'app', anyOf: [totpOffer] }],
  });
  assert.equal(adapter.reauthenticate, undefined);
  const options = { signal: new AbortController().signal, locale: 'en', idempotencyKey: 'one' };
  requireStepUp();
  const fault = await refusal(adapter.begin(toApp, options));
  assert.deepEqual(fault, { code: 'reauth_required', how: { kind: 'host' } });
  signInAgain();
  assert.equal((await adapter.begin(toApp, options)).kind, 'totp');
});

test('a session that nobody uses ends, and each call renews it', async () => {
  const person = new Person({ limits: { sessionIdle: minutes(15) } });
  person.pass(minutes(14));
  assert.equal((await person.load()).sessionExpiresIn, minutes(15));
  person.pass(minutes(15) - 1);
  await person.begin(toApp);
  person.pass(minutes(15));
  assert.deepEqual(await refusal(person.load()), { code: 'session_expired' });
  person.backend.signInAgain();
  assert.equal((await person.load()).pending.length, 1);
});

test('a session without an end says nothing about it', async () => {
  const person = new Person();
  person.pass(minutes(24 * 60));
  assert.equal('sessionExpiresIn' in (await person.load()), false);
});

test('what is open and what is registered outlives the session', async () => {
  const person = new Person();
  const app = await person.begin(toApp);
  await person.registerPhone();
  const before = await person.load();
  person.backend.expireSession();
  person.backend.signInAgain();
  assert.deepEqual(await person.load(), before);
  assert.deepEqual(await person.begin(toApp), app);
});
