/** One attempt at one call: bounded in time, deaf to late answers, and never throwing. */
import { faultOf } from '../contract/enrollment-error.js';
import type { EnrollmentFault } from '../contract/fault.js';
import { parseJson } from '../contract/json.js';
import type { RuntimeClock } from './clock.js';

export type Attempt<T> =
  | { readonly type: 'answered'; readonly value: T }
  | { readonly type: 'refused'; readonly fault: EnrollmentFault }
  | { readonly type: 'aborted' };

export interface Patience {
  readonly clock: RuntimeClock;
  /** Told when an answer takes longer than usual, and when that is over. */
  slow(isSlow: boolean): void;
}

/** After this long the page says that it takes longer than usual. */
const usual = 5_000;
/** After this long the call counts as lost. */
const deadline = 15_000;

/**
 * Calls once. Whatever is thrown becomes a fault: one thrown on purpose as it is, anything else `server`; an answer of
 * the wrong shape is `protocol`; no answer in time is `network`. An adapter that ignores the signal is not waited for.
 * Answers and faults are taken as the JSON that they promise to be: nothing that could act, change or throw comes in.
 */
export function attempt<T>(
  invoke: (signal: AbortSignal) => Promise<unknown>,
  isExpected: (value: unknown) => value is T,
  outer: AbortSignal,
  { clock, slow }: Patience,
  bounded = true,
): Promise<Attempt<T>> {
  return new Promise((resolve) => {
    const inner = new AbortController();
    const stops: (() => void)[] = [];
    const finish = (result: Attempt<T>): void => {
      for (const stop of stops.splice(0)) stop();
      resolve(result);
    };
    const onAbort = (): void => {
      inner.abort(outer.reason);
      finish({ type: 'aborted' });
    };
    if (outer.aborted) return finish({ type: 'aborted' });
    outer.addEventListener('abort', onAbort);
    stops.push(() => outer.removeEventListener('abort', onAbort));
    if (bounded) {
      stops.push(
        clock.after(usual, () => {
          slow(true);
          stops.push(() => slow(false));
        }),
        clock.after(deadline, () => {
          inner.abort();
          finish({ type: 'refused', fault: { code: 'network' } });
        }),
      );
    }
    // Started in a microtask, so that an adapter which throws instead of rejecting is caught as well.
    Promise.resolve()
      .then(() => invoke(inner.signal))
      .then(
        (answer): Attempt<T> => {
          const value = copied(answer);
          return isExpected(value) ? { type: 'answered', value } : { type: 'refused', fault: { code: 'protocol' } };
        },
        (thrown: unknown): Attempt<T> => ({
          type: 'refused',
          // What `faultOf` has found stays a fault when it is copied.
          fault: (copied(faultOf(thrown)) as EnrollmentFault | null) ?? { code: 'server' },
        }),
      )
      // What is no JSON (a cycle, a throwing getter) must not hang the call.
      .catch((): Attempt<T> => ({ type: 'refused', fault: { code: 'protocol' } }))
      .then(finish, () => undefined);
  });
}

/** Nothing becomes `null`, which is no answer either. */
function copied(value: unknown): unknown {
  return parseJson(JSON.stringify(value) ?? 'null');
}

/** Waits, or stops waiting on abort; it resolves either way. */
export function pause(clock: RuntimeClock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      stop();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const stop = clock.after(ms, finish);
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}
