/** Runs the flow: the one mutable cell, the effects of the pure machine, and the person's answers to interruptions. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodContext, MethodSpec, Text } from '../contract/method.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { MethodModule } from '../contract/step.js';
import type { FlowEffect, FlowEvent, FlowState, News, Place } from '../core/flow-state.js';
import { arriving, initial } from '../core/arrival.js';
import { kindsAhead } from '../core/plan.js';
import { Calls } from './calls.js';
import type { RuntimeClock } from './clock.js';
import { isSecurityInfo } from './info-answer.js';
import type { Answer, Asked, Interruption } from './interruption.js';
import type { MethodLoader } from './load-method.js';
import type { ShellWrite } from './shell-writes.js';
import type { Visit } from './visit.js';

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
  /** The flow up to the first method, and the whole of it once that chunk is here: nothing after needs it sooner. */
  #transition = arriving;
  #visit: Visit | undefined;
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
    const { adapter, clock, locale, newKey, random } = around;
    this.#calls = new Calls({
      adapter,
      clock,
      locale,
      newKey,
      random,
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
  /** Undefined while its chunk or its pending enrolment is on the way. */
  get visit(): Visit | undefined {
    return this.#visit?.state ? this.#visit : undefined;
  }
  get interruption(): Interruption | undefined {
    return this.#asked[0]?.what;
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
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const context = { kinds: this.#around.methods.kinds, prompt: this.#around.hasPrompt() };
      const [state, effects = []] = this.#transition(this.#state, next, context);
      this.#state = state;
      for (const effect of effects) this.#act(effect);
    }
    this.#isRunning = false;
    if (this.#state.phase === 'left' || this.#state.phase === 'trouble') this.#shellCall.abort();
    this.#changed();
  }

  /** The person's, or the host's, answer to the interruption that stands. */
  answer(answer: Answer): void {
    this.#asked[0]?.answer(answer);
  }

  /** Aborts everything and forgets every secret. Nothing is drawn or told afterwards. */
  stop(): void {
    this.#isOver = true;
    this.#leave(false);
    this.#shellCall.abort();
    this.#queue.length = 0;
    this.#state = initial;
  }

  #changed(): void {
    if (!this.#isOver) this.#around.changed();
  }

  #act(effect: FlowEffect): void {
    switch (effect.type) {
      case 'load':
        return void this.#load();
      case 'enter':
        return void this.#enter(effect.place);
      case 'leave':
        return this.#leave(effect.cancel);
      case 'tell':
        return this.#around.tell(effect.news);
      case 'skip':
      case 'set-default':
      case 'complete':
        return void this.#write(effect);
    }
  }

  async #load(): Promise<void> {
    const signal = this.#newShellCall();
    const result = await this.#calls.read((adapter, o) => adapter.load(o), isSecurityInfo, signal);
    if (signal.aborted) return;
    if (result.type === 'answered') {
      this.#known(result.value);
      return this.send({ type: 'loaded', info: result.value });
    }
    const fault = result.type === 'refused' ? result.fault : ({ code: 'network' } as const);
    this.send(fault.code === 'session_expired' ? { type: 'session-expired' } : { type: 'load-refused', fault });
  }

  /** One of the shell's own writes: its answer is the new state of everything. */
  async #write(effect: ShellWrite): Promise<void> {
    const signal = this.#newShellCall();
    const runtime = await loadTour();
    const event = await runtime?.writeForShell(effect, this.#calls, signal);
    if (signal.aborted) return;
    if (event && 'info' in event) this.#known(event.info);
    this.send(event ?? { type: 'refused', fault: { code: 'network' } });
  }

  #known(info: SecurityInfo): void {
    this.#calls.setAbsent(info.absent ?? []);
    const { methods, clock } = this.#around;
    clock.afterPaint(() => {
      if (this.#isOver) return;
      void loadTour();
      for (const kind of kindsAhead(info, methods.kinds)) void methods.load(kind);
    });
  }

  async #enter({ offer, pending }: Place): Promise<void> {
    const { signal } = (this.#entering = new AbortController());
    const { methods, clock, locale, device, announce } = this.#around;
    const [runtime, module] = await Promise.all([loadTour(), methods.load(offer.kind)]);
    if (runtime) this.#transition = runtime.transition;
    if (signal.aborted || !('info' in this.#state)) return;
    if (!runtime || !module) return this.send({ type: 'method-missed' });
    const context = { offer, locale: locale(), account: this.#state.info.account, device };
    const listener = {
      send: (event: FlowEvent) => this.send(event),
      changed: () => this.#changed(),
      announce: (text: Text<MethodSpec>) => announce(text, module),
    };
    const visit = await runtime.enter({ module, context, calls: this.#calls, clock, listener }, pending, signal);
    if (signal.aborted) return;
    this.#visit = visit;
    visit.start();
    this.#changed();
  }

  #leave(cancel: boolean): void {
    this.#entering.abort();
    this.#visit?.stop(cancel);
    this.#visit = undefined;
    for (const asked of this.#asked) asked.answer({ type: 'withdrawn' });
  }

  #newShellCall(): AbortSignal {
    this.#shellCall.abort();
    this.#shellCall = new AbortController();
    return this.#shellCall.signal;
  }
}

/** Not needed for the first page, so not in its chunk; undefined when it does not come. */
function loadTour(): Promise<typeof import('./tour.js') | undefined> {
  return import('./tour.js').catch(() => undefined);
}
