/** The closed list of refusals, as it can be checked while a program runs. */
import type { EnrollmentFault, FaultCode } from '../contract/fault.js';

type FieldTest = (value: unknown) => boolean;

const duration: FieldTest = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const count: FieldTest = (value) => Number.isInteger(value) && duration(value);
const text: FieldTest = (value) => typeof value === 'string' && value !== '';
const oneOf =
  (...words: readonly string[]): FieldTest =>
  (value) =>
    words.some((word) => word === value);
const optional =
  (test: FieldTest): FieldTest =>
  (value) =>
    value === undefined || test(value);

/** Per code the fields that the screen reads. A code or a field that is missing here does not compile, or is refused. */
const forms: { readonly [C in FaultCode]: Readonly<Record<string, FieldTest>> } = {
  invalid_code: {
    reason: optional(oneOf('mismatch', 'replayed', 'format', 'clock_skew')),
    attemptsLeft: optional(count),
  },
  code_expired: {},
  attempts_exhausted: { recover: oneOf('resend', 'restart', 'wait'), retryAfter: optional(duration) },
  invalid_input: {
    field: oneOf('number', 'address', 'answer', 'serial', 'label', 'code', 'password'),
    reason: oneOf('mismatch', 'format', 'too_short', 'too_long', 'duplicate', 'not_allowed', 'line_type'),
  },
  undeliverable: { reason: optional(oneOf('blocked', 'opted_out', 'provider')), retryAfter: optional(duration) },
  conflict: { with: oneOf('own', 'other', 'unknown'), removeFirst: optional(text) },
  credential_rejected: { reason: optional(oneOf('already_registered', 'attestation', 'origin', 'user_verification')) },
  rate_limited: { retryAfter: optional(duration) },
  locked: { retryAfter: optional(duration) },
  enrollment_gone: { reason: optional(oneOf('expired', 'superseded', 'unknown')) },
  method_unavailable: {},
  prerequisite: { needs: text },
  limit_reached: { max: optional(count) },
  policy_denied: { reason: optional(oneOf('place', 'device', 'role', 'other')) },
  reauth_required: { how: (how) => typeof how === 'object' && how !== null && 'kind' in how && kinds(how.kind) },
  human_check_required: { provider: optional(text) },
  session_expired: {},
  unsupported: {},
  network: {},
  protocol: {},
  server: { retryAfter: optional(duration) },
};

const kinds = oneOf('password', 'redirect', 'host');

/** What is wrong with a fault, in a few words; `undefined`: nothing. Fields that nobody knows are let pass. */
export function faultProblem(fault: EnrollmentFault): string | undefined {
  if (!Object.hasOwn(forms, fault.code)) return `the code ${fault.code} is not on the closed list`;
  // Read by name here, because the forms are a table.
  const fields = fault as unknown as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(forms[fault.code]).find(([name, test]) => !test(fields[name]));
  return wrong === undefined ? undefined : `${wrong[0]} of ${fault.code} is not what the contract says`;
}
