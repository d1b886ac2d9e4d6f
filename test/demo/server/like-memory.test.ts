/**
 * Whatever somebody does, and in whatever order, the reference backend answers as the one in memory does: same refusals,
 * same waits, same requirements. What each of them makes up for itself (ids, secrets, codes) is looked away from.
 */
import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RequirementWish } from '../../../demo/server/reference/index.js';
import { Person as MemoryPerson } from '../../adapters/memory/person.js';
import { deeds, tokensOf, waits } from './deeds.js';
import { handsInMemory, handsOf, Side, tokenSecret } from './hands.js';
import { everything, House } from './person.js';

const house = await House.shared();

let numbers = 40_000_000;

const requirements: readonly RequirementWish[] = [
  ...everything,
  { id: 'codes', anyOf: [{ kind: 'recovery-codes', usage: ['recovery'] }], skip: { timesLeft: 1, timesTotal: 1 } },
  { id: 'questions', anyOf: [{ kind: 'security-questions', usage: ['recovery'], count: 2 }] },
  { id: 'password', anyOf: [{ kind: 'app-password', usage: [] }] },
  { id: 'token', anyOf: [{ kind: 'hardware-otp', usage: ['sign-in'] }] },
  { id: 'mail', anyOf: [{ kind: 'email', usage: ['recovery'], refusedDomains: ['contoso.example'] }] },
];

async function bothSides(): Promise<readonly [Side, Side, string]> {
  numbers += 10;
  const number = `+8190${String(numbers)}`;
  const brakes = { sendsPerRange: 1e6, sendsPerCallingCode: 1e6, sendsInAll: 1e6 };
  const plan = { lineOf: () => 'mobile' as const, countryOf: () => 'JP' };
  const person = await house.person({ numbers: plan, limits: brakes, requirements });
  const ours = tokensOf(number);
  const theirs = { serial: `T${number.slice(1)}`, secret: tokenSecret };
  const somebody = await house.person();
  await person.backend.tokens.add([...ours, { ...theirs, accountId: somebody.id }]);
  const { account } = await person.load();
  const clock = { now: () => house.clock.at };
  const memory = new MemoryPerson({
    account,
    requirements,
    notifiesOnChange: true,
    clock,
    tokens: [...ours, { ...theirs, assignedTo: 'somebody-else' }],
  });
  return [new Side(handsInMemory(memory), clock.now), new Side(handsOf(person, number), clock.now), number];
}

test('whatever is done, both backends answer the same', async () => {
  const numRuns = Number(process.env['RUNS'] ?? 12);
  const script = fc.array(fc.tuple(deeds, waits), { minLength: 10, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const [memory, reference, number] = await bothSides();
      const done: string[] = [];
      for (const [[name, deed], wait] of steps) {
        done.push(wait > 0 ? `${name} and ${String(wait)} ms` : name);
        const expected = await memory.outcome(() => deed(memory, number));
        const actual = await reference.outcome(() => deed(reference, number));
        assert.deepEqual(actual, expected, done.join(', '));
        assert.deepEqual(await reference.view(), await memory.view(), done.join(', '));
        house.pass(wait);
        // The one in memory notices what is over when somebody looks.
        await memory.view();
      }
    }),
    { numRuns, includeErrorInReport: true },
  );
});
