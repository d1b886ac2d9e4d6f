/** How many messages and calls may go out: a sliding window per number or address, and one over the account. */
import type { Ms } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { Limits } from './limits.js';

export interface Send {
  readonly to: string;
  readonly at: number;
}

/** What may still be sent, and how long the next one has to wait. */
export interface Allowance {
  readonly left: number;
  readonly wait: Ms;
}

/** All that one account has sent, by whatever kind of method. */
export class Sends {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #sends: Send[] = [];

  constructor(limits: Limits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  allowance(to: string): Allowance {
    return allowance(this.#sends, to, this.#limits, this.#now());
  }

  /** Counts one, or refuses. */
  admit(to: string): void {
    const { wait } = this.allowance(to);
    if (wait > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter: wait });
    this.#sends.push({ to, at: this.#now() });
  }
}

/** The narrower of the two windows decides. */
export function allowance(sends: readonly Send[], to: string, limits: Limits, now: number): Allowance {
  const toNumber = sends.filter((send) => send.to === to);
  const windows = [
    windowOf(toNumber, limits.sendsPerNumber, limits.sendsPerNumberWithin, now),
    windowOf(sends, limits.sendsPerAccount, limits.sendsPerAccountWithin, now),
  ];
  return {
    left: Math.min(...windows.map(({ left }) => left)),
    wait: Math.max(...windows.map(({ wait }) => wait)),
  };
}

/** What a sliding window over the last `within` still lets through. */
export function windowOf(sends: readonly Pick<Send, 'at'>[], max: number, within: Ms, now: number): Allowance {
  const recent = sends.filter(({ at }) => now - at < within);
  const left = Math.max(0, max - recent.length);
  // When none is left, this one has to leave the window before another may enter it.
  const leaving = recent.at(-max)?.at ?? now;
  return { left, wait: left > 0 ? 0 : leaving + within - now };
}
