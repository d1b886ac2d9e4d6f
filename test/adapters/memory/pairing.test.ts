/** Pairing the organisation's app: what it is shown, what it takes for an answer, and that a code works once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NextWait } from '../../../src/contract/next.js';
import { minutes, Person, provisionIn, pushOffer, refusal, repeatable, seconds, toPush, waitFor } from './person.js';

const needsPush = { requirements: [{ id: 'push', anyOf: [pushOffer] }] } as const;

/** The code as it is typed by hand. */
function codeFor(next: Parameters<typeof provisionIn>[0]): string {
  return provisionIn(next).manual.find(({ name }) => name === 'code')?.value ?? assert.fail('no code');
}

test('the app is shown where to pair, by QR, by hand and by link', async () => {
  const person = new Person({ ...needsPush, host: 'login.contoso.example' });
  const { next, expiresIn, kind } = await person.begin(toPush);
  const code = codeFor(next);
  assert.match(code, /^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  const uri = `https://pair.login.contoso.example/add#${code.replaceAll('-', '')}`;
  const expected: NextWait = {
    type: 'wait',
    for: 'pairing',
    provision: {
      uri,
      manual: [
        { name: 'code', value: code },
        { name: 'url', value: 'https://pair.login.contoso.example/add' },
      ],
      deepLink: uri,
    },
    pollAfter: seconds(1.5),
  };
  assert.deepEqual(next, expected);
  assert.deepEqual({ kind, expiresIn }, { kind: 'push', expiresIn: minutes(10) });
  assert.equal(new URL(uri).hash.length, 17, 'the code stands where no server sees it');
});

test('codes have 80 bits, all of them from the given randomness, and no two are alike', async () => {
  const random = repeatable(3);
  const codes = new Set<string>();
  for (let i = 0; i < 200; i++) codes.add(codeFor((await new Person({ ...needsPush, random }).begin(toPush)).next));
  assert.equal(codes.size, 200);
  const flat = new Person({ ...needsPush, random: (length) => new Uint8Array(length).fill(0xff) });
  assert.equal(codeFor((await flat.begin(toPush)).next), '7777-7777-7777-7777');
});

for (const [how, seen] of [
  ['scanned', (uri: string) => uri],
  ['scanned with a line break after it', (uri: string) => `${uri}\n`],
  ['typed as it is shown', (_: string, code: string) => code],
  ['typed in lower case, without its hyphens', (_: string, code: string) => code.replaceAll('-', '').toLowerCase()],
  ['typed in full-width letters', (_: string, code: string) => fullWidth(code)],
] as const) {
  test(`an app is paired by a code that is ${how} [F48]`, async () => {
    const person = new Person(needsPush);
    const { id, next } = await person.begin(toPush);
    await person.backend.app.pair(seen(provisionIn(next).uri, codeFor(next)));
    assert.deepEqual((await person.get(id)).next, { type: 'ready' });
  });
}

for (const [what, seen] of [
  ['nothing', () => ''],
  ['a code that was never issued', () => 'AAAA-BBBB-CCCC-DDDD'],
  ['the account of an authenticator app', () => 'otpauth://totp/Contoso:mika?secret=GEZDGNBVGY3TQOJQ'],
  ['the link of another site', (uri: string) => uri.replace('pair.example', 'pair.example.org')],
  ['half of a code', (_: string, code: string) => code.slice(0, 9)],
  ['two codes', (_: string, code: string) => code + code],
] as const) {
  test(`an app that saw ${what} is not paired`, async () => {
    const person = new Person(needsPush);
    const { id, next } = await person.begin(toPush);
    await assert.rejects(person.backend.app.pair(seen(provisionIn(next).uri, codeFor(next))), { message: 'unknown' });
    waitFor('pairing', (await person.get(id)).next);
  });
}

test('a code pairs one app, and the second one does the first no harm [F50]', async () => {
  const person = new Person(needsPush);
  const { id, next } = await person.begin(toPush);
  const { uri } = provisionIn(next);
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => person.backend.app.pair(uri)));
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  await assert.rejects(person.backend.app.pair(uri), { message: 'used' });
  assert.deepEqual((await person.get(id)).next, { type: 'ready' });
  await person.cancel(id);
  await assert.rejects(person.backend.app.pair(uri), { message: 'used' });
});

test('after ten minutes a code pairs nothing, its enrolment is gone, and the next one has a new code', async () => {
  const person = new Person(needsPush);
  const { id, next } = await person.begin(toPush);
  const { uri } = provisionIn(next);
  person.pass(minutes(10) - 1);
  assert.equal((await person.get(id)).expiresIn, 1);
  person.pass(1);
  await assert.rejects(person.backend.app.pair(uri), { message: 'expired' });
  assert.deepEqual(await refusal(person.get(id)), { code: 'enrollment_gone', reason: 'expired' });
  assert.deepEqual((await person.load()).pending, []);
  assert.notEqual(provisionIn((await person.begin(toPush)).next).uri, uri);
  await assert.rejects(person.backend.app.pair(uri), { message: 'expired' });
});

test('a code lives to its last millisecond', async () => {
  const person = new Person(needsPush);
  const { id, next } = await person.begin(toPush);
  person.pass(minutes(10) - 1);
  await person.backend.app.pair(provisionIn(next).uri);
  assert.equal((await person.get(id)).expiresIn, minutes(30), 'what is paired has time for the test');
});

test('whoever begins again sees the same code, until it is used; then nobody sees it any more', async () => {
  const person = new Person(needsPush);
  const first = await person.begin(toPush);
  assert.deepEqual(await person.begin(toPush), first);
  await person.backend.app.pair(codeFor(first.next));
  const again = await person.begin(toPush);
  assert.deepEqual([again.id, again.next], [first.id, { type: 'ready' }]);
  const told = JSON.stringify([again, await person.load()]);
  assert.ok(!told.includes(codeFor(first.next)) && !told.includes(provisionIn(first.next).uri));
});

test('load tells that it is open, and not how to pair', async () => {
  const person = new Person(needsPush);
  const { id, next } = await person.begin(toPush);
  const info = await person.load();
  assert.deepEqual(info.pending, [{ id, kind: 'push' }]);
  assert.ok(!JSON.stringify(info).includes(codeFor(next)));
});

for (const [how, stop] of [
  ['restarted', (person: Person) => person.begin({ ...toPush, restart: true })],
  ['cancelled', async (person: Person) => person.cancel((await person.load()).pending[0]?.id ?? assert.fail())],
] as const) {
  test(`the code of an enrolment that was ${how} pairs nothing`, async () => {
    const person = new Person(needsPush);
    const { id, next } = await person.begin(toPush);
    await stop(person);
    await assert.rejects(person.backend.app.pair(provisionIn(next).uri), { message: 'unknown' });
    assert.deepEqual(await refusal(person.get(id)), { code: 'enrollment_gone', reason: 'superseded' });
  });
}

test('before an app is paired there is nothing to ask, and asking changes nothing', async () => {
  const person = new Person({ ...needsPush, limits: { approvalsPerHour: 1 } });
  const before = await person.begin(toPush);
  for (let i = 0; i < 3; i++) assert.deepEqual(await person.sendAgain(before.id), before);
  assert.deepEqual(person.backend.app.requests(), []);
  await person.backend.app.pair(provisionIn(before.next).uri);
  waitFor('approval', (await person.sendAgain(before.id)).next);
});

test('pairing registers nothing [F65]', async () => {
  const person = new Person(needsPush);
  await person.backend.app.pair(provisionIn((await person.begin(toPush)).next).uri);
  const { methods, requirements } = await person.load();
  assert.deepEqual([methods, requirements[0]?.status], [[], 'open']);
});

function fullWidth(code: string): string {
  return code.replace(/[A-Z2-7]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));
}
