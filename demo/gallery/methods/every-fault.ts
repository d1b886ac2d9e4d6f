/** Every refusal that the contract knows, each of its reasons once: what any page may be told. */
import type { MethodId } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault, FaultCode, MethodFault, SharedFault } from '../../../src/contract/fault.js';

type FaultsOf<C extends FaultCode> = readonly Extract<EnrollmentFault, { readonly code: C }>[];

const fields = ['number', 'address', 'answer', 'serial', 'label', 'code', 'password'] as const;
const reasons = ['mismatch', 'format', 'too_short', 'too_long', 'duplicate', 'not_allowed', 'line_type'] as const;

/** A row for each code, checked by the compiler: a new code without a row does not compile. */
const table: { readonly [C in FaultCode]: FaultsOf<C> } = {
  invalid_code: [
    { code: 'invalid_code' },
    { code: 'invalid_code', reason: 'mismatch', attemptsLeft: 1 },
    { code: 'invalid_code', reason: 'replayed', attemptsLeft: 2 },
    { code: 'invalid_code', reason: 'format', attemptsLeft: 9 },
    { code: 'invalid_code', reason: 'clock_skew' },
  ],
  code_expired: [{ code: 'code_expired' }],
  attempts_exhausted: [
    { code: 'attempts_exhausted', recover: 'resend' },
    { code: 'attempts_exhausted', recover: 'restart' },
    { code: 'attempts_exhausted', recover: 'wait', retryAfter: 60_000 },
  ],
  invalid_input: fields.flatMap((field) =>
    reasons.map((reason) => ({ code: 'invalid_input', field, reason }) as const),
  ),
  undeliverable: [
    { code: 'undeliverable' },
    { code: 'undeliverable', reason: 'blocked' },
    { code: 'undeliverable', reason: 'opted_out' },
    { code: 'undeliverable', reason: 'provider', retryAfter: 30_000 },
  ],
  conflict: [
    { code: 'conflict', with: 'own', removeFirst: 'method-9' as MethodId },
    { code: 'conflict', with: 'other' },
    { code: 'conflict', with: 'unknown' },
  ],
  credential_rejected: [
    { code: 'credential_rejected' },
    { code: 'credential_rejected', reason: 'already_registered' },
    { code: 'credential_rejected', reason: 'attestation' },
    { code: 'credential_rejected', reason: 'origin' },
  ],
  rate_limited: [{ code: 'rate_limited' }, { code: 'rate_limited', retryAfter: 90_000 }],
  locked: [{ code: 'locked' }, { code: 'locked', retryAfter: 7_200_000 }],
  enrollment_gone: [
    { code: 'enrollment_gone' },
    { code: 'enrollment_gone', reason: 'expired' },
    { code: 'enrollment_gone', reason: 'superseded' },
    { code: 'enrollment_gone', reason: 'unknown' },
  ],
  method_unavailable: [{ code: 'method_unavailable' }],
  prerequisite: [{ code: 'prerequisite', needs: 'totp' }],
  limit_reached: [{ code: 'limit_reached' }, { code: 'limit_reached', max: 5 }],
  policy_denied: [
    { code: 'policy_denied' },
    { code: 'policy_denied', reason: 'place' },
    { code: 'policy_denied', reason: 'device' },
    { code: 'policy_denied', reason: 'role' },
    { code: 'policy_denied', reason: 'other' },
  ],
  reauth_required: [
    { code: 'reauth_required', how: { kind: 'password' } },
    { code: 'reauth_required', how: { kind: 'redirect', url: 'https://harbor.example/sign-in' } },
    { code: 'reauth_required', how: { kind: 'host' } },
  ],
  human_check_required: [{ code: 'human_check_required' }, { code: 'human_check_required', provider: 'gate' }],
  session_expired: [{ code: 'session_expired' }],
  unsupported: [{ code: 'unsupported' }],
  network: [{ code: 'network' }],
  protocol: [{ code: 'protocol' }],
  server: [{ code: 'server' }, { code: 'server', retryAfter: 5_000, traceId: 'trace-7' }],
};

const shared: ReadonlySet<FaultCode> = new Set<SharedFault['code']>([
  'reauth_required',
  'human_check_required',
  'session_expired',
  'network',
]);

export const everyFault: readonly EnrollmentFault[] = Object.values(table).flat();

/** What may reach a method. */
export const methodFaults = everyFault.filter((fault): fault is MethodFault => !shared.has(fault.code));

/** What the runtime settles by itself, with the person's or the host's help. */
export const sharedFaults = everyFault.filter(({ code }) => shared.has(code));
