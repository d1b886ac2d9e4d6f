/** One passage through a method: runs its pure logic, and does what that wishes for (laws 1 to 3 of the runtime). */
import type { Enrollment, EnrollmentId, Ms } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type {
  Call,
  Enrolled,
  Frame,
  MethodContext,
  MethodEffect,
  MethodSpec,
  Reply,
  Text,
} from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';
import type { FlowEvent } from '../core/flow-state.js';
import type { Calls } from './calls.js';
import type { RuntimeClock } from './clock.js';
import { isEnrollmentOf } from './enrollment-answer.js';
import { poll, waitingFor, type Waiting } from './poll.js';
import { callFor, isShared, type Wish } from './wish.js';
import { forget } from './write.js';

type News = 'registered' | 'method-left' | 'page-turned' | 'session-expired' | 'method-missed';

/** What a visit tells the flow. */
export interface VisitListener {
  changed(): void;
  /** Settles once a refusal can be shown. */
  beforeRefusal(): Promise<void>;
  announce(text: Text<MethodSpec>): void;
  /** `method-missed` when logic threw: shown as trouble instead of a blank page. */
  send(event: Extract<FlowEvent, { readonly type: News }>): void;
}

/** Where a visit stands: a state of the method, and the frame around its page. */
export interface Stand {
  readonly state: MethodSpec['state'];
  readonly frame: Frame<MethodSpec>;
}

export interface VisitOptions {
  readonly module: MethodModule<MethodSpec>;
  readonly context: MethodContext<MethodSpec>;
  readonly calls: Calls;
  readonly clock: RuntimeClock;
  readonly listener: VisitListener;
}

type Incoming = MethodSpec['event'] | Reply<MethodSpec>;

export class Visit {
  readonly #options: VisitOptions;
  readonly #queue: Incoming[] = [];
  readonly #timers = new Map<string, () => void>();
  #pending: Enrolled<MethodSpec> | undefined;
  #stand: Stand | undefined;
  /** Of the enrolment only what later calls need: the rest may hold a secret. */
  #id: EnrollmentId | undefined;
  #waiting: Waiting | undefined;
  #wish: AbortController | undefined;
  #polling: AbortController | undefined;
  #isRunning = false;
  #isOver = false;
  /** What the step does in the person's press; set by whoever draws the visit. */
  perform: ((state: MethodSpec['state']) => void) | undefined;

  constructor(options: VisitOptions, pending: Enrolled<MethodSpec> | undefined) {
    this.#options = options;
    this.#pending = pending;
  }

  get module(): MethodModule<MethodSpec> {
    return this.#options.module;
  }
  get context(): MethodContext<MethodSpec> {
    return this.#options.context;
  }
  /** Undefined before and after the visit: a state may hold a secret. */
  get stand(): Stand | undefined {
    return this.#stand;
  }
  get state(): MethodSpec['state'] | undefined {
    return this.#stand?.state;
  }

  /** Opens the first page, or the one where the pending enrolment stands. */
  start(): void {
    const { module, context, clock } = this.#options;
    // Given once, so that nothing keeps its secret.
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.#hold(pending.enrollment, clock.now());
    this.#guarded(() => this.#advance(...module.logic.start(context, pending)));
    if (pending) this.#tellIfDone(pending.enrollment);
    this.#watch();
  }

  /** An event from the step or the shell. Does nothing once the visit is over. */
  send(event: MethodSpec['event']): void {
    this.#deliver(event);
  }

  /** Aborts what is under way and forgets everything. `cancel` also ends the enrolment at the backend. */
  stop(cancel: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#wish?.abort();
    this.#polling?.abort();
    this.#clearTimers();
    const id = this.#id;
    const { calls } = this.#options;
    if (cancel && id !== undefined && calls.has('cancel')) forget(calls, (adapter, o) => adapter.cancel?.(id, o));
    this.#queue.length = 0;
    this.#pending = this.#stand = this.#id = this.#waiting = undefined;
  }

  #deliver(incoming: Incoming): void {
    if (this.#isOver) return;
    this.#queue.push(incoming);
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#guarded(() => {
      const { module, context } = this.#options;
      // The queue may grow while it is worked off; each entry runs to its end before the next.
      for (let next = this.#queue.shift(); next && this.#stand; next = this.#queue.shift())
        this.#advance(...module.logic.update(this.#stand.state, next, context));
    });
    this.#isRunning = false;
    if (this.#isOver) return;
    // A turned page may have ended the wish that the waiting made room for.
    if (!this.#polling) this.#watch();
    this.#options.listener.changed();
  }

  #guarded(run: () => void): void {
    try {
      run();
    } catch {
      this.#options.listener.send({ type: 'method-missed', code: 'protocol' });
    }
  }

  #advance(next: MethodSpec['state'], effects: readonly MethodEffect<MethodSpec>[] = []): void {
    const { module, context } = this.#options;
    const isTurned = this.state?.page !== next.page;
    this.#stand = { state: next, frame: module.logic.frame(next, context) };
    if (isTurned) {
      this.#wish?.abort();
      this.#wish = undefined;
      this.#clearTimers();
      this.#options.listener.send({ type: 'page-turned' });
    }
    for (const effect of effects) if (!this.#isOver) this.#act(effect);
  }

  #act(effect: MethodEffect<MethodSpec>): void {
    const { clock, listener } = this.#options;
    switch (effect.type) {
      case 'after':
        this.#timers.get(effect.id)?.();
        this.#timers.set(
          effect.id,
          clock.after(effect.ms, () => this.#deliver(effect.event)),
        );
        return;
      case 'announce':
        return listener.announce(effect.text);
      case 'perform':
        return this.#stand && this.perform?.(this.#stand.state);
      case 'leave':
        return listener.send({ type: 'method-left' });
      case 'begin':
      case 'verify':
      case 'challenge':
        return void this.#make(effect);
    }
  }

  /** One wish at a time: a second one while the first is out is the same click twice (R68). */
  async #make(wish: Wish): Promise<void> {
    if (this.#wish) return;
    const own = (this.#wish = new AbortController());
    this.#polling?.abort();
    this.#polling = undefined;
    const result = await callFor(wish, this.#id, this.#options, own.signal);
    if (result.type === 'refused') await this.#options.listener.beforeRefusal();
    if (this.#wish !== own || this.#isOver) return;
    this.#wish = undefined;
    if (result.type === 'answered') this.#arrived(result.value);
    else if (result.type === 'refused') this.#refused(wish.type, result.fault);
    else this.#deliver({ type: 'withdrawn', during: wish.type });
    this.#watch();
  }

  #arrived(enrollment: Enrollment): void {
    const at = this.#options.clock.now();
    this.#hold(enrollment, at);
    this.#deliver({ type: 'enrolled', enrollment, at });
    this.#tellIfDone(enrollment);
  }

  /** Of an enrolment no more is kept than later calls need; a done one has nothing left to cancel. */
  #hold(enrollment: Enrollment, at: Ms): void {
    this.#id = enrollment.next.type === 'done' ? undefined : enrollment.id;
    this.#waiting = waitingFor(enrollment, at);
  }

  /** No method can claim it: the backend's `done` is what registers. */
  #tellIfDone({ next }: Enrollment): void {
    const { module, listener } = this.#options;
    if (next.type === 'done' && !this.#isOver) listener.send({ type: 'registered', kind: module.kind, done: next });
  }

  #refused(during: Call, fault: EnrollmentFault): void {
    if (fault.code === 'session_expired') return this.#options.listener.send({ type: 'session-expired' });
    this.#deliver({ type: 'refused', during, fault: isShared(fault) ? { ...fault, code: 'server' } : fault });
  }

  /** The poll belongs to the enrolment: it runs while `next` is `wait`, over all pages of the visit. */
  #watch(): void {
    this.#polling?.abort();
    this.#polling = undefined;
    const waiting = this.#waiting;
    if (this.#isOver || this.#wish || !waiting) return;
    const { module, calls, clock, listener } = this.#options;
    if (!calls.has('get')) {
      this.#waiting = undefined;
      return this.#refused('wait', { code: 'protocol' });
    }
    const { signal } = (this.#polling = new AbortController());
    const onAnswer = (enrollment: Enrollment): void => {
      this.#arrived(enrollment);
      this.#watch();
    };
    const onEnd = async (reason: 'expired' | 'unknown' | 'session'): Promise<void> => {
      await listener.beforeRefusal();
      if (signal.aborted) return;
      this.#waiting = this.#id = undefined;
      this.#refused('wait', reason === 'session' ? { code: 'session_expired' } : { code: 'enrollment_gone', reason });
    };
    const isExpected = isEnrollmentOf(module, waiting.id);
    void poll(waiting, { calls, clock, signal, isExpected, onAnswer, onEnd });
  }

  #clearTimers(): void {
    for (const stop of this.#timers.values()) stop();
    this.#timers.clear();
  }
}
