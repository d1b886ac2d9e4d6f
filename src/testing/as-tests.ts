/** The kit as tests of whichever runner there is: one test per check. */
import { checks } from './checks.js';
import type { Lab } from './lab.js';
import { ownKinds } from './own-kinds.js';
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
 * runner shows one; so is a kind of your own, which no check knows the way to.
 *
 * @example
 * import { describe, it } from 'node:test'; // or 'vitest', or mocha's own
 * asTests(lab, { describe, it });
 */
export function asTests(lab: Lab, { describe, it }: Runner, options: KitOptions = {}): void {
  describe(lab.name, () => {
    const isAsked = ({ id }: { readonly id: string }): boolean => options.only?.(id) !== false;
    for (const check of checks.filter(isAsked)) {
      // Without named parameters: mocha takes a function that has one for one that calls back.
      it(`${check.id} protects from ${check.protectsFrom}`, async function (...context) {
        const { outcome, reason = '' } = await runCheck(lab, check, options);
        if (outcome === 'failed') throw new Error(reason);
        if (outcome !== 'passed') skipIn([context[0], this], `${outcome}: ${reason}`);
      });
    }
    for (const { id, outcome, reason = '' } of ownKinds(lab).filter(isAsked)) {
      it(id, async function (...context) {
        skipIn([context[0], this], `${outcome}: ${reason}`);
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
