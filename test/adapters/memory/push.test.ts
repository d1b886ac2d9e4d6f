/** Approval by number: only the number on the screen registers the app, only in time, and nobody can try for ever (R33). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import {
  matchNumberIn,
  minutes,
  otherNumber,
  Person,
  pushOffer,
  refusal,
  rejection,
  repeatable,
  seconds,
  toApp,
  toPush,
  totpOffer,
  waitFor,
} from './person.js';

const needsPush = { requirements: [{ id: 'push', anyOf: [pushOffer, totpOffer] }] } as const;
const superseded = { code: 'enrollment_gone', reason: 'superseded' };

test('a test shows two digits in the wizard, and not in the app', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  assert.match(shown, /^\d\d$/);
  const { next, expiresIn } = await person.get(id);
  assert.deepEqual(next, { type: 'wait', for: 'approval', matchNumber: shown, pollAfter: seconds(1.5) });
  assert.equal(expiresIn, minutes(30));
  const { id: request } = person.request();
  assert.deepEqual(person.backend.app.requests(), [{ id: request, app: 'Contoso' }]);
});

test('the right number registers the app', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  person.backend.app.approve(person.request().id, shown);
  const { next } = await person.get(id);
  const method = next.type === 'done' ? next.methods[0] : assert.fail(next.type);
  assert.deepEqual(method, {
    id: method.id,
    kind: 'push',
    label: 'Organization app',
    usage: ['sign-in'],
    canBeDefault: true,
    removable: true,
    addedAt: '2026-01-15T09:00:10.000Z',
  });
  const { methods, requirements, pending } = await person.load();
  assert.deepEqual([methods, requirements[0]?.status, pending], [[method], 'satisfied', []]);
  assert.deepEqual(person.backend.app.requests(), []);
});

test('a number is read as people type it', async () => {
  for (const typed of [
    (n: string) => ` ${n} `,
    (n: string) => n.replace(/\d/g, (d) => '０１２３４５６７８９'.charAt(+d)),
  ]) {
    const person = new Person(needsPush);
    const { id, shown } = await person.askApp();
    person.backend.app.approve(person.request().id, typed(shown));
    assert.equal((await person.get(id)).next.type, 'done');
  }
});

for (const [what, given] of [
  ['no number', () => undefined],
  ['an empty number', () => ''],
  ['another number', otherNumber],
  ['one digit of it', (shown: string) => shown.slice(1)],
  ['a digit too many', (shown: string) => `${shown}0`],
  ['words', () => 'yes'],
] as const) {
  test(`approving with ${what} registers nothing, is told as a wrong number, and was a wrong try`, async () => {
    const person = new Person(needsPush);
    const { id, shown } = await person.askApp();
    const request = person.request().id;
    person.backend.app.approve(request, given(shown));
    assert.deepEqual((await person.get(id)).next, rejection('wrong-number'));
    assert.deepEqual(person.backend.app.requests(), []);
    const { next } = await person.begin(toApp);
    assert.equal(next.type === 'code' && next.attemptsLeft, 9);
    person.backend.app.approve(request, shown);
    assert.deepEqual((await person.get(id)).next, rejection('wrong-number'), 'and the right one comes too late');
    assert.deepEqual((await person.load()).methods, []);
  });
}

test('"it is not me" registers nothing and is no wrong try', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  const request = person.request().id;
  person.backend.app.deny(request);
  person.backend.app.approve(request, shown);
  assert.deepEqual((await person.get(id)).next, rejection('denied'));
  const { next } = await person.begin(toApp);
  assert.equal(next.type === 'code' && next.attemptsLeft, 10);
  assert.deepEqual((await person.load()).methods, []);
});

test('after two minutes nobody is asked any more', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  const request = person.request().id;
  person.pass(minutes(2) - 1);
  waitFor('approval', (await person.get(id)).next);
  person.pass(1);
  person.backend.app.approve(request, shown);
  person.backend.app.deny(request);
  assert.deepEqual((await person.get(id)).next, rejection('timed-out'));
  assert.deepEqual([person.backend.app.requests(), (await person.load()).methods], [[], []]);
});

test('"it is not me" in the very moment when the time is over comes too late', async () => {
  const person = new Person(needsPush);
  const { id } = await person.askApp();
  const request = person.request().id;
  person.pass(minutes(2));
  person.backend.app.deny(request);
  assert.deepEqual((await person.get(id)).next, rejection('timed-out'));
});

test('an approval of an enrolment that has run out registers nothing', async () => {
  const person = new Person({ ...needsPush, limits: { enrollmentLife: minutes(1) } });
  const { id, shown } = await person.askApp();
  person.pass(minutes(1));
  person.backend.app.approve(person.request().id, shown);
  assert.deepEqual(person.backend.app.requests(), []);
  assert.deepEqual(await refusal(person.get(id)), { code: 'enrollment_gone', reason: 'expired' });
  assert.deepEqual((await person.load()).methods, []);
});

test('an approval in the last millisecond counts', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  person.pass(minutes(2) - 1);
  person.backend.app.approve(person.request().id, shown);
  assert.equal((await person.get(id)).next.type, 'done');
});

test('whatever became of a test, another one can be sent, with another request and a number of its own', async () => {
  const ends: readonly ((person: Person, shown: string) => void)[] = [
    (person) => person.backend.app.deny(person.request().id),
    (person, shown) => person.backend.app.approve(person.request().id, otherNumber(shown)),
    (person) => person.pass(minutes(2)),
    () => undefined,
  ];
  for (const end of ends) {
    const person = new Person(needsPush);
    const { id, shown } = await person.askApp();
    const old = person.request().id;
    end(person, shown);
    const second = matchNumberIn((await person.sendAgain(id)).next);
    assert.notEqual(second, shown);
    assert.deepEqual(
      person.backend.app.requests().map((request) => request.id),
      [person.request().id],
      'one request at a time',
    );
    person.backend.app.approve(old, second);
    waitFor('approval', (await person.get(id)).next);
    person.backend.app.approve(person.request().id, second);
    assert.equal((await person.get(id)).next.type, 'done');
  }
});

test('the number of the old test is a wrong number for the new one', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  await person.sendAgain(id);
  person.backend.app.approve(person.request().id, shown);
  assert.deepEqual((await person.get(id)).next, rejection('wrong-number'));
});

test('begin at any stage says where it stands, and asks nobody', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  for (const end of [() => undefined, () => person.backend.app.deny(person.request().id)]) {
    end();
    const requests = person.backend.app.requests();
    assert.deepEqual(await person.begin(toPush), await person.get(id));
    assert.deepEqual(person.backend.app.requests(), requests);
  }
  assert.ok(!JSON.stringify(await person.load()).includes(`"${shown}"`), 'load does not show the number');
});

for (const [how, stop] of [
  ['cancelled', (person: Person, id: EnrollmentId) => person.cancel(id)],
  ['restarted', (person: Person) => person.begin({ ...toPush, restart: true })],
] as const) {
  test(`an approval that comes after it was ${how} registers nothing`, async () => {
    const person = new Person(needsPush);
    const { id, shown } = await person.askApp();
    const request = person.request().id;
    await stop(person, id);
    assert.deepEqual(person.backend.app.requests(), [], 'the phone asks no more');
    person.backend.app.approve(request, shown);
    person.backend.app.deny(request);
    assert.deepEqual(await refusal(person.get(id)), superseded);
    assert.deepEqual((await person.load()).methods, []);
  });
}

test('a request that nobody knows is answered by nothing', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  const stranger = new Person({ ...needsPush, random: repeatable(2) });
  await stranger.askApp();
  for (const foreign of ['', 'nobody', stranger.request().id]) {
    person.backend.app.approve(foreign, shown);
    person.backend.app.approve(foreign);
    person.backend.app.deny(foreign);
  }
  waitFor('approval', (await person.get(id)).next);
});

test('nothing that is typed into the wizard proves an app, and a channel it does not have is not used', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  assert.deepEqual(await refusal(person.type(id, shown)), { code: 'unsupported' });
  assert.deepEqual(await refusal(person.sendAgain(id, 'sms')), { code: 'unsupported' });
  waitFor('approval', (await person.get(id)).next);
});

test('what is registered cannot be asked or approved again', async () => {
  const person = new Person(needsPush);
  const { id, shown } = await person.askApp();
  const request = person.request().id;
  person.backend.app.approve(request, shown);
  person.backend.app.approve(request, shown);
  assert.deepEqual(await refusal(person.sendAgain(id)), superseded);
  assert.deepEqual(await refusal(person.type(id, shown)), superseded);
  assert.equal((await person.load()).methods.length, 1);
});

test('of two tabs with an app each, the first approval wins and the other request goes away', async () => {
  const offers = ['one', 'two'].map((offerId) => ({ ...pushOffer, offerId, displayName: `Contoso ${offerId}` }));
  const person = new Person({ requirements: offers.map((offer) => ({ id: offer.offerId, anyOf: [offer] })) });
  const one = await person.askApp({ ...toPush, offerId: 'one' });
  const two = await person.askApp({ ...toPush, offerId: 'two' });
  const requests = person.backend.app.requests();
  assert.deepEqual(
    requests.map(({ app }) => app),
    ['Contoso one', 'Contoso two'],
    'oldest first',
  );
  person.backend.app.approve(requests[0]?.id ?? '', one.shown);
  assert.deepEqual(person.backend.app.requests(), []);
  person.backend.app.approve(requests[1]?.id ?? '', two.shown);
  assert.equal((await person.get(one.id)).next.type, 'done');
  assert.deepEqual(await refusal(person.get(two.id)), superseded);
  assert.equal((await person.load()).methods.length, 1);
});

test('the app is called what the person calls it, or what the organisation does, or the organization app', async () => {
  const label = async (offer: object, request = toPush, locale = 'en'): Promise<string | undefined> => {
    const person = new Person({ requirements: [{ id: 'push', anyOf: [{ ...pushOffer, ...offer }] }] });
    person.locale = locale;
    await person.registerPush(request);
    return (await person.load()).methods[0]?.label;
  };
  assert.equal(await label({ displayName: 'Contoso Sign' }, { ...toPush, label: 'Pixel 9' }), 'Pixel 9');
  assert.equal(await label({ displayName: 'Contoso Sign' }), 'Contoso Sign');
  assert.equal(await label({}, toPush, 'ja-JP'), '組織のアプリ');
});

test('five apps may be paired, and not one more [F64]', async () => {
  const person = new Person(needsPush);
  for (let i = 0; i < 5; i++) await person.registerPush();
  assert.deepEqual(await refusal(person.begin(toPush)), { code: 'limit_reached', max: 5 });
});

test('half an hour after the latest request the enrolment is gone, however often it is looked at', async () => {
  const person = new Person(needsPush);
  const { id } = await person.askApp();
  person.pass(minutes(20));
  assert.deepEqual((await person.get(id)).next, rejection('timed-out'));
  person.pass(minutes(10) - 1);
  assert.equal((await person.get(id)).expiresIn, 1);
  person.pass(1);
  assert.deepEqual(await refusal(person.get(id)), { code: 'enrollment_gone', reason: 'expired' });
});

test('listeners hear when requests come and go, until they stop', async () => {
  const person = new Person(needsPush);
  const counts: number[] = [];
  const stop = person.backend.app.onRequests(() => counts.push(person.backend.app.requests().length));
  const { id, shown } = await person.askApp();
  assert.deepEqual(counts, [1]);
  person.pass(minutes(2));
  await person.get(id);
  assert.deepEqual(counts, [1, 0], 'a wizard that looks notices that the time is over');
  await person.sendAgain(id);
  await person.cancel(id);
  assert.deepEqual(counts, [1, 0, 1, 0]);
  stop();
  await person.askApp();
  assert.equal(counts.length, 4);
  assert.match(shown, /^\d\d$/);
});

test('numbers from 00 to 99 all come up, leading zeros kept', async () => {
  const random = repeatable(5);
  const seen = new Set<string>();
  for (let i = 0; i < 1200; i++) {
    const person = new Person({ ...needsPush, random, limits: { approvalsPerHour: Infinity } });
    seen.add((await person.askApp()).shown);
  }
  assert.equal(seen.size, 100);
});
