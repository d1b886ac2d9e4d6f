/** The way every call takes through the backend: delay, planned mishap, session, idempotency, copy, abort. */
import type { CallOptions, WriteOptions } from '../../contract/adapter.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { CallName, FaultsOnDemand } from './faults-on-demand.js';
import { IdempotencyKeys, type View } from './idempotency.js';
import type { Session } from './session.js';
import { copied, copiedRefusal, untilAborted } from './wire.js';

export class Calls {
  readonly #session: Session;
  readonly #mishaps: FaultsOnDemand;
  readonly #latency: () => Promise<void>;
  readonly #keys = new IdempotencyKeys();

  constructor(session: Session, mishaps: FaultsOnDemand, latency: () => Promise<void>) {
    this.#session = session;
    this.#mishaps = mishaps;
    this.#latency = latency;
  }

  /** A read stops where its signal finds it. */
  read<T>(name: CallName, { signal }: CallOptions, work: () => T): Promise<T> {
    return this.#answer(name, signal, () => {
      signal.throwIfAborted();
      this.#session.admit('read');
      return work();
    });
  }

  /** A write that has arrived runs to its end, whether or not somebody still listens. */
  write<T>(name: CallName, options: WriteOptions, work: () => View<T> | Promise<View<T>>): Promise<T> {
    return this.#answer(name, options.signal, () => {
      // The step-up cannot ask for a step-up.
      this.#session.admit(name === 'reauthenticate' ? 'read' : 'write');
      return this.#keys.once(`${name} ${options.idempotencyKey}`, work);
    });
  }

  async #answer<T>(name: CallName, signal: AbortSignal, work: () => T | Promise<T>): Promise<T> {
    signal.throwIfAborted();
    return await untilAborted(this.#carryOut(name, work), signal);
  }

  async #carryOut<T>(name: CallName, work: () => T | Promise<T>): Promise<T> {
    const mishap = this.#mishaps.take(name);
    await this.#latency();
    if (mishap?.type === 'refuse') throw new EnrollmentError(copied(mishap.fault));
    const [outcome] = await Promise.allSettled([Promise.resolve().then(work)]);
    if (mishap?.type === 'lose-answer') throw new EnrollmentError({ code: 'network' });
    if (outcome.status === 'rejected') throw copiedRefusal(outcome.reason);
    return copied(outcome.value);
  }
}
