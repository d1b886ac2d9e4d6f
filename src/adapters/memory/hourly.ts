/** So many in an hour, and not one more: a sliding window over what was done. */
import type { Ms } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import { windowOf } from './sends.js';

const hour = 60 * 60_000;

export class Hourly {
  readonly #max: number;
  readonly #now: () => number;
  #done: { readonly at: number }[] = [];

  constructor(max: number, now: () => number) {
    this.#max = max;
    this.#now = now;
  }

  /** How long the next one has to wait. */
  wait(): Ms {
    return windowOf(this.#done, this.#max, hour, this.#now()).wait;
  }

  /** Refuses where the next one has to wait. */
  check(): void {
    const retryAfter = this.wait();
    if (retryAfter > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter });
  }

  /** Counts one, or refuses. */
  admit(): void {
    this.check();
    this.#done.push({ at: this.#now() });
  }

  forget(): void {
    this.#done = [];
  }
}
