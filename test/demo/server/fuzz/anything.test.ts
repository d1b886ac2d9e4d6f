/** Requests that may be anything: nothing breaks, and every answer is one that was promised. */
import fc from 'fast-check';
import { test } from 'node:test';
import { House } from '../person.js';
import { oddRequest, validStep } from './steps.js';
import { walk } from './walks.js';

const house = await House.shared();

test('whatever is sent, every answer is one that was promised', async (context) => {
  const step = fc.oneof({ arbitrary: oddRequest, weight: 9 }, { arbitrary: validStep, weight: 1 });
  await walk(context, house, step, 30);
});
