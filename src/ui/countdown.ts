/** A quiet countdown: seen each second, never spoken (R98); counted on the monotonic clock (R78). */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Clock } from '../contract/step.js';

export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;
  #isShown = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#isShown = false;
  }

  hostUpdated(): void {
    if (!this.#isShown) this.#end();
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Shows the time until `until` on the step's clock as `m:ss`; nothing once it is over. */
  draw(until: number | undefined, clock: Clock): TemplateResult | typeof nothing {
    if (until === undefined) return nothing;
    const left = Math.ceil((until - clock.now()) / 1000);
    if (left <= 0) return nothing;
    this.#isShown = true;
    if (!this.#stop) {
      // The clock calls back at once; the update under way has that covered.
      let isFirst = true;
      this.#stop = clock.everySecond(() => {
        if (!isFirst) this.#host.requestUpdate();
        isFirst = false;
      });
    }
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    return html`<span class="siw-countdown" aria-hidden="true" dir="ltr">${time}</span>`;
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
