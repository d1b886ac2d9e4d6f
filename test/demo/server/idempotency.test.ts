/** One effect and one verdict per idempotency key, on whichever instance the copies arrive (R69). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BeginRequest, Enrollment } from '../../../src/contract/enrollment.js';
import {
  codeStep,
  House,
  methodIn,
  minutes,
  otherThan,
  refusal,
  seconds,
  secretIn,
  toApp,
  toMobile,
} from './person.js';

const house = await House.shared();

test('a begin that is repeated under its key mints nothing new and sends nothing again', async () => {
  const person = await house.person();
  const again: BeginRequest = { ...toMobile, restart: true };
  const { id } = await person.adapter.begin(again, person.options({ idempotencyKey: 'a' }));
  person.backend = house.backend({ provider: person.telephone });
  house.pass(minutes(1));
  const copy = await person.adapter.begin(again, person.options({ idempotencyKey: 'a' }));
  assert.equal(copy.id, id);
  assert.equal(codeStep(copy.next).delivery?.resendIn, 0);
  assert.equal((await person.messages('sms')).length, 1);
  const other = await person.adapter.begin(again, person.options({ idempotencyKey: 'b' }));
  assert.notEqual(other.id, id);
});

test('a right code whose answer got lost is told as done again, without its secret', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const proof = { type: 'code', code: person.appCode(next) } as const;
  const hand = (): Promise<Enrollment> => person.adapter.verify(id, proof, person.options({ idempotencyKey: 'v' }));
  const done = await hand();
  house.pass(minutes(5));
  const told = await hand();
  assert.deepEqual(told, done);
  assert.equal(JSON.stringify(told).includes(secretIn(next)), false);
});

test('a wrong code is counted once however often it arrives under its key', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const proof = { type: 'code', code: otherThan(person.appCode(next)) } as const;
  const fault = { code: 'invalid_code', reason: 'mismatch', attemptsLeft: 9 };
  const copies = Array.from({ length: 10 }, () =>
    refusal(person.adapter.verify(id, proof, person.options({ idempotencyKey: 'w' }))),
  );
  for (const told of await Promise.all(copies)) assert.deepEqual(told, fault);
  assert.equal(codeStep((await person.get(id)).next).attemptsLeft, 9);
});

test('a refusal that passes is not kept: the same key is tried in earnest later', async () => {
  const person = await house.person();
  const { id } = await person.begin({ ...toMobile, number: '+819055556666' });
  const again = (): Promise<Enrollment> => person.adapter.challenge(id, {}, person.options({ idempotencyKey: 'r' }));
  assert.deepEqual(await refusal(again()), { code: 'rate_limited', retryAfter: seconds(30) });
  house.pass(seconds(30));
  assert.equal((await again()).id, id);
  assert.equal((await person.messages('sms')).length, 2);
});

test('who must sign in again is told before anything happens, and the same key works afterwards', async () => {
  const person = await house.person();
  const how = { kind: 'password' } as const;
  const stale = person.backend.adapterFor({ accountId: person.id, sessionId: 's', mustReauthenticate: how });
  const options = () => person.options({ idempotencyKey: 's' });
  assert.deepEqual(await refusal(stale.begin(toApp, options())), { code: 'reauth_required', how });
  assert.equal((await stale.load(person.options())).pending.length, 0);
  assert.equal((await person.adapter.begin(toApp, options())).kind, 'totp');
});

test('a key holds for its account and its call alone', async () => {
  const [person, other] = [await house.person(), await house.person()];
  const key = { idempotencyKey: 'same' };
  const own = await person.adapter.begin(toApp, person.options(key));
  const foreign = await other.adapter.begin(toApp, other.options(key));
  assert.notEqual(own.id, foreign.id);
  const proof = { type: 'code', code: person.appCode(own.next) } as const;
  methodIn(await person.adapter.verify(own.id, proof, person.options(key)));
});

test('a skip is counted once under its key, and again in the next session', async () => {
  const person = await house.person();
  const skip = (idempotencyKey: string) => person.adapter.skip('phone', person.options({ idempotencyKey }));
  await skip('one');
  const info = await skip('one');
  const phone = info.requirements.find(({ id }) => id === 'phone');
  assert.deepEqual([phone?.status, phone?.skip], ['put-off', { timesLeft: 1, timesTotal: 3 }]);
  person.session = 'session-2';
  assert.equal(person.statuses(await person.load())['phone'], 'open');
  await skip('two');
  person.session = 'session-3';
  const last = (await person.load()).requirements.find(({ id }) => id === 'phone');
  assert.deepEqual([last?.status, last?.skip], ['open', undefined]);
  assert.deepEqual(await refusal(skip('three')), { code: 'policy_denied' });
});

test('a call that is aborted rejects with its reason, and what it wrote stands', async () => {
  const person = await house.person();
  const stop = new AbortController();
  const begun = person.adapter.begin(toApp, person.options({ signal: stop.signal }));
  setTimeout(() => stop.abort(new Error('left')), 5);
  await begun.then(
    () => undefined,
    (reason: unknown) => assert.deepEqual(reason, new Error('left')),
  );
  const gone = new AbortController();
  gone.abort(new Error('gone'));
  await assert.rejects(person.adapter.load(person.options({ signal: gone.signal })), new Error('gone'));
  await person.begin(toApp);
  assert.equal((await person.load()).pending.length, 1);
});

test('an account that is not there has no session', async () => {
  const person = await house.person();
  const nobody = person.backend.adapterFor({ accountId: 'nobody', sessionId: 's' });
  assert.deepEqual(await refusal(nobody.load(person.options())), { code: 'session_expired' });
  assert.deepEqual(await refusal(nobody.begin(toApp, person.options())), { code: 'session_expired' });
});
