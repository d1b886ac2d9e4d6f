/** What `load` answers: what is required of the person, what is registered, what is still open. Types only, no DOM. */
import type { EnrollmentId, MethodId, MethodKind, Ms, Offer, Usage } from './enrollment.js';

/** One numbered step of the wizard. `anyOf[0]` opens; the rest stand behind "I want to set up a different method". */
export interface Requirement {
  readonly id: string;
  readonly anyOf: readonly [Offer, ...Offer[]];
  readonly status: 'open' | 'satisfied' | 'put-off';
  /**
   * May be put off; absent: may not. `daysLeft` or `timesLeft` of `timesTotal` is shown as it is;
   * `requiredFrom` (ISO 8601: a date, or a moment, of which the person's own day is named) is for display only. All
   * absent: may be put off for ever.
   */
  readonly skip?: {
    readonly daysLeft?: number;
    readonly timesLeft?: number;
    readonly timesTotal?: number;
    readonly requiredFrom?: string;
  };
}

/** A method that stands: proved, bound and usable. */
export interface RegisteredMethod {
  readonly id: MethodId;
  readonly kind: MethodKind;
  /** Masked by the backend: "+81 **-****-5678", "t***@example.org", "Pixel 9". */
  readonly label: string;
  readonly usage: readonly Usage[];
  /** Ways in which this method can be the default: a phone may be texted or called. */
  readonly channels?: readonly string[];
  readonly canBeDefault: boolean;
  readonly removable: boolean;
  /** ISO 8601; for display only. */
  readonly addedAt?: string;
}

/** An enrolment that the backend still holds open. Without `next`, so that `load` carries no secret. */
export interface PendingEnrollment {
  readonly id: EnrollmentId;
  readonly kind: MethodKind;
  readonly offerId?: string;
  readonly replaces?: MethodId;
  /**
   * The backend opened it by itself after this method, which stands: the wizard goes on with it before anything else, and
   * the person may finish without it.
   */
  readonly follows?: MethodId;
}

/** The functions an adapter may leave out. */
export type OptionalCall =
  'get' | 'challenge' | 'cancel' | 'setDefault' | 'remove' | 'skip' | 'reauthenticate' | 'complete';

/** A registered method, by the way in which it is used. */
export interface MethodRef {
  readonly methodId: MethodId;
  readonly channel?: string;
}

/**
 * Everything the shell must know, in one answer. The backend has already planned: requirements stand in order,
 * strongest first.
 */
export interface SecurityInfo {
  readonly account: { readonly label: string; readonly organization?: string };
  readonly requirements: readonly Requirement[];
  readonly methods: readonly RegisteredMethod[];
  /** Optional functions that this backend lacks, the same in every answer; for adapters that cannot leave one out (HTTP). */
  readonly absent?: readonly OptionalCall[];
  /** May be added beyond what is required. */
  readonly addable?: readonly Offer[];
  readonly defaultMethod?: MethodRef;
  /** Enrolments still open; the wizard goes on with them after a reload. */
  readonly pending: readonly PendingEnrollment[];
  readonly sessionExpiresIn?: Ms;
  /** Independent notices go out when a method is added: the last page says so. */
  readonly notifiesOnChange?: boolean;
  /** Everything is registered, but the organisation wants it looked at again. */
  readonly review?: { readonly reason: 'due' };
}
