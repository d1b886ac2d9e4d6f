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
import type { Provision } from '../../src/contract/next.js';
import { until } from './patience.js';
import { CallLog, watched } from './watched-adapter.js';
import { present, textOf } from './reading.js';
import { WizardPage, type WizardOptions } from './wizard-page.js';

export const app: Offer<'totp'> = { kind: 'totp', usage: ['sign-in'] };
export const phone: Offer<'phone'> = { kind: 'phone', usage: ['sign-in'], channels: ['sms'], defaultCountry: 'JP' };
export const pass: Offer<'push'> = { kind: 'push', usage: ['sign-in'], displayName: 'Harbor Pass' };
export const mobile = '090-1234-5678';
export const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };

export const needsApp: RequirementOption = { id: 'app', anyOf: [app] };
export const needsPhone: RequirementOption = { id: 'phone', anyOf: [phone] };
export const needsPass: RequirementOption = { id: 'pass', anyOf: [pass] };
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
    // Nobody waits between two texts here, nor long for an answer from a phone, so that suites need not either.
    const limits = { resendWaits: [0], pollAfter: 250, ...options.limits };
    this.backend = createMemoryBackend({ account, requirements: needsBoth, ...options, limits });
    this.adapter = watched(through(this.backend.adapter), this.calls);
  }

  /** The code that was texted last. */
  texted(): string {
    return present(/\d{6}/.exec(this.backend.messages().at(-1)?.text ?? '')?.[0], 'texted code');
  }

  /** What the organisation's app is to be paired with, as it was handed out last. */
  async pairing(): Promise<Provision> {
    const { next } = (await present(this.calls.of('begin').at(-1), 'pairing').answer) as Enrollment<'push'>;
    return present(next.type === 'wait' ? next.provision : undefined, 'pairing');
  }

  /** The camera of the organisation's app sees the QR. */
  async scan(): Promise<void> {
    await this.backend.app.pair((await this.pairing()).uri);
  }

  /** The request that the organisation's app shows. */
  asked(): string {
    return present(this.backend.app.requests().at(-1), 'request').id;
  }

  /** The call that came last. */
  call(): ReturnType<MemoryBackend['line']['calls']>[number] {
    return present(this.backend.line.calls().at(-1), 'call');
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
  get: 'Start by getting the app',
  paired: 'Your app is connected',
  test: 'Let’s try it out',
  passAdded: 'Notification approved',
  number: 'Phone',
  calling: 'Answer your phone',
  unanswered: 'The call did not go through',
  phoneAdded: 'Phone added',
  chooser: 'Choose a different method',
  summary: 'Success!',
  changeDefault: 'Change the default method',
  defaultMethod: 'Choose your default method',
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

/** From the first page of the organisation's app to its QR. */
export async function toPassQr(page: WizardPage): Promise<void> {
  await page.go('Next', words.setUp);
  await page.go('Next', words.scan);
}

/** The same, and on until the wizard shows a number. */
export async function toPassTest({ harbor, page }: Stage): Promise<void> {
  await toPassQr(page);
  await harbor.scan();
  await page.arrives(words.paired);
  await page.go('Next', words.test);
}

/** The number to enter in the organisation's app, as the person reads it. */
export function numberOn(page: WizardPage): string {
  return textOf(page.root.querySelector('[part=match-number]'));
}

/** From the first page of the organisation's app to its last. */
export async function addPass(stage: Stage): Promise<void> {
  await toPassTest(stage);
  stage.harbor.backend.app.approve(stage.harbor.asked(), numberOn(stage.page));
  await stage.page.arrives(words.passAdded);
}

const firstOf = {
  app: { requirement: needsApp, title: words.setUp },
  phone: { requirement: needsPhone, title: words.number },
  pass: { requirement: needsPass, title: words.get },
} as const;

/** A wizard that asks for one method only, at that method's first page. */
export async function at(method: keyof typeof firstOf, options: HarborOptions = {}): Promise<Stage> {
  const { requirement, title } = firstOf[method];
  const stage = await atHarbor({ requirements: [requirement], ...options });
  if (stage.page.heading() !== title) await stage.page.go('Next', title);
  await until(() => stage.page.form(), 'a page');
  return stage;
}
