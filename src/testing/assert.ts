/** What a check says when something is not as it should be, without any test runner. */
import { faultOf } from '../contract/enrollment-error.js';
import type { EnrollmentFault, FaultCode } from '../contract/fault.js';
import { same } from './values.js';

/** Thrown where the adapter does not keep its promise. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Thrown where a check finds that it cannot be run after all. */
export class Skip extends Error {
  override readonly name = 'Skip';
}

/** The assertions of the kit. An interface, because the compiler believes only assertions whose type is written down. */
export interface Assert {
  /** Fails with `promise`, a sentence that says what had to hold. */
  that(holds: boolean, promise: string): asserts holds;
  /** Compares by value, however deep. */
  same(actual: unknown, expected: unknown, promise: string): void;
  /** Compares words and figures that are no secret, and quotes both. */
  is(actual: string | number | boolean | undefined, expected: string | number | boolean, promise: string): void;
  /** The fault that a call was refused with, one of `codes`. An answer, or anything thrown by accident, fails. */
  refused(call: Promise<unknown>, codes: readonly FaultCode[], promise: string): Promise<EnrollmentFault>;
  /** The fault that a call was refused with, whichever it is. */
  typed(call: Promise<unknown>, promise: string): Promise<EnrollmentFault>;
  /** Ends the check: it cannot be run here after all. */
  skip(reason: string): never;
}

/**
 * Throws what the runner of the kit understands. No message quotes what an adapter answered, because that may hold a secret.
 *
 * @example
 * assert.that(enrollment.next.type === 'code', 'a code is asked for');
 */
export const assert: Assert = {
  that(holds, promise) {
    if (!holds) throw new Failure(`does not hold: ${promise}`);
  },
  same(actual, expected, promise) {
    assert.that(same(actual, expected), promise);
  },
  is(actual, expected, promise) {
    assert.that(actual === expected, `${promise} (${String(expected)}, not ${String(actual)})`);
  },
  async refused(call, codes, promise) {
    const fault = await assert.typed(call, promise);
    assert.that(codes.includes(fault.code), `${promise} (refused with ${codes.join(' or ')}, not ${fault.code})`);
    return fault;
  },
  async typed(call, promise) {
    const thrown: unknown = await call.then(
      () => {
        throw new Failure(`does not hold: ${promise} (it was answered)`);
      },
      (reason: unknown) => reason,
    );
    if (thrown instanceof Failure || thrown instanceof Skip) throw thrown;
    return faultOf(thrown) ?? fail(`${promise} (refused with an EnrollmentError, not ${nameOf(thrown)})`);
  },
  skip(reason) {
    throw new Skip(reason);
  },
};

function fail(promise: string): never {
  throw new Failure(`does not hold: ${promise}`);
}

/** What was thrown, by its name alone: its message may quote what was typed. */
function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? `a raw ${thrown.name}` : `a thrown ${typeof thrown}`;
}
