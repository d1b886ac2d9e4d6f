/** Time, as an argument: the only file that may touch timers. Monotonic, so that a wrong wall clock changes nothing. */
import type { Ms } from '../contract/enrollment.js';
import type { Clock } from '../contract/step.js';

export interface RuntimeClock extends Clock {
  /** Calls back once after `ms`, unless the returned function is called first. */
  after(ms: Ms, run: () => void): () => void;
  /** Calls back once the page that stands is painted. */
  afterPaint(run: () => void): () => void;
}

/** The longest delay that a browser's timer takes; a longer one would fire at once. */
const longest = 2 ** 31 - 1;

export const systemClock: RuntimeClock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, longest));
    return () => clearTimeout(timer);
  },
  everySecond(tick) {
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  },
  // What is loaded ahead comes over the network, and is evaluated whenever it arrives: a short pause does.
  afterPaint: (run) => systemClock.after(200, run),
};
