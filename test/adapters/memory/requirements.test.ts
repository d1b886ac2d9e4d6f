/** What is required: put off while that is allowed, asked again at the next sign-in, and never met by words alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Requirement } from '../../../src/contract/security-info.js';
import { Person, phoneOffer, refusal, totpOffer } from './person.js';

const skippable = (skip?: NonNullable<Requirement['skip']>): Person =>
  new Person({
    requirements: [
      { id: 'app', anyOf: [totpOffer] },
      { id: 'phone', anyOf: [phoneOffer], ...(skip && { skip }) },
    ],
  });

test('a requirement is open unless it says otherwise, and is told as it was written', async () => {
  const person = new Person();
  assert.deepEqual((await person.load()).requirements, [
    { id: 'app', anyOf: [totpOffer], status: 'open' },
    { id: 'phone', anyOf: [phoneOffer], skip: { timesLeft: 2, timesTotal: 3 }, status: 'open' },
  ]);
});

test('putting off counts down once, however often it is asked for', async () => {
  const person = new Person();
  const { requirements } = await person.skip('phone');
  assert.deepEqual([requirements[1]?.status, requirements[1]?.skip], ['put-off', { timesLeft: 1, timesTotal: 3 }]);
  assert.deepEqual((await person.skip('phone')).requirements, requirements);
});

test('what was put off is asked again at the next sign-in, until the right to skip is used up', async () => {
  const person = new Person();
  for (const left of [1, 0]) {
    const { requirements } = await person.skip('phone');
    assert.deepEqual(requirements[1]?.skip, { timesLeft: left, timesTotal: 3 });
    assert.equal((await person.load()).requirements[1]?.status, 'put-off');
    person.backend.signInAgain();
    assert.equal((await person.load()).requirements[1]?.status, 'open');
  }
  assert.equal((await person.load()).requirements[1]?.skip, undefined);
  assert.deepEqual(await refusal(person.skip('phone')), { code: 'policy_denied' });
});

for (const [says, skip, allowed] of [
  ['nothing about skipping', undefined, false],
  ['that it may be skipped for ever', {}, true],
  ['that days are left', { daysLeft: 3 }, true],
  ['that no day is left', { daysLeft: 0 }, false],
  ['that no time is left', { timesLeft: 0 }, false],
] as const) {
  test(`a requirement that says ${says} can ${allowed ? '' : 'not '}be put off`, async () => {
    const person = skippable(skip);
    if (allowed) {
      const { requirements } = await person.skip('phone');
      assert.deepEqual(requirements[1], { id: 'phone', anyOf: [phoneOffer], skip, status: 'put-off' });
    } else assert.deepEqual(await refusal(person.skip('phone')), { code: 'policy_denied' });
  });
}

test('what is not required cannot be put off, and what is met stays met', async () => {
  const person = new Person();
  assert.deepEqual(await refusal(person.skip('nothing')), { code: 'policy_denied' });
  assert.deepEqual(await refusal(person.skip('app')), { code: 'policy_denied' });
  await person.registerPhone();
  const { requirements } = await person.skip('phone');
  assert.deepEqual([requirements[1]?.status, requirements[1]?.skip?.timesLeft], ['satisfied', 2]);
  person.backend.signInAgain();
  assert.equal((await person.load()).requirements[1]?.status, 'satisfied');
});

test('completing tells the truth: an open requirement stays open', async () => {
  const person = new Person();
  assert.deepEqual(await person.adapter.complete(person.options()), await person.load());
  assert.deepEqual(person.statuses(await person.adapter.complete(person.options())), { app: 'open', phone: 'open' });
  await person.registerApp();
  await person.skip('phone');
  const info = await person.adapter.complete(person.options());
  assert.deepEqual(person.statuses(info), { app: 'satisfied', phone: 'put-off' });
});

test('load tells the account, and that notices go out where the host says so', async () => {
  const { account, notifiesOnChange } = await new Person({ notifiesOnChange: true }).load();
  assert.deepEqual(account, { label: 'mika@contoso.example', organization: 'Contoso' });
  assert.equal(notifiesOnChange, true);
  assert.equal('notifiesOnChange' in (await new Person().load()), false);
});
