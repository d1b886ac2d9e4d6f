/** Whoever is told that a text went out can count on it: what a cap holds back is refused, however slow or busy the house is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { House } from '../person.js';
import { Attack, type Plan } from './attack.js';

const house = await House.shared();

const calls = 30;
const cap = 12;
const limits = { sendsPerRange: cap };
const numbers = Array.from({ length: calls }, (_, count) => `+${String(819020010000 + count)}`);

const rows: readonly { readonly name: string; readonly plan: Partial<Plan> }[] = [
  { name: 'nobody waits for whoever carries it', plan: { limits: { ...limits, firstTrial: 0 } } },
  { name: 'a round of what is due comes first', plan: { limits, isWorking: true } },
];

for (const { name, plan } of rows)
  test(`${name}: of ${String(calls)} texts the first ${String(cap)} go out, and the others are refused`, async () => {
    // An account for each: nobody begins again where a text was held back.
    const attack = new Attack(house, name, { calls, accounts: calls, sources: calls, numbers, ...plan });
    await attack.run();
    attack.assertHeld();
    assert.equal(attack.texts.length, cap);
    assert.deepEqual(Object.fromEntries(attack.outcomes), { code: cap, rate_limited: calls - cap });
  });
