/** Numbers for calls beside the mobile: an office phone with its extension (F102), and another one (F82, R10). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BeginRequest, Enrollment, Offer } from '../../../src/contract/enrollment.js';
import { methodIn, minutes, Person, phoneOffer, refusal, toMobile } from './person.js';

const byCall = { kind: 'phone', usage: ['sign-in'], channels: ['voice'] } as const;
const office: Offer<'phone'> = { ...byCall, offerId: 'office', extension: true };
const alternate: Offer<'phone'> = { ...byCall, offerId: 'alternate', alternate: true };

const toOffice: BeginRequest<'phone'> = {
  kind: 'phone',
  offerId: 'office',
  number: '+81312345678',
  extension: '41',
  channel: 'voice',
};
const toAlternate: BeginRequest<'phone'> = { ...toOffice, offerId: 'alternate', number: '+819087654321' };

function somebody(): Person {
  return new Person({
    requirements: [
      { id: 'mobile', anyOf: [phoneOffer] },
      { id: 'desk', anyOf: [office, alternate] },
    ],
  });
}

async function pressed(person: Person, { id }: Enrollment): Promise<Enrollment> {
  person.backend.line.answer(person.call().id);
  person.backend.line.press(person.call().id, '#');
  return person.get(id);
}

test('an office phone is called with its extension, and told apart by it [F102]', async () => {
  const person = somebody();
  const begun = await person.begin(toOffice);
  assert.deepEqual([person.call().to, person.call().extension], ['+81312345678', '41']);
  assert.equal(begun.next.type === 'wait' && begun.next.delivery?.to, '+81 *-****-5678 x41');
  const { next } = await pressed(person, begun);
  assert.equal(next.type === 'done' && next.methods[0].label, '+81 *-****-5678 x41');
});

test('extensions that are none are refused, and another one is another wish', async () => {
  const person = somebody();
  for (const extension of ['', '4 1', 'x41', '12345678', '４１'])
    assert.equal((await refusal(person.begin({ ...toOffice, extension }))).code, 'invalid_input', extension);
  const first = await person.begin(toOffice);
  const second = await person.begin({ ...toOffice, extension: '42' });
  assert.notEqual(second.id, first.id);
  assert.equal(person.call().extension, '42');
});

test('an extension brings no further calls to a number (R27)', async () => {
  const person = somebody();
  for (let turn = 0; turn < 5; turn++) await person.begin({ ...toOffice, extension: String(turn) });
  assert.equal((await refusal(person.begin({ ...toOffice, extension: '5' }))).code, 'rate_limited');
});

test('where no extension is offered, one that is given is left out', async () => {
  const person = somebody();
  await person.begin(toMobile).then(({ id }) => person.type(id, person.textedCode()));
  person.pass(minutes(1));
  await person.begin(toAlternate);
  assert.equal(person.call().extension, undefined);
});

test('another phone stands only beside a first one, and is not the same [C21]', async () => {
  const person = somebody();
  assert.deepEqual(await refusal(person.begin(toAlternate)), { code: 'prerequisite', needs: 'phone' });
  await person.registerPhone();
  const same = person.begin({ ...toAlternate, number: toMobile.number });
  assert.deepEqual(await refusal(same), { code: 'invalid_input', field: 'number', reason: 'duplicate' });
  methodIn(await pressed(person, await person.begin(toAlternate)));
  assert.equal((await person.load()).methods.length, 2);
});
