/** The policy table: every number that this backend enforces, in one place, so that a test or a demo can bend one. */
import type { Ms } from '../../contract/enrollment.js';

/**
 * The numbers of the policy. Durations are in milliseconds.
 *
 * @example
 * const hasty: Partial<Limits> = { resendWaits: [1000], waits: [], triesPerAccount: 3 };
 */
export interface Limits {
  /** Length of a code that is texted, mailed or spoken. */
  readonly codeDigits: number;
  /** How long such a code can be used. */
  readonly codeLife: Ms;
  /**
   * How long an enrolment stands: a TOTP one from its opening, a phone or e-mail one from its latest message or
   * call, a push one from its pairing or the latest request for approval.
   */
  readonly enrollmentLife: Ms;
  /** Wrong tries in one enrolment, over all resends, until it is spent. */
  readonly triesPerEnrollment: number;
  /** Wrong tries over all enrolments until the account is locked; a right one starts the count anew. */
  readonly triesPerAccount: number;
  /** How long the account stays locked. */
  readonly lockLife: Ms;
  /** After this many wrong tries each further one has to wait … */
  readonly waitsFrom: number;
  /** … this long, growing; the last figure repeats. Empty: no waits. */
  readonly waits: readonly Ms[];
  /** How long until a message or a call may follow, after the first, second, … one; the last figure repeats. */
  readonly resendWaits: readonly Ms[];
  /** Messages and calls to one number or address … */
  readonly sendsPerNumber: number;
  /** … within this time. */
  readonly sendsPerNumberWithin: Ms;
  /** Messages and calls of the account in all … */
  readonly sendsPerAccount: number;
  /** … within this time. */
  readonly sendsPerAccountWithin: Ms;
  /** How long a phone rings, and how long an answered call then waits for a key. */
  readonly ringLife: Ms;
  /** How long the organisation's app can be paired; then the enrolment is gone, and the next one has a new code. */
  readonly pairingLife: Ms;
  /** How long a request for approval stands. */
  readonly approvalLife: Ms;
  /** Requests for approval within an hour, over all enrolments; a success starts the count anew. */
  readonly approvalsPerHour: number;
  /** How long the wizard is told to wait before it asks again how an approval or a call went. */
  readonly pollAfter: Ms;
  /** Authenticator apps and hardware tokens that may be registered, all kinds of them together. */
  readonly authenticatorApps: number;
  /** Serial numbers of tokens, found or not, within an hour, until no more is looked up for the person. */
  readonly serialsPerHour: number;
  /** App passwords that may stand. */
  readonly appPasswords: number;
  /** Passkeys that may be registered. */
  readonly passkeys: number;
  /** How long a browser waits for a passkey to be made (5 to 10 minutes are usual); its enrolment stands twice as long. */
  readonly ceremonyTime: Ms;
  /** How far an app's code may be off, before or after. */
  readonly totpWindow: Ms;
  /** How far off a right code is still recognised as one from a phone whose clock is wrong. */
  readonly totpSkew: Ms;
  /** How long a session lasts without a call; `Infinity`: until `expireSession()`. */
  readonly sessionIdle: Ms;
}

const second = 1000;
const minute = 60 * second;

/** What holds unless `MemoryBackendOptions.limits` says otherwise. */
export const defaultLimits: Limits = {
  codeDigits: 6,
  codeLife: 10 * minute,
  enrollmentLife: 30 * minute,
  triesPerEnrollment: 10,
  triesPerAccount: 10,
  lockLife: 10 * minute,
  waitsFrom: 5,
  waits: [5 * second, 10 * second, 20 * second, 40 * second, 80 * second],
  resendWaits: [30 * second, 60 * second, 120 * second],
  sendsPerNumber: 5,
  sendsPerNumberWithin: 10 * minute,
  sendsPerAccount: 20,
  sendsPerAccountWithin: 24 * 60 * minute,
  ringLife: 45 * second,
  pairingLife: 10 * minute,
  approvalLife: 2 * minute,
  approvalsPerHour: 5,
  pollAfter: 1.5 * second,
  authenticatorApps: 5,
  serialsPerHour: 10,
  appPasswords: 40,
  passkeys: 10,
  ceremonyTime: 5 * minute,
  totpWindow: 30 * second,
  totpSkew: 10 * minute,
  sessionIdle: Infinity,
};
