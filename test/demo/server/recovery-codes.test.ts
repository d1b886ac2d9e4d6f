/** Recovery codes at the reference backend: a set counts once it is acknowledged, each code once, and none can be read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Enrollment, EnrollmentId, MethodId } from '../../../src/contract/enrollment.js';
import { House, methodIn, minutes, type Person, refusal } from './person.js';

const house = await House.shared();

const toCodes = { kind: 'recovery-codes' } as const;

const somebody = (): Promise<Person> =>
  house.person({ requirements: [{ id: 'codes', anyOf: [{ kind: 'recovery-codes', usage: ['recovery'] }] }] });

const codesIn = ({ next }: Enrollment): readonly string[] =>
  next.type === 'acknowledge' ? next.codes : assert.fail(`no codes but ${next.type}`);

const acknowledge = (person: Person, id: EnrollmentId): Promise<Enrollment> =>
  person.adapter.verify(id, { type: 'acknowledged' }, person.options());

async function registered(person: Person): Promise<{ readonly codes: readonly string[]; readonly id: MethodId }> {
  const begun = await person.begin(toCodes);
  return { codes: codesIn(begun), id: methodIn(await acknowledge(person, begun.id)) };
}

test('ten codes of eighty bits are shown, the same until they are acknowledged, and never again', async () => {
  const person = await somebody();
  const begun = await person.begin(toCodes);
  const codes = codesIn(begun);
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.deepEqual(codesIn(await person.begin(toCodes)), codes);
  assert.deepEqual(codesIn(await person.get(begun.id)), codes);
  assert.deepEqual((await person.load()).methods, []);
  const done = await acknowledge(person, begun.id);
  const { methods, requirements, defaultMethod } = await person.load();
  assert.deepEqual(
    [methods.map(({ id, label }) => [id, label]), requirements[0]?.status],
    [[[methodIn(done), 'Recovery codes']], 'satisfied'],
  );
  assert.equal(defaultMethod, undefined);
  assert.doesNotMatch(JSON.stringify(await person.get(begun.id)), /-[0-9A-Z]{4}-/);
});

test('a code signs in once, however often it is handed in at the same time', async () => {
  const person = await somebody();
  const { codes } = await registered(person);
  const [first = '', second = ''] = codes;
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => person.backend.acceptRecoveryCode(person.id, first)),
  );
  assert.equal(outcomes.filter((outcome) => outcome === 'accepted').length, 1);
  house.pass(minutes(10));
  assert.equal(await person.backend.acceptRecoveryCode(person.id, first), 'refused');
  house.pass(minutes(10));
  assert.equal(await person.backend.acceptRecoveryCode(person.id, second), 'accepted');
});

test('two codes that are handed in at the same time are both taken', async () => {
  const person = await somebody();
  const { codes } = await registered(person);
  const both = codes.slice(0, 2).map((code) => person.backend.acceptRecoveryCode(person.id, code));
  assert.deepEqual(await Promise.all(both), ['accepted', 'accepted']);
});

test('a code is taken as people type it', async () => {
  const person = await somebody();
  const { codes } = await registered(person);
  const dressed: readonly ((code: string) => string)[] = [
    (code) => code.toLowerCase(),
    (code) => ` ${code.replaceAll('-', ' ')} `,
    (code) => code.replaceAll('-', ''),
    (code) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
    (code) => code.replaceAll('0', 'o').replaceAll('1', 'I'),
    (code) => code.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  ];
  for (const [at, dress] of dressed.entries()) {
    const code = codes[at] ?? assert.fail();
    assert.equal(await person.backend.acceptRecoveryCode(person.id, dress(code)), 'accepted', dress(code));
  }
});

test('wrong codes and odd input are refused, counted, and then held', async () => {
  const person = await somebody();
  const { codes } = await registered(person);
  for (const typed of ['', '0000-0000-0000-0000', '\u0000\ud800', '🙂'.repeat(500), "'; drop table methods"])
    assert.equal(await person.backend.acceptRecoveryCode(person.id, typed), 'refused', typed);
  assert.equal(await person.backend.acceptRecoveryCode(person.id, codes[0] ?? ''), 'held');
  house.pass(minutes(10));
  assert.equal(await person.backend.acceptRecoveryCode(person.id, codes[0] ?? ''), 'accepted');
});

test("nobody is let in by somebody else's code, or by one that was only shown", async () => {
  const [person, other] = [await somebody(), await somebody()];
  const { codes } = await registered(person);
  assert.equal(await other.backend.acceptRecoveryCode(other.id, codes[0] ?? ''), 'refused');
  const [shown = ''] = codesIn(await other.begin(toCodes));
  assert.equal(await other.backend.acceptRecoveryCode(other.id, shown), 'refused');
});

test('the old set stands until the new one is acknowledged, and not a moment longer', async () => {
  const person = await somebody();
  const old = await registered(person);
  const signIn = (code = ''): Promise<string> => person.backend.acceptRecoveryCode(person.id, code);
  const looked = await person.begin(toCodes);
  await person.adapter.cancel(looked.id, person.options());
  assert.equal(await signIn(old.codes[0]), 'accepted');
  const fresh = await person.begin({ ...toCodes, restart: true });
  assert.notDeepEqual(codesIn(fresh), codesIn(looked));
  assert.equal(await signIn(old.codes[1]), 'accepted');
  const id = methodIn(await acknowledge(person, fresh.id));
  assert.deepEqual(
    (await person.load()).methods.map((method) => method.id),
    [id],
  );
  assert.equal(await signIn(old.codes[2]), 'refused');
  assert.equal(await signIn(codesIn(fresh)[0]), 'accepted');
});

test('a set that nobody acknowledges is gone by the clock, and one that is removed opens nothing', async () => {
  const person = await somebody();
  const begun = await person.begin(toCodes);
  house.pass(minutes(30));
  assert.deepEqual(await refusal(acknowledge(person, begun.id)), { code: 'enrollment_gone', reason: 'expired' });
  const { codes, id } = await registered(person);
  await person.adapter.remove(id, person.options());
  assert.equal(await person.backend.acceptRecoveryCode(person.id, codes[0] ?? ''), 'refused');
});

test('nothing that is typed stands for the acknowledgement', async () => {
  const person = await somebody();
  const begun = await person.begin(toCodes);
  const [code = ''] = codesIn(begun);
  assert.deepEqual(await refusal(person.type(begun.id, code)), { code: 'unsupported' });
  assert.deepEqual((await person.load()).methods, []);
});

test('no code stands in the database, open or registered, in any dress', async () => {
  const person = await somebody();
  const { codes } = await registered(person);
  const open = codesIn(await person.begin(toCodes));
  const { pool } = house.database;
  const { rows } = await pool.query('select * from methods, enrollments');
  const dump = JSON.stringify(rows).replace(/[-\s]/g, '').toUpperCase();
  for (const code of [...codes, ...open]) assert.ok(!dump.includes(code.replaceAll('-', '')), code);
});
