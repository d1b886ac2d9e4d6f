/** Runs the flow: the one mutable cell, the effects of the pure machine, and the person's answers to interruptions. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { Enrolled, MethodContext, MethodSpec, Text } from '../contract/method.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { MethodModule } from '../contract/step.js';
import type { FlowEffect, FlowEvent, FlowState, News, Place } from '../core/flow-state.js';
import { initial, transition } from '../core/flow.js';
import { kindsAhead } from '../core/plan.js';
import { isEnrollmentOf, isSecurityInfo } from './answers.js';
import { createCalls, type Calls, type Result } from './calls.js';
import type { RuntimeClock } from './clock.js';
import type { Answer, Interruption } from './interruption.js';
import type { MethodLoader } from './load-method.js';
import { Visit } from './visit.js';

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
  #visit: Visit | undefined;
  /** Aborts what the flow itself has under way: a load, or one of the shell's own calls. */
  #shellCall = new AbortController();
  /** Aborts what leads up to a visit: its chunk, its pending enrolment. */
  #entering = new AbortController();
  #interruption: { readonly what: Interruption; readonly resolve: (answer: Answer) => void } | undefined;
  #isSlow = false;
  #isRunning = false;
  #isOver = false;

  constructor(around: FlowSurroundings) {
    this.#around = around;
    const { adapter, clock, locale, newKey, random } = around;
    this.#calls = createCalls({
      adapter,
      clock,
      locale,
      newKey,
      random,
      ask: (interruption, signal) => this.#ask(interruption, signal),
      slow: (isSlow) => {
        this.#isSlow = isSlow;
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
    return this.#interruption?.what;
  }
  /** An answer takes longer than usual. */
  get isSlow(): boolean {
    return this.#isSlow;
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
      const [state, effects = []] = transition(this.#state, next, context);
      this.#state = state;
      for (const effect of effects) this.#act(effect);
    }
    this.#isRunning = false;
    this.#changed();
  }

  /** The person's, or the host's, answer to the interruption that stands. */
  answer(answer: Answer): void {
    this.#interruption?.resolve(answer);
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
        return void this.#own('put-off', (adapter, o) => adapter.skip?.(effect.requirementId, o));
      case 'set-default':
        return void this.#own('default-set', (adapter, o) => adapter.setDefault?.(effect.ref, o));
      case 'complete':
        return void this.#own('completed', (adapter, o) =>
          this.#calls.has('complete') ? adapter.complete?.(o) : adapter.load(o),
        );
    }
  }

  async #load(): Promise<void> {
    const signal = this.#newShellCall();
    const result = await this.#calls.read((adapter, o) => adapter.load(o), isSecurityInfo, signal);
    if (signal.aborted) return;
    if (result.type === 'refused') return this.send(refusal(result.fault, 'load-refused'));
    if (result.type !== 'answered') return this.send({ type: 'load-refused', fault: { code: 'network' } });
    this.#known(result.value);
    this.send({ type: 'loaded', info: result.value });
  }

  /** One of the shell's own writes: its answer is the new state of everything. */
  async #own(
    type: 'put-off' | 'default-set' | 'completed',
    invoke: Parameters<Calls['write']>[0],
  ): Promise<void> {
    const signal = this.#newShellCall();
    const result: Result<SecurityInfo> = await this.#calls.write(invoke, isSecurityInfo, signal);
    if (signal.aborted) return;
    if (result.type === 'refused') return this.send(refusal(result.fault, 'refused'));
    if (result.type !== 'answered') return this.send({ type: 'withdrawn' });
    this.#known(result.value);
    this.send({ type, info: result.value });
  }

  #known(info: SecurityInfo): void {
    this.#calls.setAbsent(info.absent ?? []);
    const { methods, clock } = this.#around;
    clock.whenIdle(() => {
      if (!this.#isOver) for (const kind of kindsAhead(info, methods.kinds)) void methods.load(kind);
    });
  }

  async #enter(place: Place): Promise<void> {
    const { signal } = (this.#entering = new AbortController());
    const { methods, clock, locale, device } = this.#around;
    const [module, pending] = await Promise.all([methods.load(place.offer.kind), this.#pending(place, signal)]);
    if (signal.aborted || this.#isOver || !('info' in this.#state)) return;
    if (!module) return this.send({ type: 'method-missed' });
    this.#visit = new Visit({
      module,
      offer: place.offer,
      context: { offer: place.offer, locale: locale(), account: this.#state.info.account, device },
      pending,
      calls: this.#calls,
      clock,
      listener: {
        changed: () => this.#changed(),
        registered: (kind, then) => this.send({ type: 'registered', kind, then }),
        left: () => this.send({ type: 'method-left' }),
        sessionExpired: () => this.send({ type: 'session-expired' }),
        broken: () => this.send({ type: 'method-missed' }),
        announce: (text) => this.#around.announce(text, module),
      },
    });
    this.#visit.start();
    this.#changed();
  }

  /** Fetches what a reload or an earlier visit left open; when it is gone, the method starts afresh. */
  async #pending(place: Place, signal: AbortSignal): Promise<Enrolled<MethodSpec> | undefined> {
    const { pending, offer } = place;
    if (!pending || !this.#calls.has('get')) return undefined;
    const result = await this.#calls.read((a, o) => a.get?.(pending.id, o), isEnrollmentOf(offer.kind), signal);
    return result.type === 'answered'
      ? { type: 'enrolled', enrollment: result.value, at: this.#around.clock.now() }
      : undefined;
  }

  #leave(cancel: boolean): void {
    this.#entering.abort();
    this.#visit?.stop(cancel);
    this.#visit = undefined;
    this.answer({ type: 'withdrawn' });
  }

  #newShellCall(): AbortSignal {
    this.#shellCall.abort();
    this.#shellCall = new AbortController();
    return this.#shellCall.signal;
  }

  #ask(what: Interruption, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve) => {
      const finish = (answer: Answer): void => {
        signal.removeEventListener('abort', onAbort);
        if (this.#interruption === own) this.#interruption = undefined;
        resolve(answer);
        this.#changed();
      };
      const onAbort = (): void => finish({ type: 'withdrawn' });
      const own = { what, resolve: finish };
      signal.addEventListener('abort', onAbort);
      this.#interruption = own;
      this.#changed();
    });
  }
}

/** An expired session is one event, whichever call met it. */
function refusal(
  fault: Extract<FlowEvent, { readonly type: 'refused' }>['fault'],
  type: 'refused' | 'load-refused',
): FlowEvent {
  return fault.code === 'session_expired' ? { type: 'session-expired' } : { type, fault };
}
