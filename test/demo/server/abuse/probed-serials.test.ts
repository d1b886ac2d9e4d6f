/** Serial numbers are printed one after the other: nobody learns by trying which tokens lie in the drawer (R13). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policy } from '../../../../demo/server/policy.js';
import type { BeginRequest } from '../../../../src/contract/enrollment.js';
import { codeAt, House, methodIn, minutes, type Person, refusal } from '../person.js';

const house = await House.shared();

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const of = (serial: string): BeginRequest<'hardware-otp'> => ({ kind: 'hardware-otp', serial });
const requirements = [{ id: 'token', anyOf: [{ kind: 'hardware-otp', usage: ['sign-in'] }] }] as const;

/** A box of tokens with numbers in a row. */
async function box(person: Person, name: string, length: number): Promise<readonly string[]> {
  const serials = Array.from({ length }, (_, count) => `${name}${String(1000 + count)}`);
  await person.backend.tokens.add(serials.map((serial) => ({ serial, secret })));
  return serials;
}

/** How many numbers the person hears about, until they are told to wait. */
async function probed(person: Person, serials: readonly string[]): Promise<number> {
  let heard = 0;
  for (const serial of serials) {
    const code = await person.begin(of(serial)).then(
      () => 'found',
      async (thrown: unknown) => (await refusal(Promise.reject(thrown as Error))).code,
    );
    if (code !== 'rate_limited') heard += 1;
  }
  return heard;
}

test('of a box that is in the drawer no more is heard than of numbers that nobody has', async () => {
  const person = await house.person({ requirements });
  const serials = await box(person, 'DRAWER', 40);
  assert.equal(await probed(person, serials), policy.serialsPerHour);
  house.pass(minutes(60));
  assert.equal(await probed(person, [...serials].reverse()), policy.serialsPerHour);
});

test('what is found and what is not are counted together, from whichever session and instance', async () => {
  const person = await house.person({ requirements });
  const serials = await box(person, 'MIXED', 20);
  const mixed = serials.flatMap((serial, at) => [serial, `NOBODYS${String(at)}`]);
  assert.equal(await probed(person, mixed.slice(0, 6)), 6);
  person.session = 'session-2';
  person.backend = house.backend();
  assert.equal(await probed(person, mixed.slice(6)), policy.serialsPerHour - 6);
});

test('whoever holds a token types its number once, and coming back to it counts for nothing', async () => {
  const person = await house.person({ requirements });
  const [serial = ''] = await box(person, 'HELD', 1);
  for (let count = 0; count < policy.serialsPerHour; count++) await person.begin(of(serial));
  const { id } = await person.begin(of(serial));
  methodIn(await person.type(id, codeAt(secret, house.clock.at)));
  await refusal(person.begin(of('NOBODYS')));
  assert.deepEqual(await refusal(person.begin(of('NOBODYS'))), {
    code: 'invalid_input',
    field: 'serial',
    reason: 'mismatch',
  });
});

test('a name that is refused says nothing of the number that came with it', async () => {
  const person = await house.person({ requirements });
  const [serial = ''] = await box(person, 'NAMED', 1);
  const label = 'x'.repeat(61);
  const told = [serial, 'NOBODYS'].map((one) => refusal(person.begin({ ...of(one), label })));
  const tooLong = { code: 'invalid_input', field: 'label', reason: 'too_long' };
  assert.deepEqual(await Promise.all(told), [tooLong, tooLong]);
});
