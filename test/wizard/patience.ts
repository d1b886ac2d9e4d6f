/** Waiting in tests: for something to become true, or on a clock that only the test moves. Never a sleep. */

const later = globalThis.setTimeout.bind(globalThis);

/** A turn of the event loop: everything that was ready to run has run. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    later(resolve, 0);
  });
}

/** Waits until `isSo` is truthy, and hands over its answer; `what` is told when it never is. */
export async function until<T>(isSo: () => T, what: string, timeout = 3000): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = isSo();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => later(resolve, 4));
  }
}

interface Timer {
  at: number;
  readonly run: () => void;
  readonly every: number | undefined;
}

/** Timers and the monotonic clock of the page, moved by hand. Whatever the browser itself does goes on by itself. */
export class HandClock {
  readonly #real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    now: performance.now.bind(performance),
  };
  readonly #timers = new Map<number, Timer>();
  #now = performance.now();
  #ids = 1_000_000;

  /** Takes the page's timers over until `restore`. */
  constructor() {
    const add = (run: () => void, ms = 0, isRepeated = false): number => {
      this.#ids += 1;
      this.#timers.set(this.#ids, { at: this.#now + ms, run, every: isRepeated ? ms : undefined });
      return this.#ids;
    };
    const remove = (id?: number): void => {
      if (id !== undefined && !this.#timers.delete(id)) this.#real.clearTimeout.call(globalThis, id);
    };
    // The page's timers have Node's types here too; what is called are these two forms only.
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms?: number) => add(run, ms),
      setInterval: (run: () => void, ms?: number) => add(run, ms, true),
      clearTimeout: remove,
      clearInterval: remove,
    });
    performance.now = () => this.#now;
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets time pass; each timer fires at its own time, and what it sets off has run before the next one. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await turn();
      const [due] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!due) break;
      const [id, timer] = due;
      this.#now = Math.max(this.#now, timer.at);
      if (timer.every === undefined) this.#timers.delete(id);
      else timer.at += Math.max(1, timer.every);
      timer.run();
    }
    this.#now = end;
    await turn();
  }

  restore(): void {
    const { now, ...timers } = this.#real;
    Object.assign(globalThis, timers);
    performance.now = now;
  }
}
