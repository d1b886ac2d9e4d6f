/**
 * Lets a run survive a reload, which a backend in memory cannot: every call is written down, and after the reload a new
 * backend lives through the same calls again, by the same clock and the same chance. For made-up people only.
 */
import type { SecurityInfoAdapter } from '../src/contract/adapter.js';
import type { Deeds } from './phone/device.js';

/** A call as it was made, by the wizard or by the phone; its signal and its answer are not kept. */
interface KeptCall {
  readonly by: 'wizard' | 'phone';
  readonly name: string;
  readonly given: readonly unknown[];
  readonly at: number;
}

interface Story {
  readonly scenario: string;
  /** When the person came; chance is seeded by it as well. */
  readonly begunAt: number;
  readonly calls: KeptCall[];
  /** What the phone's camera saw. */
  readonly seen: string[];
  signedIn: boolean;
}

/** Seen as what can be called by a name that was written down. */
type Doer = Readonly<Record<string, ((...given: unknown[]) => unknown) | undefined>>;

const place = 'security-info-wizard-demo';

export class Diary {
  readonly #storage: Storage;
  readonly #story: Story;
  #chance: number;
  #now: number | undefined;
  #paired = false;

  private constructor(storage: Storage, story: Story) {
    this.#storage = storage;
    this.#story = story;
    this.#chance = story.begunAt >>> 0;
  }

  /** The diary that the page before the reload has left, or an empty one. */
  static open(storage: Storage, scenario: string): Diary {
    const left = storage.getItem(place);
    // Only this file writes there.
    const story = left ? (JSON.parse(left) as Story) : undefined;
    if (story?.scenario === scenario) return new Diary(storage, story);
    return new Diary(storage, { scenario, begunAt: Date.now(), calls: [], seen: [], signedIn: false });
  }

  static burn(storage: Storage): void {
    storage.removeItem(place);
  }

  get begunAt(): number {
    return this.#story.begunAt;
  }

  get signedIn(): boolean {
    return this.#story.signedIn;
  }

  /** The company's app was paired in the past that was lived again. */
  get paired(): boolean {
    return this.#paired;
  }

  get seen(): readonly string[] {
    return this.#story.seen;
  }

  /** True while the past is lived again: no call has to be slow then. */
  get replaying(): boolean {
    return this.#now !== undefined;
  }

  readonly clock = { now: (): number => this.#now ?? Date.now() };

  /** Chance that falls the same way after a reload (Mulberry32); good enough for codes that protect nothing. */
  readonly random = (length: number): Uint8Array => Uint8Array.from({ length }, () => this.#byte());

  /** The same adapter, but what it is asked is written down, unless it never arrives. */
  record(adapter: SecurityInfoAdapter, isOffline: () => boolean): SecurityInfoAdapter {
    return this.#recorded('wizard', adapter, isOffline);
  }

  /** The same phone, but what it does is written down. */
  recordDeeds<T extends Deeds>(device: T): T {
    return this.#recorded('phone', device, () => false, ['requests', 'calls', 'onChange']);
  }

  /** Lives through everything again. What was refused then is refused now. */
  async replay(adapter: SecurityInfoAdapter, device: Deeds): Promise<void> {
    const doers = { wizard: adapter, phone: device } as unknown as Readonly<Record<KeptCall['by'], Doer>>;
    for (const { by, name, given, at } of this.#story.calls) {
      this.#now = at;
      const options = { ...(given.at(-1) as object), signal: new AbortController().signal };
      const repeated = by === 'wizard' ? [...given.slice(0, -1), options] : given;
      try {
        await doers[by][name]?.(...repeated);
        if (name === 'pair') this.#paired = true;
      } catch {
        // It was refused then as well.
      }
    }
    this.#now = undefined;
  }

  #recorded<T extends object>(
    by: KeptCall['by'],
    target: T,
    isLost: () => boolean,
    unrecorded: readonly string[] = [],
  ): T {
    return new Proxy(target, {
      get: (from, name: string) => {
        const call = (from as Doer)[name];
        if (typeof call !== 'function' || unrecorded.includes(name)) return call;
        return (...given: unknown[]): unknown => {
          if (!isLost()) this.#story.calls.push({ by, name, given, at: Date.now() });
          this.#write();
          return call.apply(from, given);
        };
      },
    });
  }

  sign(signedIn: boolean): void {
    this.#story.signedIn = signedIn;
    this.#write();
  }

  see(text: string): void {
    if (this.#story.seen.includes(text)) return;
    this.#story.seen.push(text);
    this.#write();
  }

  #write(): void {
    this.#storage.setItem(place, JSON.stringify(this.#story));
  }

  #byte(): number {
    this.#chance = (this.#chance + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#chance ^ (this.#chance >>> 15), 1 | this.#chance);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 24;
  }
}
