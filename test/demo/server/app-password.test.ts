/** App passwords at the reference backend: one for each name, good again and again until it is removed, and kept as a hash. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BeginRequest, Enrollment, MethodId } from '../../../src/contract/enrollment.js';
import { House, methodIn, type Person, refusal } from './person.js';

const house = await House.shared();

const offer = { kind: 'app-password', usage: [] } as const;
const named = (name: string): BeginRequest<'app-password'> => ({ kind: 'app-password', name });

const somebody = (): Promise<Person> => house.person({ requirements: [{ id: 'mail', anyOf: [offer] }] });

const passwordIn = ({ next }: Enrollment): string =>
  next.type === 'acknowledge' ? (next.codes[0] ?? assert.fail()) : assert.fail(`no password but ${next.type}`);

async function registered(person: Person, request: BeginRequest): Promise<{ password: string; id: MethodId }> {
  const begun = await person.begin(request);
  const done = await person.adapter.verify(begun.id, { type: 'acknowledged' }, person.options());
  return { password: passwordIn(begun), id: methodIn(done) };
}

test('a password lets its app in again and again once it is acknowledged, and not before', async () => {
  const person = await somebody();
  const begun = await person.begin(named('Mail'));
  const password = passwordIn(begun);
  assert.match(password, /^[0-9A-HJKMNP-TV-Z]{16}$/);
  assert.equal(await person.backend.isAppPassword(person.id, password), false);
  assert.equal(passwordIn(await person.begin(named('Mail'))), password);
  await person.adapter.verify(begun.id, { type: 'acknowledged' }, person.options());
  for (const typed of [password, password.toLowerCase(), password.replace(/.{4}/g, '$& ')])
    assert.equal(await person.backend.isAppPassword(person.id, typed), true, typed);
  const { methods, requirements, defaultMethod } = await person.load();
  assert.deepEqual([methods.map(({ label }) => label), requirements[0]?.status], [['Mail'], 'satisfied']);
  assert.equal(defaultMethod, undefined);
});

test('another name is another password, and the one that was shown before is worth nothing', async () => {
  const person = await somebody();
  const before = await person.begin(named('Mail'));
  const { password } = await registered(person, named('Calendar'));
  assert.notEqual(password, passwordIn(before));
  assert.equal(await person.backend.isAppPassword(person.id, passwordIn(before)), false);
  assert.deepEqual(
    (await person.load()).methods.map(({ label }) => label),
    ['Calendar'],
  );
});

test('a name is taken once, however it is written, and is free again when its password is removed', async () => {
  const person = await somebody();
  const { id, password } = await registered(person, named('Mail on my phone'));
  const taken = { code: 'invalid_input', field: 'label', reason: 'duplicate' };
  for (const name of ['Mail on my phone', ' MAIL  on my phone ', 'Ｍａｉｌ on my phone'])
    assert.deepEqual(await refusal(person.begin(named(name))), taken, name);
  const renewed = await registered(person, { ...named('Mail on my phone'), replaces: id });
  assert.equal(await person.backend.isAppPassword(person.id, password), false);
  await person.adapter.remove(renewed.id, person.options());
  assert.equal(await person.backend.isAppPassword(person.id, renewed.password), false);
  await registered(person, named('Mail on my phone'));
});

test('a name that is none is refused for what it is', async () => {
  const person = await somebody();
  for (const [name, reason] of [
    ['', 'too_short'],
    [' \u0000\ud800 ', 'too_short'],
    ['x'.repeat(61), 'too_long'],
  ] as const)
    assert.deepEqual(await refusal(person.begin(named(name))), { code: 'invalid_input', field: 'label', reason });
});

test('the forty-first is refused with the number that may stand', async () => {
  const person = await somebody();
  for (let count = 0; count < 40; count++) await registered(person, named(`App ${String(count)}`));
  assert.deepEqual(await refusal(person.begin(named('One more'))), { code: 'limit_reached', max: 40 });
});

test("somebody else's password lets nobody in, and wrong ones lock nobody out", async () => {
  const [person, other] = [await somebody(), await somebody()];
  const { password } = await registered(person, named('Mail'));
  assert.equal(await other.backend.isAppPassword(other.id, password), false);
  for (let count = 0; count < 30; count++)
    assert.equal(await person.backend.isAppPassword(person.id, '0000000000000000'), false);
  for (const odd of ['', '\u0000', '🙂'.repeat(500)])
    assert.equal(await person.backend.isAppPassword(person.id, odd), false);
  assert.equal(await person.backend.isAppPassword(person.id, password), true);
});

test('no password stands in the database, open or registered', async () => {
  const person = await somebody();
  const { password } = await registered(person, named('Mail'));
  const open = passwordIn(await person.begin(named('Calendar')));
  const { pool } = house.database;
  const dump = JSON.stringify((await pool.query('select * from methods, enrollments')).rows).toUpperCase();
  for (const secret of [password, open]) assert.ok(!dump.includes(secret), secret);
});
