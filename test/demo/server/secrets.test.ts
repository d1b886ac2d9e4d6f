/** What lies in the database, and what whoever steals it can read: no code, no secret, no number. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawCode } from '../../../demo/server/reference/shared-rules.js';
import { createSecrets, isSame, keysFrom, keysIn } from '../../../demo/server/secrets/index.js';
import {
  demoKeys,
  House,
  otherThan,
  provisionIn,
  refusal,
  secretIn,
  toApp,
  toCall,
  toMobile,
  toPush,
} from './person.js';

const house = await House.shared({ isTroubled: true });

/** Every row of every table, as somebody with a backup has it. */
async function dump(): Promise<string> {
  const { pool } = house.database;
  const tables = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  assert.ok(tables.rows.length > 15);
  const rows: unknown[] = [];
  for (const { name } of tables.rows) rows.push(name, (await pool.query(`select * from "${name}"`)).rows);
  return JSON.stringify(rows);
}

test('a dump of all tables in the middle and after all passages holds nothing that proves anything', async () => {
  const person = await house.person({ calls: 'spoken-code' });
  const canaries: string[] = [];
  const app = await person.begin({ ...toApp, label: 'my +819012345678' });
  canaries.push(secretIn(app.next));
  const phone = await person.begin({ ...toMobile, label: 'my +819012345678' });
  canaries.push('9012345678', await person.textedCode());
  const push = await person.begin(toPush);
  const [pairing] = provisionIn(push.next).manual;
  canaries.push(pairing?.value ?? '', (pairing?.value ?? '').replaceAll('-', ''));
  await refusal(person.type(phone.id, otherThan(await person.textedCode())));
  house.pass(30_000);
  await person.sendAgain(phone.id, 'voice');
  await person.telephone.answer((await person.messages('voice')).at(-1)?.id ?? '');
  const spoken = (await person.call()).text;
  canaries.push(/(?:\d ){5}\d/.exec(spoken)?.[0] ?? assert.fail(spoken));
  canaries.push((canaries.at(-1) ?? '').replaceAll(' ', ''));
  const middle = await dump();
  for (const canary of canaries) assert.equal(middle.includes(canary), false, canary);

  await person.type(app.id, person.appCode(app.next));
  await person.type(phone.id, await person.textedCode());
  const { deviceId } = await person.pair(push.next);
  await person.sendAgain(push.id);
  const asked = await dump();
  assert.match(asked, new RegExp(deviceId));
  assert.doesNotMatch(asked, /"match_?[nN]umber":"\d\d"/);
  const { uri } = await person.begin({ kind: 'phone', number: '+819087654321', channel: 'sms' }).then(async () => ({
    uri: await person.textedCode(),
  }));
  await person.backend.work();
  const end = await dump();
  // The label of an app is what the person wrote, and theirs to write; nothing of ours repeats it.
  const own = end.replaceAll('my +819012345678', '');
  for (const canary of [...canaries, uri, '9087654321']) assert.equal(own.includes(canary), false, canary);
});

test('only what is registered keeps a secret, and only sealed', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  await person.type(id, person.appCode(next));
  const kept = await house.database.pool.query('select state from enrollments where id = $1', [id]);
  assert.deepEqual(kept.rows, [{ state: null }]);
  assert.equal(JSON.stringify(await person.get(id)).includes(secretIn(next)), false);
});

test('what went wrong is logged by its name and a trace id, and told to nobody', async () => {
  const broken = { lineOf: () => assert.fail('lookup of +819012345678 failed'), countryOf: () => undefined };
  const person = await house.person({ numbers: broken });
  house.troubles.length = 0;
  const fault = await refusal(person.begin(toCall));
  const [trouble] = house.troubles;
  assert.deepEqual(fault, { code: 'server', traceId: trouble?.traceId });
  assert.deepEqual([trouble?.event, trouble?.name], ['begin', 'AssertionError ERR_ASSERTION']);
  assert.equal(JSON.stringify(house.troubles).includes('9012345678'), false);
});

test('what is sealed opens where it was sealed, whatever it is, and nowhere else', () => {
  const secrets = createSecrets(demoKeys);
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, place, other) => {
      const sealed = secrets.seal(value, place);
      assert.deepEqual(JSON.stringify(secrets.open(sealed, place)), JSON.stringify(value));
      if (other !== place) assert.throws(() => secrets.open(sealed, other));
      const last = sealed.at(-9) === 'A' ? 'B' : 'A';
      assert.throws(() => secrets.open(sealed.slice(0, -9) + last + sealed.slice(-8), place));
    }),
  );
  assert.notEqual(secrets.seal('x', 'y'), secrets.seal('x', 'y'));
  assert.notEqual(secrets.mark('a', 'bc'), secrets.mark('ca', 'b'));
});

test('a retired key still opens what it sealed, and a lost one does not', () => {
  const old = createSecrets(demoKeys);
  const fresh = { id: 'new', bytes: new Uint8Array(32).fill(1) };
  const both = createSecrets({ ...demoKeys, keys: [fresh, ...demoKeys.keys] });
  const sealed = old.seal('secret', 'here');
  assert.equal(both.open(sealed, 'here'), 'secret');
  assert.match(both.seal('secret', 'here'), /^new\./);
  assert.throws(() => createSecrets({ ...demoKeys, keys: [fresh] }).open(sealed, 'here'), /not here/);
});

test('keys are made once, for this user alone, and read ever after', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'siw-keys-'));
  try {
    const [first, second] = await Promise.all([keysIn(folder), keysIn(folder)]);
    assert.deepEqual(first, second);
    const file = path.join(folder, 'keys.env');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const text = await readFile(file, 'utf8');
    assert.equal(text.includes(Buffer.from(first.pepper).toString('base64')), true);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('keys of the environment that are short, unnamed or half there are refused without being quoted', () => {
  const good = Buffer.alloc(32, 3).toString('base64');
  assert.equal(keysFrom({}), undefined);
  assert.equal(keysFrom({ SECRET_KEYS: `a:${good},b:${good}`, SECRET_PEPPER: good })?.keys.length, 2);
  for (const [keys, pepper] of [
    [`a:${good}`, undefined],
    [undefined, good],
    [good, good],
    ['a:c2hvcnQ=', good],
    [`a:${good}`, 'c2hvcnQ='],
  ]) {
    assert.throws(
      () => keysFrom({ SECRET_KEYS: keys, SECRET_PEPPER: pepper }),
      ({ message }: Error) => !message.includes('c2hvcnQ') && !message.includes(good),
    );
  }
});

test('codes are drawn evenly, with their leading zeros', () => {
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  let zeros = 0;
  for (let count = 0; count < 100_000; count++) {
    const code = drawCode(random, 6);
    assert.equal(code.length, 6);
    if (code.startsWith('0')) zeros += 1;
  }
  assert.ok(zeros > 9_300 && zeros < 10_700, String(zeros));
});

test('two texts are the same or not, however long they are', () => {
  assert.deepEqual(
    [isSame('abc', 'abc'), isSame('abc', 'abd'), isSame('abc', 'abcd'), isSame('', '')],
    [true, false, false, true],
  );
});

test('no table names a session so that somebody else could have it', async () => {
  const person = await house.person();
  person.session = 'a-session-that-is-a-bearer-of-rights';
  await person.begin(toApp);
  await person.adapter.skip('phone', person.options());
  assert.equal(person.statuses(await person.load())['phone'], 'put-off');
  assert.ok(!(await dump()).includes(person.session));
});
