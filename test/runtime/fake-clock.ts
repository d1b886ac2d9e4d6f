/** Time that passes only when a test says so, and at once. */
import type { RuntimeClock } from '../../src/runtime/clock.js';
import { turn } from './settle.js';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export class FakeClock implements RuntimeClock {
  #now = 0;
  readonly #timers = new Set<Timer>();
  readonly #unpainted = new Set<() => void>();

  /** How many timers are still to come. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** How long until the next of them. */
  get untilNext(): number | undefined {
    const next = this.#next();
    return next && next.at - this.#now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer: Timer = { at: this.#now + Math.max(0, ms), run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  everySecond(tick: () => void): () => void {
    let stop = (): void => undefined;
    const again = (): void => {
      tick();
      stop = this.after(1000, again);
    };
    again();
    return () => stop();
  }

  afterPaint(run: () => void): () => void {
    this.#unpainted.add(run);
    return () => void this.#unpainted.delete(run);
  }

  /** Lets time pass: the page is painted, every timer that is due runs in order, and what it sets off runs to its end before the next. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (const run of [...this.#unpainted]) {
      this.#unpainted.delete(run);
      run();
    }
    await turn();
    for (let next = this.#next(); next && next.at <= until; next = this.#next()) {
      this.#now = Math.max(this.#now, next.at);
      this.#timers.delete(next);
      next.run();
      await turn();
    }
    this.#now = until;
  }

  #next(): Timer | undefined {
    return [...this.#timers].sort((a, b) => a.at - b.at)[0];
  }
}
