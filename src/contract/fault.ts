/** The closed list of refusals: every code answers one question, "what does the screen do now?". No DOM. */
import type { MethodId, MethodKind, Ms } from './enrollment.js';

interface FaultBase {
  /** Correlates with the backend's log, for support staff. Never shown as text of its own, never a secret. */
  readonly traceId?: string;
}

/** The person can mend it on the page where it happened; what was typed stays. */
type Mendable =
  /** Wrong code. `attemptsLeft` is shown from three downwards. `clock_skew`: right code, wrong time on the phone. */
  | {
      readonly code: 'invalid_code';
      readonly reason?: 'mismatch' | 'replayed' | 'format' | 'clock_skew';
      readonly attemptsLeft?: number;
    }
  /** The code was right once; another has to be asked for. */
  | { readonly code: 'code_expired' }
  /** No tries left: send another code, start over with a new secret, or wait. Resending never resets the count. */
  | { readonly code: 'attempts_exhausted'; readonly recover: 'resend' | 'restart' | 'wait'; readonly retryAfter?: Ms }
  /** What was typed cannot be used. `line_type`: a landline for a text message, for example. */
  | {
      readonly code: 'invalid_input';
      readonly field: 'number' | 'address' | 'answer' | 'serial' | 'label' | 'code' | 'password';
      readonly reason: 'mismatch' | 'format' | 'too_short' | 'too_long' | 'duplicate' | 'not_allowed' | 'line_type';
    }
  /** The message or call could not be delivered. */
  | { readonly code: 'undeliverable'; readonly reason?: 'blocked' | 'opted_out' | 'provider'; readonly retryAfter?: Ms }
  /** Already registered: by this person (`own`), by somebody else (`other`); `unknown` where telling would leak. */
  | { readonly code: 'conflict'; readonly with: 'own' | 'other' | 'unknown'; readonly removeFirst?: MethodId }
  /** A passkey or key that the organisation does not take. `attestation`: the model; `user_verification`: a touch is not enough. */
  | {
      readonly code: 'credential_rejected';
      readonly reason?: 'already_registered' | 'attestation' | 'origin' | 'user_verification';
    };

/** Time heals it. */
type Passing =
  { readonly code: 'rate_limited'; readonly retryAfter?: Ms } | { readonly code: 'locked'; readonly retryAfter?: Ms };

/** Start this method again, take another one, or another order. */
type Elsewhere =
  | { readonly code: 'enrollment_gone'; readonly reason?: 'expired' | 'superseded' | 'unknown' }
  | { readonly code: 'method_unavailable' }
  | { readonly code: 'prerequisite'; readonly needs: MethodKind }
  | { readonly code: 'limit_reached'; readonly max?: number }
  | { readonly code: 'policy_denied'; readonly reason?: 'place' | 'device' | 'role' | 'other' };

/** The host, or the person through the host, must act first. */
type HostActs =
  /** Prove yourself again before going on. `redirect` leaves the page and comes back through `load`. */
  | {
      readonly code: 'reauth_required';
      readonly how:
        { readonly kind: 'password' } | { readonly kind: 'redirect'; readonly url: string } | { readonly kind: 'host' };
    }
  /** A risk check by the host; its token travels in `WriteOptions.humanCheck`. */
  | { readonly code: 'human_check_required'; readonly provider?: string }
  | { readonly code: 'session_expired' };

/** Plumbing. */
type Plumbing =
  | { readonly code: 'unsupported' }
  | { readonly code: 'network' }
  | { readonly code: 'protocol' }
  | { readonly code: 'server'; readonly retryAfter?: Ms };

/** Everything that an adapter may refuse with, and nothing else. */
export type EnrollmentFault = FaultBase & (Mendable | Passing | Elsewhere | HostActs | Plumbing);

export type FaultCode = EnrollmentFault['code'];

/** Caught once, by the runtime: no method ever sees one. */
export type SharedFault = Extract<
  EnrollmentFault,
  { readonly code: 'reauth_required' | 'human_check_required' | 'session_expired' | 'network' }
>;

/** What may reach a method. */
export type MethodFault = Exclude<EnrollmentFault, SharedFault>;

/** Whether nothing that the person could type would mend it here: time for the first page, where other methods are. */
export function leadsElsewhere({ code }: EnrollmentFault): boolean {
  return elsewhere.has(code);
}

const elsewhere: ReadonlySet<FaultCode> = new Set([
  'conflict',
  'limit_reached',
  'method_unavailable',
  'policy_denied',
  'prerequisite',
  'unsupported',
]);
