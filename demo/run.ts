/** One person's passage: an empty phone and a backend that has never seen them, or both as a reload left them. */
import type { SecurityInfoAdapter } from '../src/contract/adapter.js';
import type { MemoryBackend } from '../src/adapters/memory/index.js';
import { makeBackend } from './backend.js';
import { Diary } from './diary.js';
import { deviceOf, type Device } from './phone/device.js';
import { Phone } from './phone/phone.js';
import { scenarios, type Scenario, type ScenarioId } from './scenarios.js';

export interface Run {
  readonly scenario: Scenario;
  readonly backend: MemoryBackend;
  readonly adapter: SecurityInfoAdapter;
  readonly phone: Phone;
  readonly device: Device;
  readonly diary: Diary | undefined;
}

export interface RunOptions {
  readonly scenario: ScenarioId;
  readonly organization: string;
  readonly keep: boolean;
  isOffline(): boolean;
  /** Something can be seen that could not be seen before. */
  changed(): void;
}

export async function startRun({ scenario: id, organization, keep, isOffline, changed }: RunOptions): Promise<Run> {
  const scenario: Scenario = scenarios[id];
  const diary = keep ? Diary.open(sessionStorage, id) : undefined;
  const backend = makeBackend(scenario, { organization, isOffline, diary });
  const device = deviceOf(backend);
  await diary?.replay(backend.adapter, device);
  const phone = new Phone(diary?.recordDeeds(device) ?? device, changed);
  phone.isPaired = diary?.paired ?? false;
  for (const message of backend.messages()) phone.receive(message);
  for (const text of diary?.seen ?? []) await phone.add(text);
  backend.onMessage((message) => phone.receive(message));
  phone.onAdded = (text) => diary?.see(text);
  return {
    scenario,
    backend,
    adapter: diary?.record(backend.adapter, isOffline) ?? backend.adapter,
    phone,
    device,
    diary,
  };
}

/** Forgets what a reload would bring back. */
export function forgetRun(): void {
  Diary.burn(sessionStorage);
}
