/** What became of a call, kept under its idempotency key, and where it is kept. */
import type { Ms } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';

/**
 * How a call ended. `look`: with an enrolment still open, which is asked about anew, so that no secret of it is kept.
 *
 * @example
 * const outcome: Outcome = { type: 'refused', fault: { code: 'invalid_code', attemptsLeft: 2 } };
 */
export type Outcome =
  | { readonly type: 'answered'; readonly value?: unknown }
  | { readonly type: 'look'; readonly id: string }
  | { readonly type: 'refused'; readonly fault: EnrollmentFault };

/**
 * One call that has ended. JSON, and all of it: a store may keep it as text.
 *
 * @example
 * const record: CallRecord = { at: 1768467600000, outcome: { type: 'answered' } };
 */
export interface CallRecord {
  /** A slow digest of what the call was made with, where digests can be made; never what it was made with. */
  readonly fingerprint?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly outcome: Outcome;
}

/**
 * Keeps records under keys. It may forget: then a call is done anew. What it keeps of a backend without `get` can hold the
 * secrets of an open enrolment, so it must be guarded as the sessions are.
 *
 * @example
 * const store: ReplayStore = {
 *   get: async (key) => JSON.parse((await cache.get(key)) ?? 'null') ?? undefined,
 *   set: (key, record, ttl) => cache.set(key, JSON.stringify(record), ttl),
 * };
 */
export interface ReplayStore {
  get(key: string): Promise<CallRecord | undefined>;
  /** After `ttl` milliseconds the record is of no use to anybody. */
  set(key: string, record: CallRecord, ttl: Ms): Promise<unknown>;
}

/**
 * Keeps the latest `atMost` records, and forgets all of them with the page.
 *
 * @example
 * element.adapter = withIdempotency(backend, { store: replaysInMemory(50) });
 */
export function replaysInMemory(atMost = 200): ReplayStore {
  const records = new Map<string, CallRecord>();
  return {
    get: async (key) => records.get(key),
    set: async (key, record) => {
      records.delete(key);
      records.set(key, record);
      for (const oldest of records.keys()) {
        if (records.size <= atMost) break;
        records.delete(oldest);
      }
    },
  };
}

const shrinking: ReadonlySet<string> = new Set(['expiresIn', 'resendIn', 'retryAfter', 'sessionExpiresIn']);

/** An answer or fault as it is after `ms`: its durations were counted from its arrival, and some of each is over. */
export function aged<T>(value: T, ms: Ms): T {
  const age = (name: string, part: unknown): unknown =>
    shrinking.has(name) && typeof part === 'number' ? Math.max(0, part - ms) : part;
  // JSON in, JSON out, of the same shape: only numbers have changed.
  return value === undefined ? value : (JSON.parse(JSON.stringify(value, age)) as T);
}
