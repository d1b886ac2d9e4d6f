/** Calls by their idempotency keys: one on its way at a time, and then what became of it. */
import type { WriteOptions } from '../contract/adapter.js';
import type { Ms } from '../contract/enrollment.js';
import { EnrollmentError, faultOf } from '../contract/enrollment-error.js';
import type { FaultCode } from '../contract/fault.js';
import { aged, type CallRecord, type Outcome, type ReplayStore } from './replay-store.js';

/** Does a call with what was given; `own` is the caller's options with a signal that nobody aborts. */
export type Work<G, T> = (given: G, own: WriteOptions) => Promise<T>;

/** How a call is done, and how it is done again. */
export interface Doing<G, T> {
  readonly work: Work<G, T>;
  /** Absent: nothing of it is kept. */
  readonly keep?: (value: T) => Outcome;
  readonly look?: (id: string, own: WriteOptions) => Promise<T>;
}

/** The same, with what was given in hand. */
type Ready<T> = Omit<Doing<never, T>, 'work'> & { readonly work: (own: WriteOptions) => Promise<T> };

/** What a call was made with; `undefined` where no digest can be made. */
type Fingerprint = CallRecord['fingerprint'];

/** A call on its way. */
interface Flight {
  readonly fingerprint: Promise<Fingerprint>;
  readonly outcome: Promise<unknown>;
}

/** Refusals after which the same key is tried again in earnest: nothing has happened, or nobody knows. */
const passing: ReadonlySet<FaultCode> = new Set([
  'human_check_required',
  'network',
  'rate_limited',
  'reauth_required',
  'server',
  'session_expired',
]);

export class KeyedCalls {
  readonly #store: ReplayStore;
  readonly #ttl: Ms;
  readonly #now: () => number;
  readonly #owner: string | undefined;
  readonly #flights = new Map<string, Flight>();

  constructor(store: ReplayStore, ttl: Ms, now: () => number, owner: string | undefined) {
    this.#store = store;
    this.#ttl = ttl;
    this.#now = now;
    this.#owner = owner;
  }

  /** Does it once per key; whoever comes second waits for the first, or gets what became of it. */
  async once<G, T>(call: string, given: G, options: WriteOptions, doing: Doing<G, T>): Promise<T> {
    const { signal, idempotencyKey } = options;
    signal.throwIfAborted();
    // The same key in another call is another wish, and so is anybody else's.
    const key = [...(this.#owner === undefined ? [] : [this.#owner]), call, idempotencyKey].join(' ');
    // Nothing waits between looking for a flight and taking off.
    const ahead = this.#flights.get(key);
    // Copied at once: the caller may change its object, and wipes what was typed.
    const copy = aged(given, 0);
    const fingerprint = fingerprintOf(copy, key);
    if (ahead !== undefined) refuseAnother(await ahead.fingerprint, await fingerprint);
    const flight =
      ahead ?? this.#takeOff(key, fingerprint, options, { ...doing, work: (own) => doing.work(copy, own) });
    // The key names the call, so what comes back is of its type.
    return untilAborted(flight.outcome as Promise<T>, signal);
  }

  #takeOff<T>(key: string, fingerprint: Flight['fingerprint'], options: WriteOptions, doing: Ready<T>): Flight {
    const outcome = fingerprint.then((known) => this.#again(key, known, options, doing));
    const flight = { fingerprint, outcome };
    this.#flights.set(key, flight);
    const land = (): boolean => this.#flights.delete(key);
    outcome.then(land, land);
    return flight;
  }

  /** What is kept under the key, else the work itself. */
  async #again<T>(key: string, fingerprint: Fingerprint, options: WriteOptions, doing: Ready<T>): Promise<T> {
    const own = { ...options, signal: new AbortController().signal };
    const record = await this.#store.get(key);
    const age = record === undefined ? 0 : this.#now() - record.at;
    if (record === undefined || age >= this.#ttl) return this.#work(key, fingerprint, own, doing);
    refuseAnother(record.fingerprint, fingerprint);
    const { outcome } = record;
    if (outcome.type === 'refused') throw new EnrollmentError(aged(outcome.fault, age));
    if (outcome.type === 'answered') return aged(outcome.value as T, age);
    // Kept by an adapter that could look. Without that, doing it again is the only way to an answer.
    return doing.look === undefined ? this.#work(key, fingerprint, own, doing) : doing.look(outcome.id, own);
  }

  async #work<T>(key: string, fingerprint: Fingerprint, own: WriteOptions, doing: Ready<T>): Promise<T> {
    const { work, keep } = doing;
    const [settled] = await Promise.allSettled([Promise.resolve(own).then(work)]);
    const outcome = settled.status === 'fulfilled' ? keep?.(settled.value) : keep && verdictIn(settled.reason);
    if (outcome !== undefined) {
      const record: CallRecord = aged(
        { ...(fingerprint !== undefined && { fingerprint }), at: this.#now(), outcome },
        0,
      );
      // What has happened has happened, whether or not it can be kept.
      await Promise.allSettled([this.#store.set(key, record, this.#ttl)]);
    }
    if (settled.status === 'rejected') throw settled.reason;
    return settled.value;
  }
}

function verdictIn(thrown: unknown): Outcome | undefined {
  const fault = faultOf(thrown);
  return fault === undefined || passing.has(fault.code) ? undefined : { type: 'refused', fault };
}

/** The same key with other arguments is a mistake of the caller, and none of the person. */
function refuseAnother(known: Fingerprint, fingerprint: Fingerprint): void {
  if (known === undefined || fingerprint === undefined) return;
  if (known !== fingerprint) throw new EnrollmentError({ code: 'protocol' });
}

/** Some 20 ms: numbers, codes and answers are few, and whoever reads a store must not find them by trying. */
const iterations = 50_000;

/**
 * A slow digest of the arguments, whatever the order of their fields, and another one under another key; `undefined` on a
 * page that may not make digests.
 */
async function fingerprintOf(given: unknown, key: string): Promise<Fingerprint> {
  // Typed as always there, absent outside of secure contexts.
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return undefined;
  const text = JSON.stringify(given, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  const bytes = (some: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(some);
  const secret = await subtle.importKey('raw', bytes(text), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(key), iterations };
  const digest = await subtle.deriveBits(how, secret, 256);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The answer, or the signal's reason as soon as that aborts. The call itself goes on. */
function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      // The contract wants the caller's own reason, whatever that is.
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
    void answer.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}
