/** The one error that adapters throw on purpose. */
import type { EnrollmentFault, FaultCode } from './fault.js';

/** Every fault code, so that a foreign or newer code can be told from a known one at run time. */
const codes: Readonly<Record<FaultCode, true>> = {
  invalid_code: true,
  code_expired: true,
  attempts_exhausted: true,
  invalid_input: true,
  undeliverable: true,
  conflict: true,
  credential_rejected: true,
  rate_limited: true,
  locked: true,
  enrollment_gone: true,
  method_unavailable: true,
  prerequisite: true,
  limit_reached: true,
  policy_denied: true,
  reauth_required: true,
  human_check_required: true,
  session_expired: true,
  unsupported: true,
  network: true,
  protocol: true,
  server: true,
};

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
 * Reads the fault out of whatever was thrown; `undefined` when it was not thrown on purpose, or its code is unknown.
 *
 * @example
 * try { await adapter.load(options); } catch (thrown) { faultOf(thrown)?.code; } // 'session_expired'
 */
export function faultOf(thrown: unknown): EnrollmentFault | undefined {
  if (!isRecord(thrown) || thrown['name'] !== 'EnrollmentError' || !isRecord(thrown['fault'])) return undefined;
  const { fault } = thrown;
  const code = fault['code'];
  // The cast is what the line checks: a record whose code is one of ours.
  return typeof code === 'string' && Object.hasOwn(codes, code) ? (fault as unknown as EnrollmentFault) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
