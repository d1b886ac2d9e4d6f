/** The course of the authenticator: which sheet lies there, when the server is asked, and what its answers change. */
import { readCode } from '../../src/contract/typed-code.js';
import type { Language } from '../settings.js';
import { openCamera, type Camera } from './camera.js';
import type { Answered, Authenticator } from './client.js';
import type { Account } from './keys.js';
import type { AccountRequest } from './open-requests.js';
import { pairingCode } from './pairing-code.js';
import type { Sheet, SheetAt } from './sheet.js';
import type { View, Wishes } from './views/view.js';
import { words } from './words/words.js';

export interface AppParts {
  readonly authenticator: Authenticator;
  readonly language: Language;
  now(): number;
  draw(view: View): void;
  /** Opens the camera; the tests have none. */
  readonly camera?: typeof openCamera;
}

/**
 * The app, without a page: it draws by calling `draw` with all that is to be seen.
 *
 * @example
 * const app = new App({ authenticator, language: 'en', now: Date.now, draw: (view) => stage.draw(view) });
 * await app.start();
 */
export class App implements Wishes {
  readonly #parts: AppParts;
  #accounts: readonly Account[] | undefined;
  #requests: readonly AccountRequest[] = [];
  #gone: readonly Account[] = [];
  #problem: View['problem'];
  #sheet: Sheet | undefined;
  #camera: Camera | undefined;
  #glancing = false;
  /** Put aside by the person: they no longer open by themselves. */
  readonly #aside = new Set<string>();
  /** Answered here: an older list that arrives late must not bring them back. */
  readonly #ended = new Set<string>();

  constructor(parts: AppParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    await this.#load();
    await this.glance();
  }

  /** A link into the app: the code behind the `#`, which waits for the person's word. */
  follow(link: string): void {
    const code = pairingCode(link);
    if (code === undefined || this.#sheet?.at === 'asked') return;
    this.#show({ at: 'confirming', code, problem: undefined, busy: false });
  }

  /** Asks the server what is open; while it is being asked, does nothing. */
  async glance(): Promise<void> {
    if (this.#glancing || !this.#accounts?.length) return;
    this.#glancing = true;
    try {
      const { requests, problem, gone } = await this.#parts.authenticator.requests();
      this.#requests = requests.filter(({ id }) => !this.#ended.has(id));
      this.#gone = gone;
      this.#problem = problem;
    } catch {
      this.#problem = 'noStorage';
    } finally {
      this.#glancing = false;
    }
    this.tick();
  }

  /** What time alone changes; called each second. */
  tick(): void {
    const now = this.#parts.now();
    this.#requests = this.#requests.filter(({ until }) => until > now);
    const sheet = this.#sheet;
    if (sheet?.at === 'asked' && !sheet.busy) {
      const request = this.#requests.find(({ id }) => id === sheet.request.id);
      this.#sheet = request ? { ...sheet, request } : this.#told(sheet.request, 'over');
    } else if (!sheet || sheet.at === 'added') {
      const next = this.#requests.find(({ id }) => !this.#aside.has(id));
      if (next) this.#sheet = askedFor(next);
    }
    this.#draw();
  }

  // Wishes are handed out as listeners, so each is bound by being an arrow.
  readonly add = (): void => this.#show({ at: 'adding', camera: 'off', problem: undefined, busy: false });

  readonly useCamera = async (): Promise<void> => {
    if (this.#sheet?.at !== 'adding' || typeof this.#sheet.camera === 'object') return;
    this.#change('adding', { camera: 'starting' });
    const camera = await (this.#parts.camera ?? openCamera)((text) => void this.pair(text));
    if (typeof camera === 'string') return this.#change('adding', { camera });
    this.#camera = camera;
    this.#change('adding', { camera });
    // The sheet went while the camera started.
    if (this.#at() !== 'adding') this.#stopCamera();
  };

  readonly pair = async (text: string): Promise<void> => {
    const at = this.#at();
    if ((at !== 'adding' && at !== 'confirming') || this.#isBusy()) return;
    this.#change(at, { busy: true, problem: undefined });
    const paired = await this.#parts.authenticator.pair(text).catch(() => ({ outcome: 'no-storage' as const }));
    if (paired.outcome !== 'paired') return this.#change(at, { busy: false, problem: paired.outcome });
    await this.#load();
    this.#show({ at: 'added', account: paired.account });
    await this.glance();
  };

  readonly open = (request: AccountRequest): void => this.#show(askedFor(request));

  readonly approve = async (typed: string): Promise<void> => {
    const read = readCode(typed, { alphabet: 'digits', length: 2 });
    if (!('code' in read)) return this.#change('asked', { problem: 'two-digits' });
    await this.#answer('approve', (id) => this.#parts.authenticator.approve(id, read.code));
  };

  readonly deny = (): Promise<void> => this.#answer('deny', (id) => this.#parts.authenticator.deny(id));

  readonly askToRemove = (account: Account): void => this.#show({ at: 'removing', account });

  readonly remove = async (account: Account): Promise<void> => {
    await this.#parts.authenticator.remove(account.deviceId).catch(() => undefined);
    await this.#load();
    this.dismiss();
  };

  readonly dismiss = (): void => {
    if (this.#sheet?.at === 'asked') this.#aside.add(this.#sheet.request.id);
    this.#show(undefined);
    this.tick();
  };

  async #answer(busy: 'approve' | 'deny', send: (id: string) => Promise<Answered>): Promise<void> {
    if (this.#sheet?.at !== 'asked' || this.#sheet.busy) return;
    const { request } = this.#sheet;
    this.#change('asked', { busy, problem: undefined });
    const outcome = await send(request.id).catch(() => 'unreachable' as const);
    if (outcome === 'unreachable') return this.#change('asked', { busy: undefined, problem: outcome });
    if (outcome === 'wrong-number') {
      // Whether it may be tried again is the server's to say.
      await this.glance();
      if (this.#requests.some(({ id }) => id === request.id)) {
        return this.#change('asked', { busy: undefined, problem: outcome });
      }
    }
    this.#ended.add(request.id);
    this.#requests = this.#requests.filter(({ id }) => id !== request.id);
    this.#show(this.#told(request, outcome));
  }

  #told({ account }: AccountRequest, outcome: SheetAt<'told'>['outcome']): Sheet {
    return { at: 'told', outcome, account };
  }

  async #load(): Promise<void> {
    try {
      this.#accounts = await this.#parts.authenticator.accounts();
      if (this.#problem === 'noStorage') this.#problem = undefined;
    } catch {
      this.#accounts = [];
      this.#problem = 'noStorage';
    }
    this.#draw();
  }

  #at(): Sheet['at'] | undefined {
    return this.#sheet?.at;
  }

  #isBusy(): boolean {
    return this.#sheet !== undefined && 'busy' in this.#sheet && Boolean(this.#sheet.busy);
  }

  #show(sheet: Sheet | undefined): void {
    this.#sheet = sheet;
    if (sheet?.at !== 'adding') this.#stopCamera();
    this.#draw();
  }

  /** Changes the sheet that an answer was for; when another lies there by now, nothing. */
  #change<A extends Sheet['at']>(at: A, change: Partial<SheetAt<A>>): void {
    if (this.#sheet?.at === at) this.#show({ ...this.#sheet, ...change });
  }

  #stopCamera(): void {
    this.#camera?.stop();
    this.#camera = undefined;
  }

  #draw(): void {
    const { language, now, draw } = this.#parts;
    draw({
      words: words[language],
      language,
      now: now(),
      accounts: this.#accounts,
      requests: this.#requests,
      gone: this.#gone,
      problem: this.#problem,
      sheet: this.#sheet,
      ask: this,
    });
  }
}

function askedFor(request: AccountRequest): SheetAt<'asked'> {
  return { at: 'asked', request, problem: undefined, busy: undefined };
}
