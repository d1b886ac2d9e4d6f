/** Who may call at all: the session, and the step-up that stands before writes (R7). */
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { SecurityInfo } from '../../contract/security-info.js';
import { Guesses } from './guesses.js';
import type { Limits } from './limits.js';

export class Session {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #password: string | undefined;
  #expired = false;
  #stepUpDue = false;
  #calledAt: number;
  /** Passwords are guessed too; they have a count of their own, so that neither count resets the other. */
  readonly #guesses: Guesses;

  constructor(limits: Limits, now: () => number, password: string | undefined) {
    this.#limits = limits;
    this.#now = now;
    this.#password = password;
    this.#calledAt = now();
    this.#guesses = new Guesses(limits, now);
  }

  /** Lets a call pass, which renews the session, or refuses it. */
  admit(call: 'read' | 'write'): void {
    if (this.#now() - this.#calledAt >= this.#limits.sessionIdle) this.#expired = true;
    if (this.#expired) throw new EnrollmentError({ code: 'session_expired' });
    this.#calledAt = this.#now();
    if (call === 'read' || !this.#stepUpDue) return;
    const kind = this.#password === undefined ? 'host' : 'password';
    throw new EnrollmentError({ code: 'reauth_required', how: { kind } });
  }

  /** What `load` says of it: how long it lasts if nothing is called, or nothing where it lasts for ever. */
  state(): Pick<SecurityInfo, 'sessionExpiresIn'> {
    const { sessionIdle } = this.#limits;
    return Number.isFinite(sessionIdle) ? { sessionExpiresIn: this.#calledAt + sessionIdle - this.#now() } : {};
  }

  expire(): void {
    this.#expired = true;
  }

  signIn(): void {
    this.#expired = false;
    this.#stepUpDue = false;
    this.#calledAt = this.#now();
  }

  requireStepUp(): void {
    this.#stepUpDue = true;
  }

  reauthenticate(password: string): void {
    const locked = this.#guesses.lock();
    if (locked !== undefined) throw new EnrollmentError(locked);
    if (password !== this.#password) {
      this.#guesses.countWrong();
      throw new EnrollmentError({ code: 'invalid_input', field: 'password', reason: 'mismatch' });
    }
    this.#guesses.forget();
    this.#stepUpDue = false;
  }
}
