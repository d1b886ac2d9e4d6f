/** Time for a check: what hangs is ended, and its calls are aborted with it. */
import type { Ms } from '../contract/enrollment.js';
import { Failure } from './assert.js';

/**
 * Calls `act` after `ms`, and returns the function that stops it.
 *
 * @example
 * const patient: Timer = (ms, act) => {
 *   const handle = setTimeout(act, ms * 10);
 *   return () => clearTimeout(handle);
 * };
 */
export type Timer = (ms: Ms, act: () => void) => () => void;

export const systemTimer: Timer = (ms, act) => {
  const handle = setTimeout(act, ms);
  return () => {
    clearTimeout(handle);
  };
};

/** What `work` comes to, or a failure when it takes too long; its signal is aborted then. */
export function within<T>(ms: Ms, timer: Timer, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const stop = timer(ms, () => {
      const late = new Failure(`took longer than ${ms} ms`);
      reject(late);
      controller.abort(late);
    });
    void work(controller.signal).then(resolve, reject).finally(stop);
  });
}
