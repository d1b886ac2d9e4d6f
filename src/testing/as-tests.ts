/** The kit as tests of whichever runner there is: one test per check. */
import { checks } from './checks.js';
import type { Lab } from './lab.js';
import { type KitOptions, runCheck } from './run.js';

/**
 * What `node:test`, vitest and mocha have in common.
 *
 * @example
 * const runner: Runner = { describe, it };
 */
export interface Runner {
  describe(name: string, body: () => void): unknown;
  it(name: string, run: (this: unknown, ...context: readonly unknown[]) => Promise<void>): unknown;
}

/**
 * Registers a test per check. A check that cannot be run is skipped in the runner's own way, with the reason where the
 * runner shows one.
 *
 * @example
 * import { describe, it } from 'node:test'; // or 'vitest', or mocha's own
 * asTests(lab, { describe, it });
 */
export function asTests(lab: Lab, { describe, it }: Runner, options: KitOptions = {}): void {
  describe(lab.name, () => {
    for (const check of checks) {
      if (options.only?.(check.id) === false) continue;
      // Without named parameters: mocha takes a function that has one for one that calls back.
      it(`${check.id} protects from ${check.protectsFrom}`, async function (...context) {
        const { outcome, reason = '' } = await runCheck(lab, check, options);
        if (outcome === 'failed') throw new Error(reason);
        if (outcome !== 'passed') skipIn([context[0], this], `${outcome}: ${reason}`);
      });
    }
  });
}

/** The first thing with a `skip` of its own: node:test and vitest hand it over, mocha binds it as `this`. */
function skipIn(contexts: readonly unknown[], reason: string): void {
  for (const context of contexts) {
    const { skip } = (context ?? {}) as { readonly skip?: unknown };
    if (typeof skip === 'function') {
      skip.call(context, reason);
      return;
    }
  }
  throw new Error(`this runner cannot skip: ${reason}`);
}
