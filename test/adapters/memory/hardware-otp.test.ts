/** Hardware tokens at the memory backend: whose they are, what they show, and how many there may be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import type { HardwareToken } from '../../../src/adapters/memory/index.js';
import type { BeginRequest, MethodId } from '../../../src/contract/enrollment.js';
import {
  codeAt,
  codeStep,
  methodIn,
  minutes,
  otherThan,
  Person,
  pushOffer,
  refusal,
  toApp,
  totpOffer,
} from './person.js';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const tokens: readonly HardwareToken[] = [
  { serial: '2308-714025', secret },
  {
    serial: 'AB 12',
    secret: `${secret}GEZDGNBVGY3TQOJQ`,
    digits: 8,
    period: 60,
    algorithm: 'sha256',
    assignedTo: 'person',
  },
  { serial: 'THEIRS', secret, assignedTo: 'somebody-else' },
];
const of = (serial: string): BeginRequest<'hardware-otp'> => ({ kind: 'hardware-otp', serial });
const noSuch = { code: 'invalid_input', field: 'serial', reason: 'mismatch' };

function holder(): Person {
  const offer = { kind: 'hardware-otp', usage: ['sign-in'] } as const;
  return new Person({ requirements: [{ id: 'token', anyOf: [offer, totpOffer, pushOffer] }], tokens });
}

const shown = (person: Person): string => codeAt(secret, person.clock.at);

async function add(person: Person): Promise<MethodId> {
  const { id } = await person.begin(of('2308714025'));
  return methodIn(await person.type(id, shown(person)));
}

test('a token is found by its number however it is spaced, and its code adds it', async () => {
  const person = holder();
  const { id, next } = await person.begin(of('2308714025'));
  assert.deepEqual(next, { type: 'code', length: 6, alphabet: 'digits', attemptsLeft: 10 });
  const done = await person.type(id, shown(person));
  assert.ok(done.next.type === 'done');
  assert.equal(done.next.methods[0].label, 'Hardware token …4025');
  assert.deepEqual(person.statuses(await person.load()), { token: 'satisfied' });
});

test('eight digits of SHA-256 for a minute each, where the token was made so', async () => {
  const person = holder();
  const { id, next } = await person.begin(of('AB12'));
  assert.equal(codeStep(next).length, 8);
  const options = { digits: 8, period: 60, algorithm: 'sha256', epoch: Math.floor(person.clock.at / 1000) } as const;
  methodIn(await person.type(id, generateSync({ secret: tokens[1]!.secret, ...options })));
});

test('what nobody has and what somebody else has is refused in the same words (R13) [F146]', async () => {
  const person = holder();
  assert.deepEqual(await refusal(person.begin(of('NOBODYS'))), noSuch);
  assert.deepEqual(await refusal(person.begin(of('THEIRS'))), noSuch);
});

test('the own token is told as such, and may be replaced by itself', async () => {
  const person = holder();
  const id = await add(person);
  person.pass(minutes(2));
  assert.deepEqual(await refusal(person.begin(of('2308714025'))), { code: 'conflict', with: 'own' });
  const again = await person.begin({ ...of('2308714025'), replaces: id });
  methodIn(await person.type(again.id, shown(person)));
  assert.equal((await person.load()).methods.length, 1);
});

test('a name that is given later changes nothing else', async () => {
  const person = holder();
  const first = await person.begin(of('2308714025'));
  await refusal(person.type(first.id, otherThan(shown(person))));
  const named = await person.begin({ ...of('2308714025'), label: 'Key ring' });
  assert.deepEqual([named.id, codeStep(named.next).attemptsLeft], [first.id, 9]);
  const { next } = await person.type(named.id, shown(person));
  assert.equal(next.type === 'done' && next.methods[0].label, 'Key ring');
});

test('a code counts once for a token, though the token is taken away and added again (R20)', async () => {
  const person = holder();
  await person.remove(await add(person));
  const { id } = await person.begin(of('2308714025'));
  assert.deepEqual(await refusal(person.type(id, shown(person))), { code: 'invalid_code', reason: 'replayed' });
  person.pass(minutes(1));
  methodIn(await person.type(id, shown(person)));
});

test('apps and tokens share the five places', async () => {
  const person = holder();
  for (let count = 0; count < 3; count++) await person.registerApp();
  await person.registerPush({ kind: 'push' });
  await add(person);
  assert.deepEqual(await refusal(person.begin(of('AB12'))), { code: 'limit_reached', max: 5 });
  assert.deepEqual(await refusal(person.begin(toApp)), { code: 'limit_reached', max: 5 });
});

test('ten numbers in an hour are looked up, found or not, and coming back to one counts for nothing (R13)', async () => {
  const person = holder();
  await person.begin(of('2308714025'));
  for (let count = 1; count < 10; count++) {
    if (count % 2 === 0) assert.deepEqual(await refusal(person.begin(of(`NOBODYS${String(count)}`))), noSuch);
    else await person.begin({ ...of('2308714025'), restart: true });
    await person.begin(of('2308714025'));
  }
  assert.equal((await refusal(person.begin(of('AB12')))).code, 'rate_limited');
  person.pass(minutes(60));
  await person.begin(of('AB12'));
});
