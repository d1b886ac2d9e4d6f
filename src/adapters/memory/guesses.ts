/** How often somebody may guess: the account's count of wrong tries, and what it forbids (R26). */
import type { Ms } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { Limits } from './limits.js';

const none = { wrong: 0, latest: 0 };

/** Each enrolment keeps its own count and hands it in as `here`; this one is the account's, over all of them. */
export class Guesses {
  readonly #limits: Limits;
  readonly #now: () => number;
  #wrong: number;
  #latest: number;

  /** `before` is what was counted so far, where the count is kept elsewhere. */
  constructor(limits: Limits, now: () => number, before: { readonly wrong: number; readonly latest: number } = none) {
    this.#limits = limits;
    this.#now = now;
    this.#wrong = before.wrong;
    this.#latest = before.latest;
  }

  countWrong(): void {
    this.#unlock();
    this.#wrong += 1;
    this.#latest = this.#now();
  }

  forget(): void {
    this.#wrong = 0;
  }

  /** A right proof takes back the wrong ones of its own enrolment: what proves nothing buys back no guess made elsewhere. */
  forgive(here: number): void {
    this.#unlock();
    this.#wrong = Math.max(0, this.#wrong - here);
  }

  /** Tries left before either count is used up. */
  left(here: number): number {
    this.#unlock();
    const { triesPerEnrollment, triesPerAccount } = this.#limits;
    return Math.max(0, Math.min(triesPerEnrollment - here, triesPerAccount - this.#wrong));
  }

  isSpent(here: number): boolean {
    return here >= this.#limits.triesPerEnrollment;
  }

  /** The lock, while the account is under it. */
  lock(): EnrollmentFault | undefined {
    this.#unlock();
    return this.#isFull() ? { code: 'locked', retryAfter: this.#after(this.#limits.lockLife) } : undefined;
  }

  /** Why nothing that is typed in an enrolment can be right any more, or not for now. */
  closed(here: number): EnrollmentFault | undefined {
    return this.lock() ?? (this.isSpent(here) ? { code: 'attempts_exhausted', recover: 'restart' } : undefined);
  }

  /** What stands in the way of another try. The growing wait is the account's, so that starting over keeps it. */
  beforeTry(here: number): EnrollmentFault | undefined {
    const { waits, waitsFrom } = this.#limits;
    const closed = this.closed(here);
    if (closed !== undefined || this.#wrong < waitsFrom) return closed;
    const retryAfter = this.#after(waits[Math.min(this.#wrong - waitsFrom, waits.length - 1)] ?? 0);
    return retryAfter > 0 ? { code: 'rate_limited', retryAfter } : undefined;
  }

  /** What the latest wrong try is told; both counts include it already. */
  answer(here: number, reason: 'mismatch' | 'clock_skew'): EnrollmentFault {
    const attemptsLeft = this.left(here);
    if (attemptsLeft > 0) return { code: 'invalid_code', reason, attemptsLeft };
    if (!this.#isFull()) return { code: 'attempts_exhausted', recover: 'restart' };
    return { code: 'attempts_exhausted', recover: 'wait', retryAfter: this.#after(this.#limits.lockLife) };
  }

  #isFull(): boolean {
    return this.#wrong >= this.#limits.triesPerAccount;
  }

  /** A lock that has run out takes its count with it. */
  #unlock(): void {
    if (this.#isFull() && this.#after(this.#limits.lockLife) <= 0) this.forget();
  }

  /** What is left of a duration that began with the latest wrong try. */
  #after(duration: Ms): Ms {
    return this.#latest + duration - this.#now();
  }
}
