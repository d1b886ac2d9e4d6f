/** The schemas of refusals: one per code of the closed list. */
import type { EnrollmentFault, FaultCode } from '../../contract/fault.js';
import { constant, count, duration, id, object, one, type Schema, text } from './schema.js';

type Fault<C extends FaultCode> = Extract<EnrollmentFault, { readonly code: C }>;
type Fields<C extends FaultCode> = Omit<Fault<C>, 'code' | 'traceId'>;
type Of<C extends FaultCode, F extends string> = Fault<C> extends { readonly [K in F]?: infer T } ? T & string : never;

/** Adds what every fault has. */
function fault<C extends FaultCode>(code: C, fields: Schema): Schema {
  const { properties = {}, required = [] } = fields;
  return {
    type: 'object',
    properties: { code: constant(code), ...properties, traceId: text },
    required: ['code', ...required],
  };
}

const bare = <C extends FaultCode>(code: C): Schema => fault(code, {});
const passing = <C extends FaultCode>(code: C): Schema =>
  fault(code, object<{ readonly retryAfter?: number }>({}, { retryAfter: duration }));

const how: Schema = {
  oneOf: [
    object<{ kind: 'password' }>({ kind: constant('password') }, {}),
    object<{ kind: 'redirect'; url: string }>({ kind: constant('redirect'), url: text }, {}),
    object<{ kind: 'host' }>({ kind: constant('host') }, {}),
  ],
};

/** THE table of codes. */
export const faults: { readonly [C in FaultCode]: Schema } = {
  invalid_code: fault(
    'invalid_code',
    object<Fields<'invalid_code'>>(
      {},
      {
        reason: one<Of<'invalid_code', 'reason'>>('mismatch', 'replayed', 'format', 'clock_skew'),
        attemptsLeft: count,
      },
    ),
  ),
  code_expired: bare('code_expired'),
  attempts_exhausted: fault(
    'attempts_exhausted',
    object<Fields<'attempts_exhausted'>>({ recover: one('resend', 'restart', 'wait') }, { retryAfter: duration }),
  ),
  invalid_input: fault(
    'invalid_input',
    object<Fields<'invalid_input'>>(
      {
        field: one<Of<'invalid_input', 'field'>>(
          ...(['number', 'address', 'answer', 'serial', 'label', 'code', 'password'] as const),
        ),
        reason: one<Of<'invalid_input', 'reason'>>(
          ...(['mismatch', 'format', 'too_short', 'too_long', 'duplicate', 'not_allowed', 'line_type'] as const),
        ),
      },
      {},
    ),
  ),
  undeliverable: fault(
    'undeliverable',
    object<Fields<'undeliverable'>>({}, { reason: one('blocked', 'opted_out', 'provider'), retryAfter: duration }),
  ),
  conflict: fault(
    'conflict',
    object<Fields<'conflict'>>({ with: one('own', 'other', 'unknown') }, { removeFirst: id }),
  ),
  credential_rejected: fault(
    'credential_rejected',
    object<Fields<'credential_rejected'>>(
      {},
      { reason: one('already_registered', 'attestation', 'origin', 'user_verification') },
    ),
  ),
  rate_limited: passing('rate_limited'),
  locked: passing('locked'),
  enrollment_gone: fault(
    'enrollment_gone',
    object<Fields<'enrollment_gone'>>({}, { reason: one('expired', 'superseded', 'unknown') }),
  ),
  method_unavailable: bare('method_unavailable'),
  prerequisite: fault('prerequisite', object<Fields<'prerequisite'>>({ needs: id }, {})),
  limit_reached: fault('limit_reached', object<Fields<'limit_reached'>>({}, { max: count })),
  policy_denied: fault(
    'policy_denied',
    object<Fields<'policy_denied'>>({}, { reason: one('place', 'device', 'role', 'other') }),
  ),
  reauth_required: fault('reauth_required', object<Fields<'reauth_required'>>({ how }, {})),
  human_check_required: fault('human_check_required', object<Fields<'human_check_required'>>({}, { provider: text })),
  session_expired: bare('session_expired'),
  unsupported: bare('unsupported'),
  network: bare('network'),
  protocol: bare('protocol'),
  server: passing('server'),
};

export const codes = Object.keys(faults) as readonly FaultCode[];
