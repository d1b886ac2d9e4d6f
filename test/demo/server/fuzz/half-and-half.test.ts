/** Anything and right steps by turns: what stands open is spoilt by nothing that is sent at it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, before, test } from 'node:test';
import { House } from '../person.js';
import { oddRequest, validStep } from './steps.js';
import { walk } from './walks.js';

let house: House;
before(async () => {
  house = await House.open();
});
after(async () => {
  assert.deepEqual(house.troubles, []);
  await house.database.close();
});

test('whatever is sent at open enrolments, nothing is taken for a proof', async (context) => {
  const step = fc.oneof(oddRequest, validStep);
  await walk(context, house, step, 20);
});
