/** Harbor, an organisation with a backend in memory: what most suites set a person up with. */
import { generateSync } from 'otplib/functional';
import {
  createMemoryBackend,
  type MemoryBackend,
  type MemoryBackendOptions,
  type RequirementOption,
} from '../../src/adapters/memory/index.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { Enrollment, Offer } from '../../src/contract/enrollment.js';
import { until } from './patience.js';
import { CallLog, watched } from './watched-adapter.js';
import { present } from './reading.js';
import { WizardPage, type WizardOptions } from './wizard-page.js';

export const app: Offer<'totp'> = { kind: 'totp', usage: ['sign-in'] };
export const phone: Offer<'phone'> = { kind: 'phone', usage: ['sign-in'], channels: ['sms'], defaultCountry: 'JP' };
export const mobile = '090-1234-5678';
export const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };

export const needsApp: RequirementOption = { id: 'app', anyOf: [app] };
export const needsPhone: RequirementOption = { id: 'phone', anyOf: [phone] };
export const needsEither: RequirementOption = { id: 'either', anyOf: [app, phone] };
export const needsBoth: readonly RequirementOption[] = [needsApp, needsPhone];

export interface HarborOptions extends Partial<MemoryBackendOptions> {
  readonly wizard?: WizardOptions;
  /** Changes the adapter before the wizard gets it. */
  readonly through?: (adapter: SecurityInfoAdapter) => SecurityInfoAdapter;
}

export class Harbor {
  readonly backend: MemoryBackend;
  readonly calls = new CallLog();
  readonly adapter: SecurityInfoAdapter;

  constructor({ through = (adapter) => adapter, wizard: _wizard, ...options }: HarborOptions = {}) {
    // Nobody waits between two texts here, so that suites need not either.
    const limits = { resendWaits: [0], ...options.limits };
    this.backend = createMemoryBackend({ account, requirements: needsBoth, ...options, limits });
    this.adapter = watched(through(this.backend.adapter), this.calls);
  }

  /** The code that was texted last. */
  texted(): string {
    return present(/\d{6}/.exec(this.backend.messages().at(-1)?.text ?? '')?.[0], 'texted code');
  }

  /** What the person's app shows `ms` from now, for the QR that was handed out last. */
  async shown(ms = 0): Promise<string> {
    const begun = this.calls.of('begin').filter(({ args: [request] }) => (request as { kind: string }).kind === 'totp');
    const enrollment = (await present(begun.at(-1), 'QR').answer) as Enrollment<'totp'>;
    const { next } = enrollment;
    const manual = next.type === 'code' ? next.provision?.manual : undefined;
    const secret = present(
      manual?.find(({ name }) => name === 'secret'),
      'secret',
    ).value;
    return generateSync({ secret, epoch: Math.floor((Date.now() + ms) / 1000) });
  }

  /** A code that no app shows now or soon. */
  async wrong(): Promise<string> {
    const right = await Promise.all(Array.from({ length: 60 }, (_, n) => this.shown((n - 30) * 30_000)));
    return present(
      ['111111', '222222', '333333'].find((code) => !right.includes(code)),
      'wrong code',
    );
  }
}

export interface Stage {
  readonly harbor: Harbor;
  readonly page: WizardPage;
}

/** A wizard before a Harbor backend, at its first page. */
export async function atHarbor(options: HarborOptions = {}): Promise<Stage> {
  const harbor = new Harbor(options);
  const page = await WizardPage.open({ adapter: harbor.adapter, ...options.wizard });
  return { harbor, page };
}

export const words = {
  prompt: 'More information required',
  setUp: 'Set up your account',
  scan: 'Scan the QR code',
  code: 'Enter the code',
  appAdded: 'Authenticator app added',
  number: 'Phone',
  phoneAdded: 'Phone added',
  chooser: 'Choose a different method',
  summary: 'Success!',
  differentMethod: 'I want to set up a different method',
  differentAccount: 'Use a different account',
} as const;

/** From the app's first page to its code. */
export async function toAppCode(page: WizardPage): Promise<void> {
  await page.go('Next', words.scan);
  await page.go('Next', words.code);
}

/** From the app's first page to its last. */
export async function addApp({ harbor, page }: Stage): Promise<void> {
  await toAppCode(page);
  page.fill('Code', await harbor.shown());
  await page.go('Next', words.appAdded);
}

/** From the number to the page for its code. */
export async function toPhoneCode(page: WizardPage, number = mobile): Promise<void> {
  page.fill('Phone number', number);
  await page.go('Next', words.code);
}

export async function addPhone({ harbor, page }: Stage): Promise<void> {
  await toPhoneCode(page);
  page.fill('Code', harbor.texted());
  await page.go('Next', words.phoneAdded);
}

/** A wizard that asks for one method only, at that method's first page. */
export async function at(method: 'app' | 'phone', options: HarborOptions = {}): Promise<Stage> {
  const requirements = [method === 'app' ? needsApp : needsPhone];
  const stage = await atHarbor({ requirements, ...options });
  const title = method === 'app' ? words.setUp : words.number;
  if (stage.page.heading() !== title) await stage.page.go('Next', title);
  await until(() => stage.page.form(), 'a page');
  return stage;
}
