/** The one error that adapters throw on purpose. */
import type { EnrollmentFault } from './fault.js';

/**
 * What an adapter throws to refuse. Recognised by name and fault, not by `instanceof`, so that two copies of the package
 * on one page understand each other.
 *
 * @example
 * throw new EnrollmentError({ code: 'invalid_code', attemptsLeft: 2 });
 */
export class EnrollmentError extends Error {
  override readonly name = 'EnrollmentError';
  readonly fault: EnrollmentFault;

  constructor(fault: EnrollmentFault, options?: { cause?: unknown }) {
    super(fault.code, options);
    this.fault = fault;
  }
}

/**
 * Reads the fault out of whatever was thrown; `undefined` when it was not thrown on purpose. A code that this version
 * does not know is kept: it is shown as `server` is, and nothing else depends on it.
 *
 * @example
 * try { await adapter.load(options); } catch (thrown) { faultOf(thrown)?.code; } // 'session_expired'
 */
export function faultOf(thrown: unknown): EnrollmentFault | undefined {
  // Seen as the error it may be; each part is checked before it is used.
  const { name, fault } = (thrown ?? {}) as Partial<EnrollmentError>;
  return name === 'EnrollmentError' && typeof fault?.code === 'string' ? fault : undefined;
}
