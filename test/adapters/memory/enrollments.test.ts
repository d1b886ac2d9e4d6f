/** Enrolments: found again by whoever begins again, ended by what replaces them, and nobody else's business. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentId, MethodId } from '../../../src/contract/enrollment.js';
import type { Requirement } from '../../../src/contract/security-info.js';
import {
  codeAt,
  methodIn,
  minutes,
  mobile,
  Person,
  phoneOffer,
  refusal,
  repeatable,
  secretIn,
  toApp,
  toMobile,
  totpOffer,
} from './person.js';

const unknown = { code: 'enrollment_gone', reason: 'unknown' };
const superseded = { code: 'enrollment_gone', reason: 'superseded' };

test('whoever begins again gets the same enrolment and the same secret', async () => {
  const person = new Person();
  const first = await person.begin(toApp);
  person.pass(minutes(3));
  const again = await person.begin(toApp);
  assert.deepEqual(again, { ...first, expiresIn: minutes(27) });
  assert.deepEqual((await person.load()).pending, [{ id: first.id, kind: 'totp' }]);
});

test('fifty beginnings at once are one enrolment and one text', async () => {
  const latency = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
  const person = new Person({ latency, lineOf: () => latency().then(() => 'mobile') });
  const answers = await Promise.all(Array.from({ length: 50 }, () => person.begin(toMobile)));
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
  assert.equal(person.backend.messages().length, 1);
});

test('an enrolment opened with its fields in another order is the same one', async () => {
  const person = new Person();
  const { id } = await person.begin({ kind: 'phone', number: mobile, channel: 'sms' });
  assert.equal((await person.begin({ channel: 'sms', number: mobile, kind: 'phone' })).id, id);
});

test('another number ends the enrolment and its code', async () => {
  const person = new Person();
  const first = await person.begin(toMobile);
  const code = person.textedCode();
  const second = await person.begin({ ...toMobile, number: '+819087654321' });
  assert.notEqual(second.id, first.id);
  assert.deepEqual(await refusal(person.type(first.id, code)), superseded);
  assert.deepEqual(await refusal(person.get(first.id)), superseded);
  assert.deepEqual((await person.load()).pending, [{ id: second.id, kind: 'phone' }]);
});

test('restarting mints a new secret, and the old one proves nothing', async () => {
  const person = new Person();
  const first = await person.begin(toApp);
  const second = await person.begin({ ...toApp, restart: true });
  assert.notEqual(secretIn(second.next), secretIn(first.next));
  const old = codeAt(secretIn(first.next), person.clock.at);
  assert.deepEqual(await refusal(person.type(first.id, old)), superseded);
  assert.equal((await refusal(person.type(second.id, old))).code, 'invalid_code');
  assert.equal((await person.begin(toApp)).id, second.id, 'restart is said once');
});

test('what is open is listed without its secret, and get tells it again', async () => {
  const person = new Person();
  const app = await person.begin(toApp);
  const phone = await person.begin(toMobile);
  const info = await person.load();
  assert.deepEqual(info.pending, [
    { id: app.id, kind: 'totp' },
    { id: phone.id, kind: 'phone' },
  ]);
  const told = JSON.stringify(info);
  assert.ok(!told.includes(secretIn(app.next)) && !told.includes(person.textedCode()) && !told.includes(mobile));
  assert.deepEqual(await person.get(app.id), app);
  assert.deepEqual(await person.get(phone.id), phone);
});

test('offers of one kind have enrolments of their own', async () => {
  const requirements: Requirement[] = ['mobile', 'office'].map((offerId) => ({
    id: offerId,
    anyOf: [{ ...phoneOffer, offerId }],
    status: 'open',
  }));
  const person = new Person({ requirements });
  const first = await person.begin({ ...toMobile, offerId: 'mobile' });
  const second = await person.begin({ ...toMobile, offerId: 'office' });
  assert.deepEqual(
    (await person.load()).pending.map(({ id, offerId }) => [id, offerId]),
    [
      [first.id, 'mobile'],
      [second.id, 'office'],
    ],
  );
  assert.equal(first.offerId, 'mobile');
});

test('the first to be proved wins: what else is open of its kind ends, other kinds stay', async () => {
  const requirements: Requirement[] = [
    { id: 'app', anyOf: [totpOffer, phoneOffer], status: 'open' },
    { id: 'second', anyOf: [{ ...totpOffer, offerId: 'second' }], status: 'open' },
  ];
  const person = new Person({ requirements });
  const first = await person.begin(toApp);
  const second = await person.begin({ ...toApp, offerId: 'second' });
  const phone = await person.begin(toMobile);
  await person.type(first.id, codeAt(secretIn(first.next), person.clock.at));
  const late = person.type(second.id, codeAt(secretIn(second.next), person.clock.at));
  assert.deepEqual(await refusal(late), superseded);
  assert.deepEqual((await person.load()).pending, [{ id: phone.id, kind: 'phone' }]);
});

test('of two tabs that prove two phones for one kind at the same moment, one wins', async () => {
  const offers = ['mobile', 'office'].map((offerId) => ({ ...phoneOffer, offerId }));
  const requirements = offers.map((offer): Requirement => ({ id: offer.offerId, anyOf: [offer], status: 'open' }));
  const person = new Person({ requirements });
  const hands: { readonly id: EnrollmentId; readonly code: string }[] = [];
  for (const [offerId, number] of [
    ['mobile', mobile],
    ['office', '+819087654321'],
  ] as const) {
    const { id } = await person.begin({ ...toMobile, offerId, number });
    hands.push({ id, code: person.textedCode() });
  }
  const [first, second] = await Promise.allSettled(hands.map(({ id, code }) => person.type(id, code)));
  assert.deepEqual([first?.status, second?.status], ['fulfilled', 'rejected']);
  assert.equal((await person.load()).methods.length, 1);
});

test('a cancelled enrolment is over, its code with it, and cancelling is never refused', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  assert.equal(await person.cancel(id), undefined);
  assert.deepEqual(await refusal(person.type(id, person.textedCode())), superseded);
  await person.cancel(id);
  await person.cancel('never heard of' as EnrollmentId);
  assert.deepEqual((await person.load()).pending, []);
});

test('cancelling what is done takes nothing away', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  await person.type(id, person.textedCode());
  await person.cancel(id);
  assert.equal((await person.get(id)).next.type, 'done');
  assert.equal((await person.load()).methods.length, 1);
});

test('whoever asks after a lost answer hears that it is done, and no secret', async () => {
  const person = new Person();
  const { id, next } = await person.begin(toApp);
  const done = await person.type(id, codeAt(secretIn(next), person.clock.at));
  assert.deepEqual(await person.get(id), done);
  assert.ok(!JSON.stringify(done).includes(secretIn(next)));
  assert.equal(done.expiresIn, undefined);
});

test('ids of another backend, and ids of nobody, are unknown', async () => {
  const neighbour = new Person({ random: repeatable(2) });
  const person = new Person();
  const foreign = await neighbour.begin(toApp);
  const foreignMethod = await neighbour.registerPhone();
  await person.begin(toApp);
  for (const id of [foreign.id, '' as EnrollmentId, '__proto__' as EnrollmentId]) {
    assert.deepEqual(await refusal(person.get(id)), unknown);
    assert.deepEqual(await refusal(person.type(id, '123456')), unknown);
    assert.deepEqual(await refusal(person.sendAgain(id)), unknown);
  }
  for (const id of [foreignMethod, '' as MethodId]) {
    assert.deepEqual(await refusal(person.remove(id)), unknown);
    assert.deepEqual(await refusal(person.setDefault({ methodId: id })), unknown);
    assert.deepEqual(await refusal(person.begin({ ...toApp, replaces: id })), unknown);
  }
});

test('what is not offered, or not known here, cannot be begun', async () => {
  const unavailable = { code: 'method_unavailable' };
  const person = new Person({ requirements: [{ id: 'app', anyOf: [totpOffer] }] });
  assert.deepEqual(await refusal(person.begin(toMobile)), unavailable);
  assert.deepEqual(await refusal(person.begin({ ...toApp, offerId: 'other' })), unavailable);
  const hologram = { kind: 'hologram', usage: ['sign-in'] } as unknown as typeof totpOffer;
  const modern = new Person({ requirements: [{ id: 'key', anyOf: [hologram] }] });
  assert.deepEqual(await refusal(modern.begin({ kind: 'hologram' } as unknown as typeof toApp)), unavailable);
});

test('a method can be replaced: the old one stands until the new one is proved', async () => {
  const person = new Person();
  const old = await person.registerApp();
  const kept = await person.registerApp();
  const { id, next, replaces } = await person.begin({ ...toApp, replaces: old });
  assert.equal(replaces, old);
  assert.deepEqual((await person.load()).pending, [{ id, kind: 'totp', replaces: old }]);
  const ids = async (): Promise<MethodId[]> => (await person.load()).methods.map((method) => method.id);
  assert.deepEqual(await ids(), [old, kept]);
  const done = await person.type(id, codeAt(secretIn(next), person.clock.at));
  assert.deepEqual(await ids(), [kept, methodIn(done)]);
  const { defaultMethod, requirements } = await person.load();
  assert.deepEqual(defaultMethod, { methodId: methodIn(done) }, 'the successor of the default is the default');
  assert.equal(requirements[0]?.status, 'satisfied');
});

test('replacing is another wish than adding, is possible at the limit, and keeps to its kind', async () => {
  const person = new Person({ limits: { authenticatorApps: 1 } });
  const old = await person.registerApp();
  const phone = await person.registerPhone();
  assert.deepEqual(await refusal(person.begin(toApp)), { code: 'limit_reached', max: 1 });
  assert.deepEqual(await refusal(person.begin({ ...toApp, replaces: phone })), { code: 'policy_denied' });
  await person.registerApp({ ...toApp, replaces: old });
  assert.equal((await person.load()).methods.length, 2);
});
