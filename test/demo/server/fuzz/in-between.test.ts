/** People who mean well and now and then send something odd: what is met was proved, whatever came in between. */
import fc from 'fast-check';
import { test } from 'node:test';
import { House } from '../person.js';
import { oddRequest, validStep } from './steps.js';
import { walk } from './walks.js';

const house = await House.shared();

test('whatever comes in between, nothing is met without a proof', async (context) => {
  const step = fc.oneof({ arbitrary: oddRequest, weight: 1 }, { arbitrary: validStep, weight: 4 });
  await walk(context, house, step, 20);
});
