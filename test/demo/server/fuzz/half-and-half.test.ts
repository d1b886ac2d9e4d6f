/** Anything and right steps by turns: what stands open is spoilt by nothing that is sent at it. */
import fc from 'fast-check';
import { test } from 'node:test';
import { House } from '../person.js';
import { oddRequest, validStep } from './steps.js';
import { walk } from './walks.js';

const house = await House.shared();

test('whatever is sent at open enrolments, nothing is taken for a proof', async (context) => {
  const step = fc.oneof(oddRequest, validStep);
  await walk(context, house, step, 20);
});
