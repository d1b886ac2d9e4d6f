/** What the runtime needs from the first method on, in one chunk: the whole flow, visits, and the shell's own writes. */
import type { MethodSpec, Text } from '../contract/method.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { FlowEvent, FlowState, Place } from '../core/flow-state.js';
import { transition } from '../core/flow.js';
import type { Transition } from '../core/machine.js';
import type { Calls } from './calls.js';
import { isEnrollmentOf } from './enrollment-answer.js';
import type { FlowSurroundings } from './run-flow.js';
import { Session } from './session.js';
import { writeForShell, type ShellWrite } from './shell-writes.js';
import { Visit, type VisitOptions } from './visit.js';

export interface TourOptions {
  readonly around: FlowSurroundings;
  readonly calls: Calls;
  send(event: FlowEvent): void;
  changed(): void;
}

export class Tour {
  readonly session: Session;
  readonly #options: TourOptions;
  #visit: Visit | undefined;
  /** Fetches what a refusal is shown with, which it waits for; set by whoever draws it. */
  beforeRefusal = async (): Promise<void> => undefined;

  /** `state` is where the flow stands, a moment after the backend's first answer. */
  constructor(options: TourOptions, state: FlowState) {
    this.#options = options;
    const { around, changed, send } = options;
    this.session = new Session(around.clock, changed, () => send({ type: 'renewal-asked' }));
    if ('info' in state) this.session.known(state.info);
  }

  /** The whole flow; nothing before the first method needs it. */
  readonly advance: Transition = (state, event, context) => {
    if (event.type === 'loaded') this.session.known(event.info);
    const step = transition(state, event, context);
    if (!('info' in step[0])) this.session.stop();
    return step;
  };

  /** Undefined while its chunk or its pending enrolment is on the way. */
  get visit(): Visit | undefined {
    return this.#visit?.stand ? this.#visit : undefined;
  }

  /** One of the shell's own writes: its answer is the new state of everything. */
  async write(effect: ShellWrite, signal: AbortSignal): Promise<void> {
    const event = await writeForShell(effect, this.#options.calls, signal);
    if (event.type === 'refused') await this.beforeRefusal();
    if (!signal.aborted) this.#options.send(event);
  }

  /**
   * Enters a method: fetches what a reload or an earlier visit left open (when it is gone, the method starts afresh),
   * then opens the page where that stands.
   */
  async enter({ offer, pending }: Place, account: SecurityInfo['account'], signal: AbortSignal): Promise<void> {
    const { around, calls, send, changed } = this.#options;
    const { methods, clock, locale, device, announce } = around;
    const module = await methods.load(offer.kind);
    if (signal.aborted) return;
    if (!module) return send({ type: 'method-missed', code: 'network' });
    const listener = {
      send,
      changed,
      announce: (text: Text<MethodSpec>) => announce(text, module),
      beforeRefusal: () => this.beforeRefusal(),
    };
    const context = { offer, locale: locale(), account, device };
    const options: VisitOptions = { module, context, calls, clock, listener };
    const result =
      pending && calls.has('get')
        ? await calls.read((adapter, o) => adapter.get?.(pending.id, o), isEnrollmentOf(module, pending.id), signal)
        : undefined;
    if (signal.aborted) return;
    if (result?.type === 'refused' && result.fault.code === 'session_expired') return send({ type: 'session-expired' });
    const left = result?.type === 'answered' ? result.value : undefined;
    this.#visit = new Visit(options, left && { type: 'enrolled', enrollment: left, at: clock.now() });
    this.#visit.start();
    changed();
  }

  leave(cancel: boolean): void {
    this.#visit?.stop(cancel);
    this.#visit = undefined;
  }
}
