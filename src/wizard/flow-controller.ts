/** Ties a run of the flow to the element's life: starts, survives a move, wipes itself when the page is left (law 7). */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodSpec, Text } from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';
import type { News } from '../core/flow-state.js';
import { systemClock, type RuntimeClock } from '../runtime/clock.js';
import type { MethodLoader } from '../runtime/load-method.js';
import { FlowRun } from '../runtime/run-flow.js';

export interface FlowHost extends ReactiveControllerHost, HTMLElement {
  adapter: SecurityInfoAdapter | undefined;
  readonly endpoint: string | undefined;
}

export interface FlowControllerOptions {
  readonly methods: MethodLoader;
  readonly locale: () => string;
  readonly tell: (news: News) => void;
  readonly announce: (text: Text<MethodSpec>, module: MethodModule<MethodSpec>) => void;
}

/** A host may connect the element first and give it its adapter a little later. */
const adapterGrace = 1_000;

export class FlowController implements ReactiveController {
  readonly #host: FlowHost;
  readonly #options: FlowControllerOptions;
  /** The run that stands; written here only, like everything below. */
  run: FlowRun | undefined;
  /** The adapter that the run was started with. */
  adapter: SecurityInfoAdapter | undefined;
  /** The host has connected the element and never set an adapter. */
  isAdapterMissed = false;
  readonly clock: RuntimeClock = systemClock;
  #document: Document | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(host: FlowHost, options: FlowControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { ownerDocument } = this.#host;
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('pageshow', this.#onPageShow);
    // Moved within one document and one task: nothing happened.
    if (this.run && this.#document === ownerDocument) return;
    this.#document = ownerDocument;
    this.start();
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('pageshow', this.#onPageShow);
    systemClock.after(0, () => {
      if (!this.#host.isConnected) this.stop();
    });
  }

  /** From scratch: the backend is the only truth. */
  start(): void {
    this.stop();
    const { adapter, endpoint } = this.#host;
    this.adapter = adapter;
    // An adapter that is there stays.
    if (endpoint) void this.#reach(endpoint);
    // Codes and keys do not travel over plain http (R58); browsers count localhost as secure.
    if (!adapter || !isSecureContext) {
      this.#stopWaiting = systemClock.after(adapterGrace, () => {
        this.isAdapterMissed = true;
        this.#options.tell({ type: 'error', fault: { code: isSecureContext ? 'unsupported' : 'insecure' } });
        this.#host.requestUpdate();
      });
      return;
    }
    const { methods, locale, tell, announce } = this.#options;
    this.run = new FlowRun({
      adapter,
      methods,
      clock: systemClock,
      newKey: () => crypto.randomUUID(),
      random: Math.random,
      locale,
      hasPrompt: () => !this.#host.hasAttribute('no-prompt'),
      device: { touch: matchMedia('(pointer: coarse)').matches },
      changed: () => this.#host.requestUpdate(),
      tell,
      announce,
    });
    this.run.send({ type: 'started' });
  }

  /** Fetches the adapter that speaks to an address; set, it starts a run of its own. */
  async #reach(baseUrl: string): Promise<void> {
    const { createHttpAdapter } = await import('../adapters/http/index.js');
    // The host may have set one meanwhile.
    this.#host.adapter ??= createHttpAdapter({ baseUrl });
  }

  stop(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.isAdapterMissed = false;
    this.run?.stop();
    this.run = undefined;
    this.#host.requestUpdate();
  }

  /** The page may be kept in the back/forward cache with all that it shows (R51). */
  readonly #onPageHide = (): void => this.stop();
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.start();
  };
}
