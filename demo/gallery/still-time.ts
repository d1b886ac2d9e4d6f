/**
 * Time stands still in the gallery: what a wizard waits for up to five seconds happens at once, and what it would wait
 * longer for does not happen until somebody says so. Else a page that waits would turn into one that gave up.
 */

/** After this long without an answer a page says that it takes long. */
const long = 5_000;

export const isLong = (ms: number): boolean => ms >= long;

/** Waits that do not end by themselves. */
export class Waits {
  readonly #waits = new Map<number, { readonly ms: number; readonly run: () => void }>();
  // Numbers that no timer of the browser has.
  #ids = 2 ** 40;

  add(run: () => void, ms: number): number {
    this.#ids += 1;
    this.#waits.set(this.#ids, { ms, run });
    return this.#ids;
  }

  /** False: it is none of these. */
  delete(id: number): boolean {
    return this.#waits.delete(id);
  }

  /** The newest, to tell those that come after it. */
  get newest(): number {
    return this.#ids;
  }

  /** Five seconds have passed for whatever waits since `after`. */
  pass(after = 0): void {
    for (const [id, { ms, run }] of this.#waits)
      if (id > after && ms === long) {
        this.#waits.delete(id);
        run();
      }
  }
}

/** Takes the timers of the page over; `setInterval` goes on, so that clocks run. */
export function standStill(): Waits {
  const waits = new Waits();
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  // The page's timers have Node's types here too; what is called are these two forms only.
  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms = 0) => (isLong(ms) ? waits.add(run, ms) : start(run, 0)),
    clearTimeout: (id?: number) => id === undefined || waits.delete(id) || stop(id),
  });
  return waits;
}

const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();

/** A turn of the event loop, without the four milliseconds that timers cost. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    turns.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
