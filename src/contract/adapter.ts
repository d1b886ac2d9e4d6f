/** The adapter: every call that the widget makes to a backend. Three functions make a working one. */
import type { BeginRequest, Enrollment, EnrollmentId, MethodId, Proof } from './enrollment.js';
import type { MethodRef, SecurityInfo } from './security-info.js';

export interface CallOptions {
  /** Always given. On abort the adapter rejects with the signal's reason, never with an `EnrollmentError`. */
  readonly signal: AbortSignal;
  /** BCP 47; the language of texts, calls and mails. */
  readonly locale: string;
}

export interface WriteOptions extends CallOptions {
  /**
   * One per wish of the person, kept when that wish is retried. Same key: same effect, same verdict, one message.
   * Refusals `reauth_required`, `human_check_required`, `rate_limited` and `server` are not stored under a key.
   */
  readonly idempotencyKey: string;
  /** The host's token, put in when a call refused with `human_check_required` is repeated. */
  readonly humanCheck?: string;
}

/**
 * What a host implements. An absent optional function is an absent capability: its control is not shown.
 *
 * Refusals are thrown as {@link EnrollmentError}; anything else that is thrown is shown as a generic failure and never
 * quoted.
 *
 * @example
 * const adapter: SecurityInfoAdapter = {
 *   load: ({ signal }) => api('/info', { signal }),
 *   begin: (request, { signal, idempotencyKey }) => api('/enrollments', { signal, key: idempotencyKey, body: request }),
 *   verify: (id, proof, { signal, idempotencyKey }) => api(`/enrollments/${id}`, { signal, key: idempotencyKey, body: proof }),
 * };
 */
export interface SecurityInfoAdapter {
  /** Policy, registered methods, default and open enrolments in one round trip. Renews the session where it can. */
  load(options: CallOptions): Promise<SecurityInfo>;

  /**
   * Opens an enrolment, or returns the one already open for the same person, offer and input, sending nothing anew
   * before its `resendIn` is over. Other input ends the old one and its codes. `restart` mints a new secret.
   * Where a code is sent, it is on its way when this resolves.
   */
  begin(request: BeginRequest, options: WriteOptions): Promise<Enrollment>;

  /**
   * Hands in the proof; resolves with `done` or the next thing to do. Nothing is bound before it says `done`. Wrong
   * ones are counted over all enrolments of the person, new ones included, and lead to a wait.
   */
  verify(id: EnrollmentId, proof: Proof, options: WriteOptions): Promise<Enrollment>;

  /** Where it stands now: polling, resuming after a reload, reconciling after a lost answer. May be held open. */
  get?(id: EnrollmentId, options: CallOptions): Promise<Enrollment>;

  /** Send again, switch channel, push again. Never resets the count of wrong tries. */
  challenge?(id: EnrollmentId, how: { readonly channel?: string }, options: WriteOptions): Promise<Enrollment>;

  /** Ends an enrolment and its codes. Resolves for unknown ids too. */
  cancel?(id: EnrollmentId, options: WriteOptions): Promise<void>;

  /** Makes a registered method the default; resolves with the new state. An id that is not this person's: `enrollment_gone` or `policy_denied`. */
  setDefault?(ref: MethodRef, options: WriteOptions): Promise<SecurityInfo>;

  /** Removes a registered method; resolves with the new state. An id that is not this person's: `enrollment_gone` or `policy_denied`. */
  remove?(id: MethodId, options: WriteOptions): Promise<SecurityInfo>;

  /** Puts a requirement off; resolves with the new state. */
  skip?(requirementId: string, options: WriteOptions): Promise<SecurityInfo>;

  /** Answers `reauth_required` of kind password; the refused call is then repeated with its old key. */
  reauthenticate?(proof: { readonly password: string }, options: WriteOptions): Promise<void>;

  /**
   * The server's own word that every requirement is met or put off; an answer with an open one sends the wizard there.
   * Absent: `load` is asked.
   */
  complete?(options: WriteOptions): Promise<SecurityInfo>;
}
