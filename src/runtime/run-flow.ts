/** Runs the flow: the one mutable cell, the effects of the pure machine, and the person's answers to interruptions. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodContext, MethodSpec, Text } from '../contract/method.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { MethodModule } from '../contract/step.js';
import type { FlowEffect, FlowEvent, FlowState, News, Place } from '../core/flow-state.js';
import { arriving, initial } from '../core/arrival.js';
import { choicesIn, kindsAhead } from '../core/plan.js';
import { Calls } from './calls.js';
import type { RuntimeClock } from './clock.js';
import { isSecurityInfo } from '../contract/guards/security-info.js';
import type { Asked } from './interruption.js';
import type { MethodLoader } from './load-method.js';
import type { Tour } from './tour.js';

/** What the flow needs from its surroundings; everything that a test would want to replace. */
export interface FlowSurroundings {
  readonly adapter: SecurityInfoAdapter;
  readonly methods: MethodLoader;
  readonly clock: RuntimeClock;
  readonly newKey: () => string;
  readonly random: () => number;
  readonly locale: () => string;
  readonly hasPrompt: () => boolean;
  readonly device: MethodContext<MethodSpec>['device'];
  /** Something that is drawn has changed. */
  readonly changed: () => void;
  readonly tell: (news: News) => void;
  readonly announce: (text: Text<MethodSpec>, module: MethodModule<MethodSpec>) => void;
}

export class FlowRun {
  readonly #around: FlowSurroundings;
  readonly #calls: Calls;
  readonly #queue: FlowEvent[] = [];
  #state: FlowState = initial;
  /** Everything from the first method on; nothing before needs it, so its chunk may come later. */
  #tour: Tour | undefined;
  /** Aborts what the flow itself has under way: a load, or one of the shell's own calls. */
  #shellCall = new AbortController();
  /** Aborts what leads up to a visit: its chunk, its pending enrolment. */
  #entering = new AbortController();
  /** What stands between calls and their answers, in the order it came; the first is shown. */
  #asked: readonly Asked[] = [];
  #slowCalls = 0;
  #isRunning = false;
  #isOver = false;

  constructor(around: FlowSurroundings) {
    this.#around = around;
    this.#calls = new Calls({
      ...around,
      show: (asked, before) => {
        const others = this.#asked.filter((one) => one !== before);
        // In the place of the one before, or behind those that wait already.
        this.#asked = asked ? (before ? [asked, ...others] : [...others, asked]) : others;
        this.#changed();
      },
      slow: (isSlow) => {
        this.#slowCalls += isSlow ? 1 : -1;
        this.#changed();
      },
    });
  }

  get state(): FlowState {
    return this.#state;
  }
  /** Where the visit and the session stand; undefined until its chunk is there. */
  get tour(): Tour | undefined {
    return this.#tour;
  }
  /** What stands between a call and its answer, to be answered by the person or the host. */
  get asked(): Asked | undefined {
    return this.#asked[0];
  }
  /** An answer takes longer than usual. */
  get isSlow(): boolean {
    return this.#slowCalls > 0;
  }
  get calls(): Pick<Calls, 'has'> {
    return this.#calls;
  }

  send(event: FlowEvent): void {
    if (this.#isOver) return;
    this.#queue.push(event);
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#advance(next);
    } finally {
      this.#isRunning = false;
    }
    if (this.#state.phase === 'left' || this.#state.phase === 'trouble') this.#shellCall.abort();
    this.#changed();
  }

  /** Aborts everything and forgets every secret. Nothing is drawn or told afterwards. */
  stop(): void {
    this.#isOver = true;
    this.#leave(false);
    this.#tour?.session.stop();
    this.#shellCall.abort();
    this.#queue.length = 0;
    this.#state = initial;
  }

  #changed(): void {
    if (!this.#isOver) this.#around.changed();
  }

  #advance(event: FlowEvent): void {
    if ('info' in event) this.#known(event.info);
    const context = { kinds: this.#around.methods.kinds, prompt: this.#around.hasPrompt() };
    const [state, effects = []] = (this.#tour?.advance ?? arriving)(this.#state, event, context);
    this.#state = state;
    for (const effect of effects) this.#act(effect);
  }

  #act(effect: FlowEffect): void {
    if (effect.type === 'tell') this.#around.tell(effect.news);
    else if (effect.type === 'leave') this.#leave(effect.cancel);
    else if (effect.type === 'load') void this.#load(this.#newShellCall());
    else if (effect.type === 'enter') this.#enter(effect.place);
    else if (effect.type === 'defer') void this.#onTour(this.#newShellCall(), () => this.send(effect.event));
    else {
      const signal = this.#newShellCall();
      void this.#onTour(signal, (tour) => void tour.write(effect, signal));
    }
  }

  async #load(signal: AbortSignal): Promise<void> {
    const result = await this.#calls.read((adapter, o) => adapter.load(o), isSecurityInfo, signal);
    if (result.type === 'answered') {
      await this.#around.methods.know(choicesIn(result.value));
      if (!signal.aborted) this.send({ type: 'loaded', info: result.value });
      return;
    }
    if (signal.aborted) return;
    const fault = result.type === 'refused' ? result.fault : ({ code: 'network' } as const);
    this.send(fault.code === 'session_expired' ? { type: 'session-expired' } : { type: 'load-refused', fault });
  }

  #enter(place: Place): void {
    const { signal } = (this.#entering = new AbortController());
    // Fetched beside the tour, not behind it.
    void this.#around.methods.load(place.offer.kind);
    void this.#onTour(signal, (tour) => {
      if ('info' in this.#state) void tour.enter(place, this.#state.info.account, signal);
    });
  }

  async #onTour(signal: AbortSignal, run: (tour: Tour) => void): Promise<void> {
    const tour = await this.#loadTour();
    if (signal.aborted) return;
    if (tour) run(tour);
    else this.send({ type: 'method-missed', code: 'network' });
  }

  #leave(cancel: boolean): void {
    this.#entering.abort();
    this.#tour?.leave(cancel);
    for (const asked of this.#asked) asked.answer({ type: 'withdrawn' });
  }

  /** What the backend said of everything: what it lacks, and what will be needed next, fetched ahead of need. */
  #known(info: SecurityInfo): void {
    // Said once, it holds until something else is said.
    if (info.absent) this.#calls.setAbsent(info.absent);
    const { methods, clock } = this.#around;
    clock.afterPaint(() => {
      if (this.#isOver) return;
      void this.#loadTour();
      for (const kind of kindsAhead(info, methods.kinds)) void methods.load(kind);
    });
  }

  /** Undefined when its chunk does not come. */
  async #loadTour(): Promise<Tour | undefined> {
    // Even a chunk that is there is imported in its own good time: a frame or two after the press.
    if (this.#tour) return this.#tour;
    const chunk = await import('./tour.js').catch(() => undefined);
    const send = (event: FlowEvent): void => this.send(event);
    const changed = (): void => this.#changed();
    if (chunk) this.#tour ??= new chunk.Tour({ around: this.#around, calls: this.#calls, send, changed }, this.#state);
    return this.#tour;
  }

  #newShellCall(): AbortSignal {
    this.#shellCall.abort();
    this.#shellCall = new AbortController();
    return this.#shellCall.signal;
  }
}
