/** One person's passage: an empty phone and a backend that has never seen them, or both as a reload left them. */
import type { SecurityInfoAdapter } from '../src/contract/adapter.js';
import type { MemoryBackend } from '../src/adapters/memory/index.js';
import { makeBackend } from './backend.js';
import { demoAccount, demoPassword } from './demo-account.js';
import { Diary } from './diary.js';
import { deviceOf, type Device } from './phone/device.js';
import { Phone } from './phone/phone.js';
import { startRemoteRun } from './remote/run.js';
import { hasServer } from './remote/visitor.js';
import type { Situation } from './policy/situation.js';
import { leavesPage, scenarios, servable, type Scenario, type ScenarioId } from './scenarios.js';

export interface Run {
  readonly scenario: Scenario;
  /** The one in this page; none where a server holds it. */
  readonly backend: MemoryBackend | undefined;
  readonly adapter: SecurityInfoAdapter;
  readonly phone: Phone;
  readonly device: Device;
  /** What the person signs in with. */
  readonly account: string;
  /** What the sign-in form is filled with. */
  readonly password: string;
  /** Signed in by the page that stood here before it was loaded again. */
  readonly isSignedIn: boolean;
  /** Whether that was right; again after a session has ended. */
  signIn(password: string): Promise<boolean>;
  /** Forgets what a reload would bring back. */
  end(): Promise<void>;
}

export interface RunOptions {
  readonly scenario: ScenarioId;
  /** Played instead of the scenario. */
  readonly own: Situation | undefined;
  readonly organization: string;
  readonly keep: boolean;
  isOffline(): boolean;
  /** Something can be seen that could not be seen before. */
  changed(): void;
}

/** Before the server that this page came from, where it has one and the scenario needs none of this page's tricks. */
export function startRun(options: RunOptions): Promise<Run> {
  const isRemote = hasServer() && !options.own && servable.some((id) => id === options.scenario);
  return isRemote ? startRemoteRun(options) : startLocalRun(options);
}

async function startLocalRun({ scenario: id, own, organization, keep, isOffline, changed }: RunOptions): Promise<Run> {
  const scenario: Scenario = own ? { situation: own } : scenarios[id];
  const isKept = keep || leavesPage(scenario);
  const diary = isKept ? Diary.open(sessionStorage, own ? JSON.stringify(own) : id) : undefined;
  const backend = makeBackend(scenario, { organization, isOffline, diary });
  const device = deviceOf(backend);
  await diary?.replay(backend.adapter, device);
  const phone = new Phone(diary?.recordDeeds(device) ?? device, changed);
  if (scenario.token) await phone.hold(scenario.token);
  phone.isPaired = diary?.paired ?? false;
  for (const message of backend.messages()) phone.receive(message);
  for (const text of diary?.seen ?? []) await phone.add(text);
  backend.onMessage((message) => phone.receive(message));
  phone.onAdded = (text) => diary?.see(text);
  let isFirst = true;
  return {
    scenario,
    backend,
    adapter: diary?.record(backend.adapter, isOffline) ?? backend.adapter,
    phone,
    device,
    account: demoAccount,
    password: demoPassword,
    isSignedIn: diary?.signedIn ?? false,
    // Nobody is kept out here: the page has no server to send the form to.
    signIn() {
      if (!isFirst) backend.signInAgain();
      isFirst = false;
      diary?.sign(true);
      return Promise.resolve(true);
    },
    end: () => Promise.resolve(Diary.burn(sessionStorage)),
  };
}
