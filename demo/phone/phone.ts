/** What the simulated phone knows: the texts it got, and the accounts in its authenticator with their live codes. */
import { readAccount, type Account } from './account.js';
import { codeAt, stepAt } from './totp.js';

export interface Text {
  readonly to: string;
  readonly text: string;
}

export interface ReceivedText extends Text {
  readonly at: Date;
}

export interface Entry {
  readonly account: Account;
  readonly code: string;
  readonly step: number;
}

/** Long enough to read a code; afterwards the badge still says that there is one. */
const bannerLife = 8000;

export type App = 'messages' | 'authenticator';

export class Phone {
  app: App = 'authenticator';
  unread = 0;
  readonly texts: ReceivedText[] = [];
  entries: readonly Entry[] = [];
  /** The word for how the last scan or typing went. */
  notice: 'added' | 'notAKey' | 'noQr' | 'unreadable' | undefined;
  /** What the camera sees while it looks. */
  picture: HTMLCanvasElement | undefined;
  copied: string | undefined;
  /** The text that hangs over the open app for a while, as a notification does. */
  banner: ReceivedText | undefined;
  /** Called with every text that turned out to be an account. */
  onAdded: ((text: string) => void) | undefined;
  readonly #changed: () => void;

  /** `changed` is called after everything that can be seen. */
  constructor(changed: () => void) {
    this.#changed = changed;
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

  /** The camera saw this, or somebody typed it. Says whether it was an account. */
  async add(text: string): Promise<boolean> {
    const account = readAccount(text);
    if (!account) return false;
    // The newest stands last; an account that is scanned again replaces itself.
    const others = this.entries.filter((entry) => !sameSecret(entry.account, account));
    this.entries = [...others, await liveEntry(account)];
    this.app = 'authenticator';
    this.onAdded?.(text);
    this.#changed();
    return true;
  }

  /** The live code of the account that was added last. */
  async code(): Promise<string> {
    const last = this.entries.at(-1);
    if (!last) throw new Error('The authenticator holds no account yet.');
    return codeAt(last.account, Date.now());
  }

  /** Brings the codes up to date; called each second. */
  async tick(): Promise<void> {
    const before = this.entries;
    if (!before.length) return;
    const now = Date.now();
    const entries = await Promise.all(
      before.map(async (entry) => (entry.step === stepAt(entry.account, now) ? entry : liveEntry(entry.account))),
    );
    // Something was scanned meanwhile: the next second sees to it.
    if (this.entries === before) this.entries = entries;
    this.#changed();
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
