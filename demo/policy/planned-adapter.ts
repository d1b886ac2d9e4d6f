/** A backend in memory that takes every method, with the planner around it to say what is asked for. */
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import { withPolicy, type SkipRecord } from '../../src/adapters/with-policy.js';
import { circumstancesOf, personOf, policyOf, recordOf } from './organization.js';
import type { Situation } from './situation.js';

/** `begunAt`: when the person signed in; the situation is told from there. */
export function plannedAdapter(
  adapter: SecurityInfoAdapter,
  situation: Situation,
  begunAt: number,
  now: () => number,
): SecurityInfoAdapter {
  let record: SkipRecord = recordOf(situation, begunAt);
  return withPolicy(adapter, {
    policy: policyOf(situation),
    person: personOf(situation, begunAt),
    context: circumstancesOf(situation, begunAt),
    now,
    store: {
      read: async () => record,
      write: async (written) => {
        record = written;
      },
    },
  });
}
