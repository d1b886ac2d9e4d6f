/** What a test or a demo asked to go wrong: a queue per call of the adapter. */
import type { SecurityInfoAdapter } from '../../contract/adapter.js';
import type { EnrollmentFault } from '../../contract/fault.js';

export type CallName = keyof SecurityInfoAdapter;

export type Mishap = { readonly type: 'refuse'; readonly fault: EnrollmentFault } | { readonly type: 'lose-answer' };

export class FaultsOnDemand {
  readonly #queues = new Map<CallName, Mishap[]>();

  plan(call: CallName, mishap: Mishap, times = 1): void {
    const queue = this.#queues.get(call) ?? [];
    queue.push(...Array.from({ length: times }, () => mishap));
    this.#queues.set(call, queue);
  }

  /** What befalls this call; each plan is used up by one. */
  take(call: CallName): Mishap | undefined {
    return this.#queues.get(call)?.shift();
  }
}
