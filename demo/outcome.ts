/** What the start page says of the passage: asked of the backend, because only the backend knows. */
import type { SecurityInfoAdapter } from '../src/contract/adapter.js';
import { methodsBefore, type Scenario } from './scenarios.js';
import type { Outcome } from './views/view.js';

export async function outcomeOf(adapter: SecurityInfoAdapter, locale: string, scenario: Scenario): Promise<Outcome> {
  const before = methodsBefore(scenario);
  const { methods, requirements } = await adapter.load({ locale, signal: new AbortController().signal });
  return {
    methods: methods.map((method) => ({ ...method, isNew: !before.some(({ id }) => id === method.id) })),
    putOff: requirements.filter(({ status }) => status === 'put-off'),
  };
}
