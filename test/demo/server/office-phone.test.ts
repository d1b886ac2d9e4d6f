/** Numbers for calls beside the mobile, at the reference backend: extensions (F102), and what stands beside what. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BeginRequest, Enrollment, Offer } from '../../../src/contract/enrollment.js';
import { House, methodIn, type Person, phoneOffer, refusal, toMobile } from './person.js';

const byCall = { kind: 'phone', usage: ['sign-in'], channels: ['voice'] } as const;
const office: Offer<'phone'> = { ...byCall, offerId: 'office', extension: true };
const alternate: Offer<'phone'> = { ...byCall, offerId: 'alternate', alternate: true };

const house = await House.shared();
let numbers = 20_000_000;

function toCallAt(offerId: string, extension: string): BeginRequest<'phone'> {
  numbers += 13_579;
  return { kind: 'phone', offerId, number: `+8190${String(numbers)}`, extension, channel: 'voice' };
}

function somebody(): Promise<Person> {
  return house.person({
    requirements: [
      { id: 'mobile', anyOf: [phoneOffer] },
      { id: 'desk', anyOf: [office, alternate] },
    ],
  });
}

async function pressed(person: Person, { id }: Enrollment): Promise<Enrollment> {
  await person.telephone.answer((await person.call()).id);
  await person.telephone.press((await person.call()).id, '#');
  return person.get(id);
}

test('an office phone is called with its extension, and told apart by it', async () => {
  const person = await somebody();
  const request = toCallAt('office', '41');
  const begun = await person.begin(request);
  const { to, extension } = await person.call();
  assert.deepEqual([to, extension], [request.number, '41']);
  const { next } = await pressed(person, begun);
  assert.match(next.type === 'done' ? next.methods[0].label : '', /^\+81 \*\*-\*\*\*\*-\d{4} x41$/);
});

test('extensions that are none are refused; where none is offered, one that is given is left out', async () => {
  const person = await somebody();
  for (const extension of ['', '4 1', 'x41', '12345678'])
    assert.equal((await refusal(person.begin(toCallAt('office', extension)))).code, 'invalid_input', extension);
  await person.registerPhone({ ...toMobile, number: toCallAt('', '').number });
  await person.begin(toCallAt('alternate', '41'));
  assert.equal((await person.call()).extension, undefined);
});

test('another phone stands only beside a first one, and is not the same', async () => {
  const person = await somebody();
  assert.deepEqual(await refusal(person.begin(toCallAt('alternate', ''))), { code: 'prerequisite', needs: 'phone' });
  const { number } = toCallAt('', '');
  await person.registerPhone({ ...toMobile, number });
  const same = person.begin({ ...toCallAt('alternate', ''), number });
  assert.deepEqual(await refusal(same), { code: 'invalid_input', field: 'number', reason: 'duplicate' });
  methodIn(await pressed(person, await person.begin(toCallAt('alternate', ''))));
});
