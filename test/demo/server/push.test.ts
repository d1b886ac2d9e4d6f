/** Push at the reference backend: a device is paired once, and only the number that the wizard shows approves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  House,
  matchNumberIn,
  methodIn,
  minutes,
  otherNumber,
  provisionIn,
  publicKey,
  refusal,
  rejection,
  toPush,
  waitFor,
} from './person.js';

const house = await House.shared();

test('paired by its code, asked by a number, and registered when the app sends it back', async () => {
  const person = await house.person();
  const { id, next, expiresIn } = await person.begin(toPush);
  assert.equal(expiresIn, minutes(10));
  const { uri, manual } = provisionIn(next);
  assert.match(uri, /^https:\/\/pair\.example\/add#[A-Z2-7]{16}$/);
  assert.match(manual[0]?.value ?? '', /^(\w{4}-){3}\w{4}$/);
  const { deviceId, account } = await person.pair(next);
  assert.deepEqual(account, { label: (await person.load()).account.label, organization: 'Contoso' });
  assert.deepEqual(await person.backend.companion.publicKeyOf(deviceId), publicKey);
  assert.deepEqual((await person.get(id)).next, { type: 'ready' });
  assert.deepEqual(await person.backend.companion.requests(deviceId), []);
  const shown = matchNumberIn((await person.sendAgain(id)).next);
  const [asked] = await person.backend.companion.requests(deviceId);
  assert.deepEqual({ ...asked, id: '', nonce: '' }, { id: '', app: 'Contoso', nonce: '', at: house.clock.at });
  assert.equal(JSON.stringify(asked).includes(`"${shown}"`), false);
  assert.deepEqual((await person.load()).methods, []);
  assert.equal(await person.backend.companion.answer(deviceId, asked?.id ?? '', 'approve', shown), 'approved');
  methodIn(await person.get(id));
  assert.equal(await person.backend.companion.answer(deviceId, asked?.id ?? '', 'approve', shown), 'over');
  assert.equal((await person.load()).methods[0]?.label, 'Organization app');
});

test('reload, another sign-in and another instance see the same QR, then the same number', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toPush);
  person.session = 'session-2';
  person.backend = house.backend();
  assert.deepEqual((await person.begin(toPush)).next, next);
  await person.pair(next);
  const asked = (await person.sendAgain(id)).next;
  person.session = 'session-3';
  person.backend = house.backend();
  assert.deepEqual((await person.get(id)).next, asked);
  assert.deepEqual((await person.begin(toPush)).next, asked);
});

test('of ten devices that scan the same code one is paired', async () => {
  const person = await house.person();
  const { next } = await person.begin(toPush);
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => person.pair(next)));
  const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []));
  assert.deepEqual(
    reasons,
    Array.from({ length: 9 }, () => 'used'),
  );
});

test('a code that was never issued, taken back, or is too old pairs nothing; typed by hand it does', async () => {
  const person = await house.person();
  const pair = (code: string): Promise<unknown> => person.backend.companion.pair({ code, publicKey, name: 'x' });
  for (const code of ['', 'AAAA-BBBB-CCCC-DDDD', '\u0000']) await assert.rejects(pair(code), new Error('unknown'));
  const old = provisionIn((await person.begin(toPush)).next).uri;
  const typed = provisionIn((await person.begin({ ...toPush, restart: true })).next).manual[0]?.value ?? '';
  await assert.rejects(pair(old), new Error('unknown'));
  house.pass(minutes(10));
  await assert.rejects(pair(typed), new Error('expired'));
  const fresh = provisionIn((await person.begin(toPush)).next).manual[0]?.value ?? '';
  await pair(fresh.toLowerCase().replaceAll('-', ' '));
});

for (const given of [undefined, '', '7', '123', 'yes']) {
  test(`an approval with ${JSON.stringify(given)} for a number proves nothing, and counts`, async () => {
    const person = await house.person();
    const { id, deviceId, request } = await person.askApp();
    assert.equal(await person.backend.companion.answer(deviceId, request, 'approve', given), 'wrong-number');
    assert.deepEqual((await person.get(id)).next, rejection('wrong-number'));
    assert.deepEqual((await person.load()).methods, []);
  });
}

test('a denial, a wrong number and silence are told, and the app can be asked again', async () => {
  const person = await house.person();
  const { id, deviceId, request, shown } = await person.askApp();
  const { answer } = person.backend.companion;
  assert.equal(await answer(deviceId, request, 'deny'), 'denied');
  assert.deepEqual((await person.get(id)).next, rejection('denied'));
  const again = matchNumberIn((await person.sendAgain(id)).next);
  assert.equal(await answer(deviceId, request, 'approve', shown), 'over');
  assert.equal(await answer(deviceId, await person.request(deviceId), 'approve', otherNumber(again)), 'wrong-number');
  await person.sendAgain(id);
  house.pass(minutes(2));
  assert.deepEqual((await person.get(id)).next, rejection('timed-out'));
  assert.deepEqual(await person.backend.companion.requests(deviceId), []);
});

test('the app is asked five times an hour, over all enrolments', async () => {
  const person = await house.person();
  const { id } = await person.askApp();
  for (let count = 0; count < 4; count++) await person.sendAgain(id);
  assert.deepEqual(await refusal(person.sendAgain(id)), { code: 'rate_limited', retryAfter: minutes(60) });
  const other = await person.begin({ ...toPush, restart: true });
  await person.pair(other.next);
  assert.equal((await refusal(person.sendAgain(other.id))).code, 'rate_limited');
  house.pass(minutes(60));
  const later = await person.begin({ ...toPush, restart: true });
  await person.pair(later.next);
  waitFor('approval', (await person.sendAgain(later.id)).next);
});

test('of ten approvals at once one counts', async () => {
  const person = await house.person();
  const { deviceId, request, shown } = await person.askApp();
  const { answer } = person.backend.companion;
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => answer(deviceId, request, 'approve', shown)));
  assert.equal(outcomes.filter((outcome) => outcome === 'approved').length, 1);
  assert.equal(outcomes.filter((outcome) => outcome === 'over').length, 9);
  assert.equal((await person.load()).methods.length, 1);
});

test('an approval after the enrolment was given up, or by another device, counts for nothing', async () => {
  const person = await house.person();
  const asked = await person.askApp();
  const stranger = await (await house.person()).askApp();
  const { answer } = person.backend.companion;
  assert.equal(await answer(stranger.deviceId, asked.request, 'approve', asked.shown), 'over');
  await person.adapter.cancel(asked.id, person.options());
  assert.equal(await answer(asked.deviceId, asked.request, 'approve', asked.shown), 'over');
  assert.deepEqual((await person.load()).methods, []);
});

test('what is typed proves nothing', async () => {
  const person = await house.person();
  const { id, shown } = await person.askApp();
  assert.deepEqual(await refusal(person.type(id, shown)), { code: 'unsupported' });
});
