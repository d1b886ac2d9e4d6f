/** Every refusal of the closed list, as talkative as it can be. */
import type { EnrollmentFault, FaultCode } from '../../src/contract/fault.js';

/** One of each, with every field that it may have. */
export const everyFault: { readonly [C in FaultCode]: Extract<EnrollmentFault, { readonly code: C }> } = {
  invalid_code: { code: 'invalid_code', reason: 'clock_skew', attemptsLeft: 2, traceId: 't-1' },
  code_expired: { code: 'code_expired' },
  attempts_exhausted: { code: 'attempts_exhausted', recover: 'wait', retryAfter: 1000 },
  invalid_input: { code: 'invalid_input', field: 'number', reason: 'line_type' },
  undeliverable: { code: 'undeliverable', reason: 'opted_out', retryAfter: 1000 },
  conflict: { code: 'conflict', with: 'own', removeFirst: 'm1' as never },
  credential_rejected: { code: 'credential_rejected', reason: 'attestation' },
  rate_limited: { code: 'rate_limited', retryAfter: 1000 },
  locked: { code: 'locked', retryAfter: 1000 },
  enrollment_gone: { code: 'enrollment_gone', reason: 'superseded' },
  method_unavailable: { code: 'method_unavailable' },
  prerequisite: { code: 'prerequisite', needs: 'totp' },
  limit_reached: { code: 'limit_reached', max: 5 },
  policy_denied: { code: 'policy_denied', reason: 'place' },
  reauth_required: { code: 'reauth_required', how: { kind: 'redirect', url: 'https://login.example/again' } },
  human_check_required: { code: 'human_check_required', provider: 'puzzle' },
  session_expired: { code: 'session_expired' },
  unsupported: { code: 'unsupported' },
  network: { code: 'network' },
  protocol: { code: 'protocol' },
  server: { code: 'server', retryAfter: 1000 },
};
