/**
 * Runs visits of arbitrary steps, each by somebody new. They are the same in every run, so that a failure speaks of the
 * change at hand; other ones are tried by hand.
 */
import fc from 'fast-check';
import { env } from 'node:process';
import type { TestContext } from 'node:test';
import type { House } from '../person.js';
import { lookBack, type Step } from './steps.js';
import { Visit } from './visit.js';

/** `FUZZ_SEED` takes other ways, `FUZZ_RUNS` more of them. */
export async function walk(
  context: TestContext,
  house: House,
  step: fc.Arbitrary<Step>,
  visits: number,
): Promise<void> {
  const seed = Number(env['FUZZ_SEED'] ?? 2026);
  const numRuns = Number(env['FUZZ_RUNS'] ?? visits);
  let calls = 0;
  const taken = fc.array(step, { minLength: 1, maxLength: 30, size: 'max' });
  await fc.assert(
    fc.asyncProperty(taken, async (steps) => {
      const visit = new Visit(await house.person());
      for (const [, deed] of steps) await deed(visit);
      await lookBack(visit);
      calls += steps.length;
    }),
    { seed, numRuns, interruptAfterTimeLimit: 600_000, markInterruptAsFailure: true },
  );
  context.diagnostic(`seed ${String(seed)}: ${String(numRuns)} visits, ${String(calls)} steps`);
}
