/** One effect and one verdict per idempotency key, however often the call that carries it arrives (R69). */
import { faultOf } from '../../contract/enrollment-error.js';
import type { FaultCode } from '../../contract/fault.js';

/**
 * What a write leaves behind: how to tell where things stand now. Stored instead of the answer itself, because an answer
 * holds durations that are counted from its arrival, and a secret that must be gone once it is confirmed.
 */
export type View<T> = () => T;

/** Refusals after which the same key is tried again in earnest. */
const passing: ReadonlySet<FaultCode> = new Set(['reauth_required', 'human_check_required', 'rate_limited', 'server']);

export class IdempotencyKeys {
  readonly #outcomes = new Map<string, Promise<View<unknown>>>();

  /** Does `work` once per key. A second call under the key waits for the first one and gets its verdict. */
  async once<T>(key: string, work: () => View<T> | Promise<View<T>>): Promise<T> {
    // The key names the call, so what is stored under it came from the same `work`.
    const stored = this.#outcomes.get(key) as Promise<View<T>> | undefined;
    const outcome = stored ?? Promise.resolve().then(work);
    if (stored === undefined) {
      this.#outcomes.set(key, outcome);
      outcome.catch((thrown: unknown) => {
        if (!isVerdict(thrown)) this.#outcomes.delete(key);
      });
    }
    const view = await outcome;
    return view();
  }
}

function isVerdict(thrown: unknown): boolean {
  const fault = faultOf(thrown);
  return fault !== undefined && !passing.has(fault.code);
}
