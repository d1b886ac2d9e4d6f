/** How often an app may be asked, and how often a number may be wrong: neither is reset by starting over (R26, R33). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  matchNumberIn,
  minutes,
  otherNumber,
  Person,
  provisionIn,
  pushOffer,
  refusal,
  rejection,
  toApp,
  toPush,
  totpOffer,
  waitFor,
} from './person.js';

const needsPush = { requirements: [{ id: 'push', anyOf: [pushOffer, totpOffer] }] } as const;

test('an app is asked five times an hour, and no restart brings the requests back', async () => {
  const person = new Person(needsPush);
  const { id } = await person.askApp();
  for (let i = 0; i < 4; i++) {
    person.backend.app.deny(person.request().id);
    person.pass(minutes(3));
    await person.sendAgain(id);
  }
  person.backend.app.deny(person.request().id);
  const limited = { code: 'rate_limited', retryAfter: minutes(48) };
  assert.deepEqual(await refusal(person.sendAgain(id)), limited);
  assert.deepEqual((await person.get(id)).next, rejection('denied', { retryAfter: minutes(48) }));
  const again = await person.begin({ ...toPush, restart: true });
  await person.backend.app.pair(provisionIn(again.next).uri);
  assert.deepEqual(await refusal(person.sendAgain(again.id)), limited);
  assert.deepEqual((await person.get(again.id)).next, { type: 'ready' });
  person.pass(minutes(29));
  await person.begin({ ...toPush, restart: true });
  assert.deepEqual(person.backend.app.requests(), []);
  person.pass(minutes(19));
  const { shown } = await person.askApp({ ...toPush, restart: true });
  assert.match(shown, /^\d\d$/);
});

test('a request that is refused leaves the open one as it is', async () => {
  const person = new Person({ ...needsPush, limits: { approvalsPerHour: 1 } });
  const { id, shown } = await person.askApp();
  assert.equal((await refusal(person.sendAgain(id))).code, 'rate_limited');
  person.backend.app.approve(person.request().id, shown);
  assert.equal((await person.get(id)).next.type, 'done');
});

test('a success starts the count of requests anew', async () => {
  const person = new Person(needsPush);
  for (let i = 0; i < 2; i++) {
    const { id } = await person.askApp();
    for (let j = 0; j < 3; j++) await person.sendAgain(id);
    const shown = matchNumberIn((await person.sendAgain(id)).next);
    person.backend.app.approve(person.request().id, shown);
    assert.equal((await person.get(id)).next.type, 'done');
  }
});

test('asking again under its key is one request, and the same number', async () => {
  const person = new Person(needsPush);
  const { id } = await person.askApp();
  const options = person.options();
  person.backend.loseAnswer('challenge');
  assert.deepEqual(await refusal(person.adapter.challenge(id, {}, options)), { code: 'network' });
  const request = person.request().id;
  const { next } = await person.adapter.challenge(id, {}, options);
  assert.deepEqual([person.request().id, matchNumberIn(next)], [request, matchNumberIn((await person.get(id)).next)]);
});

test('ten wrong numbers are ten wrong tries: the account is locked, and the right number proves nothing', async () => {
  const person = new Person({ ...needsPush, limits: { approvalsPerHour: 20, waits: [] } });
  const { id } = await person.askApp();
  for (let i = 0; i < 10; i++) {
    const shown = matchNumberIn((await person.sendAgain(id)).next);
    person.backend.app.approve(person.request().id, otherNumber(shown));
  }
  assert.deepEqual((await person.get(id)).next, rejection('wrong-number', { recover: 'restart' }));
  assert.deepEqual(await refusal(person.sendAgain(id)), { code: 'locked', retryAfter: minutes(10) });
  assert.deepEqual((await person.load()).pending, [], 'nobody can go on with it');
  person.pass(minutes(10));
  assert.deepEqual(await refusal(person.sendAgain(id)), { code: 'attempts_exhausted', recover: 'restart' });
  assert.notEqual((await person.begin(toPush)).id, id);
});

test('while the account is locked an approval, right or wrong, is ignored', async () => {
  const person = new Person({ ...needsPush, limits: { triesPerAccount: 1 } });
  const app = await person.begin(toApp);
  const { id, shown } = await person.askApp();
  await refusal(person.type(app.id, '000000'));
  const request = person.request().id;
  person.backend.app.approve(request, otherNumber(shown));
  person.backend.app.approve(request, shown);
  waitFor('approval', (await person.get(id)).next);
  assert.deepEqual((await person.load()).methods, []);
});
