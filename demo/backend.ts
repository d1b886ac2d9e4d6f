/** The backend of a scenario: the package's own memory backend, with this page's slowness, faults and knowledge of numbers. */
import { createMemoryBackend, type MemoryBackend, type RequirementOption } from '../src/adapters/memory/index.js';
import { EnrollmentError } from '../src/contract/enrollment-error.js';
import { demoAccount, demoPassword } from './demo-account.js';
import type { Diary } from './diary.js';
import { everyOffer } from './policy/organization.js';
import { plannedAdapter } from './policy/planned-adapter.js';
import { methodsBefore, situationOf, type Planned, type Scenario } from './scenarios.js';

/** Whatever the run around the backend knows better than the backend. */
export interface Surroundings {
  readonly organization: string;
  isOffline(): boolean;
  /** Set while the run's past is lived again after a reload. */
  readonly diary: Diary | undefined;
}

export function makeBackend(scenario: Scenario, { organization, isOffline, diary }: Surroundings): MemoryBackend {
  let calls = 0;
  const backend = createMemoryBackend({
    account: { label: demoAccount, organization },
    requirements: 'situation' in scenario ? takesAll(scenario) : scenario.requirements,
    methods: methodsBefore(scenario),
    followers: ('followers' in scenario && scenario.followers) || [],
    tokens: scenario.token ? [scenario.token] : [],
    kinds: scenario.kinds ?? {},
    password: demoPassword,
    notifiesOnChange: true,
    lineOf,
    ...(diary && { clock: diary.clock, random: diary.random }),
    async latency() {
      if (diary?.replaying) return;
      const lost = isOffline();
      const { waits } = scenario;
      await pause(waits ? (waits[calls++ % waits.length] ?? 0) : ordinaryWait);
      if (lost) throw new EnrollmentError({ code: 'network' });
    },
  });
  scenario.prepare?.(backend);
  if (!('situation' in scenario)) return backend;
  const clock = diary?.clock ?? Date;
  const begunAt = diary?.begunAt ?? Date.now();
  return { ...backend, adapter: plannedAdapter(backend.adapter, situationOf(scenario), begunAt, () => clock.now()) };
}

/** A backend that leaves the planning to others has to be told of every method. */
function takesAll(scenario: Planned): readonly RequirementOption[] {
  const [first, ...rest] = everyOffer(situationOf(scenario));
  return first === undefined ? [] : [{ id: 'any', anyOf: [first, ...rest] }];
}

/** A short way, but one that can be seen: an answer in no time would hide every spinner. */
const ordinaryWait = 350;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What kind of line a number is. The tables are large, so they come when the first number does. */
async function lineOf(number: string): Promise<'mobile' | 'fixed-line' | 'refused'> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/max');
  const type = parsePhoneNumberFromString(number)?.getType();
  if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return 'mobile';
  return type === 'FIXED_LINE' ? 'fixed-line' : 'refused';
}
