/** What the simulated phone knows: its texts, the codes in its authenticator, the company's app, and who is calling. */
import { readAccount, type Account } from './account.js';
import type { Device } from './device.js';
import { codeAt, stepAt } from './totp.js';

export interface Text {
  readonly to: string;
  readonly text: string;
  /** Of a mail. */
  readonly subject?: string;
}

export interface ReceivedText extends Text {
  readonly at: Date;
}

export interface Entry {
  readonly account: Account;
  readonly code: string;
  readonly step: number;
}

/** A hardware token as its holder has it; nobody sees its secret on a real one. */
export interface TokenInHand {
  readonly serial: string;
  /** Base 32. */
  readonly secret: string;
}

type Request = ReturnType<Device['requests']>[number];
type Call = ReturnType<Device['calls']>[number];

/** Long enough to read a code; afterwards the badge still says that there is one. */
const bannerLife = 8000;

export const apps = ['messages', 'authenticator', 'pass'] as const;
export type App = (typeof apps)[number];

/** How a scan or a typed key went; `undefined`: the phone can do nothing with it. */
export type Addition = 'added' | 'paired' | 'used' | 'expired' | undefined;

export class Phone {
  app: App = 'authenticator';
  unread = 0;
  readonly texts: ReceivedText[] = [];
  entries: readonly Entry[] = [];
  /** A hardware token that lies beside the phone. */
  token: { readonly serial: string; readonly entry: Entry } | undefined;
  /** The company's app holds an account. */
  isPaired = false;
  /** The company's app is the real one, in a frame, and not the phone's own drawing of it. */
  isReal = false;
  /** The word for how the last scan, typing or approval went. */
  notice: Exclude<Addition, undefined> | 'sent' | 'declined' | 'notAKey' | 'noQr' | 'unreadable' | undefined;
  /** What the camera sees while it looks. */
  picture: HTMLCanvasElement | undefined;
  copied: string | undefined;
  /** The text that hangs over the open app for a while, as a notification does. */
  banner: ReceivedText | undefined;
  /** Called with every text that turned out to be an account. */
  onAdded: ((text: string) => void) | undefined;
  readonly #changed: () => void;
  readonly #device: Device;

  /** `changed` is called after everything that can be seen. */
  constructor(device: Device, changed: () => void) {
    this.#device = device;
    this.#changed = changed;
    device.onChange(changed);
  }

  /** What the company's app is asked to approve. */
  get request(): Request | undefined {
    return this.#device.requests()[0];
  }

  /** The call that rings, or goes on. */
  get call(): Call | undefined {
    return this.#device
      .calls()
      .filter(({ state }) => state !== 'over')
      .at(-1);
  }

  open(app: App): void {
    this.app = app;
    this.notice = undefined;
    this.copied = undefined;
    this.banner = undefined;
    if (app === 'messages') this.unread = 0;
    this.#changed();
  }

  /** A text arrives; the phone shows it, as a phone does with a notification. */
  receive(message: Text): void {
    const received = { ...message, at: new Date() };
    this.texts.push(received);
    if (this.app !== 'messages') {
      this.unread++;
      this.banner = received;
      setTimeout(() => this.#lower(received), bannerLife);
    }
    this.#changed();
  }

  /** The camera saw this, or somebody typed it: an account for the authenticator, or a pairing of the company's app. */
  async add(text: string): Promise<Addition> {
    const account = readAccount(text);
    // Letters alone may be either: the company's app knows its own codes.
    const pairing = /^otpauth:/i.test(text.trim()) ? 'unknown' : await this.#pair(text);
    const isAccount = pairing === 'unknown' && account !== undefined;
    if (isAccount) {
      // The newest stands last; an account that is scanned again replaces itself.
      const others = this.entries.filter((entry) => !sameSecret(entry.account, account));
      this.entries = [...others, await liveEntry(account)];
      this.onAdded?.(text);
    }
    if (isAccount || pairing === 'paired') this.app = isAccount ? 'authenticator' : 'pass';
    this.notice = isAccount ? 'added' : pairing === 'unknown' ? undefined : pairing;
    this.#changed();
    return this.notice;
  }

  /** What the person does on the other company's page counts like what they do on their phone. */
  settleElsewhere(state: string, outcome: 'finished' | 'refused'): string | Promise<string> {
    return this.#device.settleElsewhere(state, outcome);
  }

  /** A token lies beside the phone from now on. */
  async hold({ serial, secret }: TokenInHand): Promise<void> {
    const account = readAccount(secret);
    if (!account) throw new Error('A token without a key.');
    this.token = { serial, entry: await liveEntry(account) };
    this.#changed();
  }

  /** The live code of the account that was added last. */
  async code(): Promise<string> {
    const last = this.entries.at(-1);
    if (!last) throw new Error('The authenticator holds no account yet.');
    return codeAt(last.account, Date.now());
  }

  /** The number is read off the sign-in page; the app itself does not know it. */
  approve(id: string, number: string): void {
    this.app = 'pass';
    this.notice = 'sent';
    this.#device.approve(id, number === '' ? undefined : number);
  }

  deny(id: string): void {
    this.app = 'pass';
    this.notice = 'declined';
    this.#device.deny(id);
  }

  answer(id: string): void {
    this.#device.answer(id);
  }

  press(id: string, key: string): void {
    this.#device.press(id, key);
  }

  hangUp(id: string): void {
    this.#device.hangUp(id);
  }

  /** Brings the codes up to date, and notices what has timed out; called each second. */
  async tick(): Promise<void> {
    const before = this.entries;
    const now = Date.now();
    const fresh = async (entry: Entry): Promise<Entry> =>
      entry.step === stepAt(entry.account, now) ? entry : liveEntry(entry.account);
    const entries = await Promise.all(before.map(fresh));
    if (this.token) this.token = { ...this.token, entry: await fresh(this.token.entry) };
    // Something was scanned meanwhile: the next second sees to it.
    if (this.entries === before) this.entries = entries;
    this.#changed();
  }

  async #pair(text: string): Promise<'paired' | 'used' | 'expired' | 'unknown'> {
    try {
      await this.#device.pair(text);
      this.isPaired = true;
      return 'paired';
    } catch (error) {
      const { message } = error as Error;
      return message === 'used' || message === 'expired' ? message : 'unknown';
    }
  }

  #lower(received: ReceivedText): void {
    if (this.banner !== received) return;
    this.banner = undefined;
    this.#changed();
  }
}

async function liveEntry(account: Account): Promise<Entry> {
  const now = Date.now();
  return { account, code: await codeAt(account, now), step: stepAt(account, now) };
}

function sameSecret(a: Account, b: Account): boolean {
  return a.secret.length === b.secret.length && a.secret.every((byte, index) => byte === b.secret[index]);
}
