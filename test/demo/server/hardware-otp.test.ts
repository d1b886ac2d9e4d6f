/** Hardware tokens at the reference backend: one store for all accounts, and each token for one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BeginRequest, Enrollment } from '../../../src/contract/enrollment.js';
import { House, codeAt, methodIn, minutes, type Person, refusal, toApp, totpOffer } from './person.js';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const noSuch = { code: 'invalid_input', field: 'serial', reason: 'mismatch' };
const of = (serial: string): BeginRequest<'hardware-otp'> => ({ kind: 'hardware-otp', serial });

const house = await House.shared();
let made = 0;

async function holder(): Promise<Person> {
  const offer = { kind: 'hardware-otp', usage: ['sign-in'] } as const;
  return house.person({ requirements: [{ id: 'token', anyOf: [offer, totpOffer] }] });
}

/** A token out of the box. */
async function unpack(person: Person, accountId?: string): Promise<string> {
  made += 1;
  const serial = `SN${String(made)}`;
  await person.backend.tokens.add([{ serial, secret, ...(accountId !== undefined && { accountId }) }]);
  return serial;
}

const shown = (): string => codeAt(secret, house.clock.at);

async function add(person: Person, serial: string): Promise<Enrollment> {
  const { id } = await person.begin(of(serial));
  return person.type(id, shown());
}

test('a token is available, then assigned and activated by its code, and stays assigned when it is removed', async () => {
  const person = await holder();
  const serial = await unpack(person);
  const { tokens } = person.backend;
  assert.equal(await tokens.stateOf(serial), 'available');
  const { id } = await person.begin(of(serial));
  assert.equal(await tokens.stateOf(serial), 'available', 'a number alone takes nothing');
  const method = methodIn(await person.type(id, shown()));
  assert.equal(await tokens.stateOf(serial), 'activated');
  assert.equal(await tokens.release(serial), false, 'what is in use is not given away');
  await person.adapter.remove(method, person.options());
  assert.equal(await tokens.stateOf(serial), 'assigned');
  assert.equal(await tokens.release(serial), true);
  assert.equal(await tokens.stateOf(serial), 'available');
  assert.equal(await tokens.stateOf('NOBODYS'), undefined);
});

test('a token of one account is to all others what an unknown one is (R13)', async () => {
  const [owner, other] = [await holder(), await holder()];
  const given = await unpack(owner, owner.id);
  const serial = await unpack(owner);
  methodIn(await add(owner, serial));
  const unknown = await refusal(other.begin(of('NOBODYS')));
  assert.deepEqual(unknown, noSuch);
  assert.deepEqual(await refusal(other.begin(of(serial))), unknown);
  assert.deepEqual(await refusal(other.begin(of(given))), unknown);
  assert.deepEqual(await refusal(owner.begin(of(serial))), { code: 'conflict', with: 'own' });
});

test('of two who begin with one token the first right code wins, and the other is told no more than before', async () => {
  const [one, other] = [await holder(), await holder()];
  const serial = await unpack(one);
  const [first, second] = [await one.begin(of(serial)), await other.begin(of(serial))];
  methodIn(await one.type(first.id, shown()));
  assert.deepEqual(await refusal(other.type(second.id, shown())), noSuch);
  assert.deepEqual((await other.load()).methods, []);
});

test('a code counts once, at the enrolment or at a sign-in (R20)', async () => {
  const person = await holder();
  const serial = await unpack(person);
  const code = shown();
  const method = methodIn(await add(person, serial));
  assert.equal(await person.backend.acceptCode(person.id, method, code), 'refused');
  house.pass(minutes(1));
  assert.equal(await person.backend.acceptCode(person.id, method, shown()), 'accepted');
  await person.adapter.remove(method, person.options());
  house.pass(minutes(1));
  const again = await person.begin(of(serial));
  assert.equal(methodIn(await person.type(again.id, shown())) === method, false);
});

test('a code that added the token does not add it again', async () => {
  const person = await holder();
  const serial = await unpack(person);
  const method = methodIn(await add(person, serial));
  await person.adapter.remove(method, person.options());
  const { id } = await person.begin(of(serial));
  assert.deepEqual(await refusal(person.type(id, shown())), { code: 'invalid_code', reason: 'replayed' });
});

test('an account that is deleted gives its tokens back', async () => {
  const person = await holder();
  const serial = await unpack(person);
  methodIn(await add(person, serial));
  await person.backend.accounts.delete(person.id);
  assert.equal(await person.backend.tokens.stateOf(serial), 'available');
});

test('apps and tokens share the five places', async () => {
  const person = await holder();
  for (let count = 0; count < 4; count++) await person.registerApp();
  methodIn(await add(person, await unpack(person)));
  assert.deepEqual(await refusal(person.begin(toApp)), { code: 'limit_reached', max: 5 });
  assert.deepEqual(await refusal(person.begin(of(await unpack(person)))), { code: 'limit_reached', max: 5 });
});
