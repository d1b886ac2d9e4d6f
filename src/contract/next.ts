/** What the person must do next in an enrolment, and the proofs that answer it. Types only, no DOM. */
import type { Ms } from './enrollment.js';
import type { PendingEnrollment, RegisteredMethod } from './security-info.js';

/** What an app needs to learn the account. Holds a secret: lives only where it is shown. */
export interface Provision {
  /** What the QR says; it is drawn in the page. A backend with only a picture must be asked for its text. */
  readonly uri: string;
  /** "Can't scan?": what to type by hand, in order. */
  readonly manual: readonly { readonly name: 'account' | 'secret' | 'code' | 'url'; readonly value: string }[];
  /** Same-device pairing on a phone. */
  readonly deepLink?: string;
}

/** A code on its way: `to` is masked, `resendIn` is when another may be asked for, `from` who will call. */
export interface Delivery {
  readonly channel: string;
  readonly to: string;
  readonly resendIn?: Ms;
  readonly sendsLeft?: number;
  readonly from?: string;
}

/** Type a code: from an app (`provision`), from a message (`delivery`), or from a device that needs neither. */
export interface NextCode {
  readonly type: 'code';
  readonly length?: number;
  readonly alphabet: 'digits' | 'alphanumeric';
  readonly provision?: Provision;
  readonly delivery?: Delivery;
  readonly attemptsLeft?: number;
}

/** Something happens elsewhere: the widget polls `get` every `pollAfter` until the answer differs. */
export interface NextWait {
  readonly type: 'wait';
  readonly for: 'pairing' | 'approval' | 'call' | 'link';
  readonly provision?: Provision;
  readonly delivery?: Delivery;
  /** Shown large; the app sends it back. */
  readonly matchNumber?: string;
  readonly pollAfter: Ms;
}

/** Paired, not yet proved: `challenge` sends the test. */
export interface NextReady {
  readonly type: 'ready';
}

/** The backend wants more typed values (security questions). */
export interface NextAnswers {
  readonly type: 'answers';
  readonly count: number;
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  readonly ownAllowed: boolean;
}

/** It did not work out, and `recover` says what may be tried. */
export interface NextRejected {
  readonly type: 'rejected';
  readonly reason:
    'denied' | 'timed-out' | 'wrong-number' | 'no-answer' | 'busy' | 'wrong-key' | 'unreachable' | 'spent';
  readonly recover: 'challenge' | 'restart' | 'none';
  readonly retryAfter?: Ms;
}

/** `options` is a `PublicKeyCredentialCreationOptionsJSON` (Web Authentication, Level 3, §5.1.8). */
export interface NextWebAuthn {
  readonly type: 'webauthn';
  readonly options: unknown;
}

/** Shown once, then acknowledged: recovery codes, an app password. */
export interface NextAcknowledge {
  readonly type: 'acknowledge';
  readonly codes: readonly string[];
}

/** Only for methods that are finished on another page. */
export interface NextRedirect {
  readonly type: 'redirect';
  readonly url: string;
}

/**
 * Registered. `then` was opened by the backend together with this one (recovery codes) and is visited next; it names this
 * method in `follows`, and `load` lists it among what is pending. Whoever leaves it keeps what is registered.
 */
export interface NextDone {
  readonly type: 'done';
  readonly methods: readonly [RegisteredMethod, ...RegisteredMethod[]];
  readonly then?: PendingEnrollment;
}

/** Everything that may come next, whichever method it belongs to. */
export type AnyNext =
  | NextCode
  | NextWait
  | NextReady
  | NextAnswers
  | NextRejected
  | NextWebAuthn
  | NextAcknowledge
  | NextRedirect
  | NextDone;

export interface ProofCode {
  readonly type: 'code';
  /** As the backend expects it: bare, ASCII. */
  readonly code: string;
}
export interface ProofWebAuthn {
  readonly type: 'webauthn';
  readonly credential: unknown;
  readonly label?: string;
}
export interface ProofAcknowledged {
  readonly type: 'acknowledged';
}
export interface ProofAnswers {
  readonly type: 'answers';
  readonly answers: readonly { readonly questionId?: string; readonly question?: string; readonly answer: string }[];
}
export interface ProofReturned {
  readonly type: 'returned';
  readonly url: string;
}
