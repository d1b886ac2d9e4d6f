/** One effect and one verdict per idempotency key, for backends that know no such keys. */
import type { SecurityInfoAdapter, WriteOptions } from '../contract/adapter.js';
import type { Enrollment, EnrollmentId, Ms } from '../contract/enrollment.js';
import { KeyedCalls, type Work } from './keyed-calls.js';
import { passedOn } from './passed-on.js';
import { type ReplayStore, replaysInMemory } from './replay-store.js';

export type { CallRecord, Outcome, ReplayStore } from './replay-store.js';
export { replaysInMemory } from './replay-store.js';
export type * from '../methods/rows.js';

/**
 * How long keys are remembered, and where.
 *
 * @example
 * const options: WithIdempotencyOptions = { store: replaysInMemory(50), ttl: 600_000 };
 */
export interface WithIdempotencyOptions {
  /** Default: in memory, the latest 200. */
  readonly store?: ReplayStore;
  /** How long a key is remembered, in milliseconds. Default: 15 minutes. */
  readonly ttl?: Ms;
  /** Whose calls these are, where one store serves several persons: a key does not say who made it. Opaque. */
  readonly owner?: string;
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
}

/**
 * Does each write once per key. A second call under the key waits for the first, or gets what became of it; its durations
 * are shorter by the time that has passed. An enrolment that is still open is asked about by `get`, if there is one. The
 * same key in another call is another wish; with other arguments in the same call it is refused with `protocol`.
 *
 * Refusals that pass (`reauth_required`, `human_check_required`, `rate_limited`, `session_expired`, `server`, `network`)
 * and whatever is thrown by accident are not kept: then the same key is tried in earnest. Nor is the verdict on a password.
 *
 * A write that has begun runs to its end, though its caller gives up: its signal is not handed on. Between processes that
 * share a store, two calls under one key *at once* are both done; the answer that comes last is kept.
 *
 * @example
 * element.adapter = withIdempotency(backendWithoutKeys, { ttl: 600_000 });
 */
export function withIdempotency(
  adapter: SecurityInfoAdapter,
  options: WithIdempotencyOptions = {},
): SecurityInfoAdapter {
  const inner = passedOn(adapter);
  const { challenge, cancel, setDefault, remove, skip, reauthenticate, complete, get } = inner;
  const { store = replaysInMemory(), ttl = 900_000, now = Date.now, owner } = options;
  const keys = new KeyedCalls(store, ttl, now, owner);
  /** An answer that is an enrolment: while it is open, the backend itself knows best how it stands. */
  const enrolls = <G>(name: string, given: G, call: WriteOptions, work: Work<G, Enrollment>): Promise<Enrollment> =>
    keys.once(name, given, call, {
      work,
      keep: (value) =>
        get === undefined || value.next.type === 'done' ? { type: 'answered', value } : { type: 'look', id: value.id },
      // Ids come from this backend, by way of the store.
      ...(get && { look: (id, own) => get(id as EnrollmentId, own) }),
    });
  const does = <G, T>(name: string, given: G, call: WriteOptions, work: Work<G, T>): Promise<T> =>
    keys.once(name, given, call, { work, keep: (value) => ({ type: 'answered', value }) });

  return {
    ...inner,
    begin: (request, call) => enrolls('begin', request, call, inner.begin),
    verify: (id, proof, call) =>
      enrolls('verify', { id, proof }, call, (given, own) => inner.verify(given.id, given.proof, own)),
    ...(challenge && {
      challenge: (id, how, call) =>
        enrolls('challenge', { id, how }, call, (given, own) => challenge(given.id, given.how, own)),
    }),
    ...(cancel && { cancel: (id, call) => does('cancel', id, call, cancel) }),
    ...(setDefault && { setDefault: (ref, call) => does('setDefault', ref, call, setDefault) }),
    ...(remove && { remove: (id, call) => does('remove', id, call, remove) }),
    ...(skip && { skip: (id, call) => does('skip', id, call, skip) }),
    ...(complete && { complete: (call) => does('complete', null, call, (_nothing, own) => complete(own)) }),
    ...(reauthenticate && {
      reauthenticate: (proof, call) => keys.once('reauthenticate', proof, call, { work: reauthenticate }),
    }),
  };
}
