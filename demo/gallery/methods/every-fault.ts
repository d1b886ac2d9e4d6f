/** One of everything that a backend may refuse with: what the gallery shows and the suites walk, so that no code is forgotten. */
import type { MethodId } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault, MethodFault, SharedFault } from '../../../src/contract/fault.js';

type Samples<F extends EnrollmentFault> = {
  readonly [C in F['code']]: readonly [Fault<F, C>, ...Fault<F, C>[]];
};
type Fault<F, C> = Extract<F, { readonly code: C }>;

/** By code, so that the compiler asks for the samples of a new one. Every reason and every optional field stands once. */
const ofMethods: Samples<MethodFault> = {
  invalid_code: [
    { code: 'invalid_code' },
    { code: 'invalid_code', reason: 'mismatch', attemptsLeft: 1 },
    { code: 'invalid_code', reason: 'replayed' },
    { code: 'invalid_code', reason: 'format' },
    { code: 'invalid_code', reason: 'clock_skew', attemptsLeft: 4 },
  ],
  code_expired: [{ code: 'code_expired' }],
  attempts_exhausted: [
    { code: 'attempts_exhausted', recover: 'resend' },
    { code: 'attempts_exhausted', recover: 'restart' },
    { code: 'attempts_exhausted', recover: 'wait', retryAfter: 600_000 },
  ],
  invalid_input: [
    { code: 'invalid_input', field: 'number', reason: 'format' },
    ...(['address', 'answer', 'serial', 'label', 'code', 'password'] as const).map(
      (field) => ({ code: 'invalid_input', field, reason: 'format' }) as const,
    ),
    ...(['mismatch', 'too_short', 'too_long', 'duplicate', 'not_allowed', 'line_type'] as const).map(
      (reason) => ({ code: 'invalid_input', field: 'number', reason }) as const,
    ),
  ],
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
    { code: 'credential_rejected', reason: 'user_verification' },
  ],
  rate_limited: [{ code: 'rate_limited' }, { code: 'rate_limited', retryAfter: 60_000 }],
  locked: [{ code: 'locked' }, { code: 'locked', retryAfter: 900_000 }],
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
  unsupported: [{ code: 'unsupported' }],
  protocol: [{ code: 'protocol' }],
  server: [{ code: 'server' }, { code: 'server', retryAfter: 5_000, traceId: 'trace-1' }],
};

const ofEverybody: Samples<SharedFault> = {
  reauth_required: [
    { code: 'reauth_required', how: { kind: 'password' } },
    { code: 'reauth_required', how: { kind: 'redirect', url: 'https://sign-in.example/again' } },
    { code: 'reauth_required', how: { kind: 'host' } },
  ],
  human_check_required: [{ code: 'human_check_required' }, { code: 'human_check_required', provider: 'puzzle' }],
  session_expired: [{ code: 'session_expired' }],
  network: [{ code: 'network' }],
};

/** All that may reach a method. */
export const methodFaults: readonly MethodFault[] = Object.values(ofMethods).flat();
/** What the runtime keeps to itself. */
export const sharedFaults: readonly SharedFault[] = Object.values(ofEverybody).flat();
export const everyFault: readonly EnrollmentFault[] = [...methodFaults, ...sharedFaults];

/** By a code that only a newer version knows (R83). */
export const faultOfTomorrow = { code: 'new_in_2030' } as unknown as MethodFault;
