/** Requirements for a backend that has none: it knows the person's methods, and the organisation's policy says the rest. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import { passedOn } from './passed-on.js';
import { PlannedAnswers, type WithPolicyOptions } from './planned-answers.js';

export type { Circumstances, PersonFacts, SkipRecord, SkipStore, WithPolicyOptions } from './planned-answers.js';
export type * from '../methods/rows.js';

/**
 * Plans what is required with each answer of the backend that is a `SecurityInfo`; what the backend itself says of
 * requirements is dropped. Adds `skip`. Where a plan is blocked, the call is refused with its fault.
 *
 * A requirement that was asked for and is met stays in the list as `satisfied`, as long as the adapter lives, so that the
 * second of two methods is still the second.
 *
 * In a browser this decides what is shown, and guards nothing: the server has to hold to the policy itself.
 *
 * @example
 * element.adapter = withPolicy(backendThatKnowsMethods, {
 *   policy: {
 *     mfa: { enforcement: 'conditional' },
 *     methods: [{ kind: 'totp', usage: ['sign-in'] }],
 *   },
 *   person: { isAdmin: session.isAdmin },
 *   store: { read: () => api('/skips'), write: (record) => api('/skips', { method: 'PUT', body: record }) },
 * });
 */
export function withPolicy(adapter: SecurityInfoAdapter, options: WithPolicyOptions): SecurityInfoAdapter {
  const inner = passedOn(adapter);
  const { setDefault, remove, complete } = inner;
  const answers = new PlannedAnswers(options);
  return {
    ...inner,
    load: async (call) => answers.after(await inner.load(call)),
    skip: (requirementId, call) => answers.skip(requirementId, call.signal, () => inner.load(call)),
    ...(setDefault && { setDefault: async (ref, call) => answers.after(await setDefault(ref, call)) }),
    ...(remove && { remove: async (id, call) => answers.after(await remove(id, call)) }),
    ...(complete && { complete: async (call) => answers.after(await complete(call)) }),
  };
}
