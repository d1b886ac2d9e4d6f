/** How long the session lasts: warns in time, so that nobody is thrown out in the middle of something (WCAG 2.2, 2.2.1). */
import type { Ms } from '../contract/enrollment.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { RuntimeClock } from './clock.js';

/** From when on the person is told. */
const warning: Ms = 2 * 60_000;
/** Clocks and answers are a little late: the backend is asked when it surely is over there too. */
const margin: Ms = 1_000;

export interface SessionListener {
  /** The session goes on unless somebody acts now, or the warning is off again. */
  changed(): void;
  /** By our clock it is over; only the backend knows. */
  over(): void;
}

export class Session {
  readonly #clock: RuntimeClock;
  readonly #listener: SessionListener;
  #endsAt: Ms | undefined;
  #canRenew = true;
  #stops: readonly (() => void)[] = [];

  constructor(clock: RuntimeClock, listener: SessionListener) {
    this.#clock = clock;
    this.#listener = listener;
  }

  /** Milliseconds that are left, once it is time to say so. */
  get left(): Ms | undefined {
    if (this.#endsAt === undefined || this.#stops.length === 0) return undefined;
    const left = this.#endsAt - this.#clock.now();
    return left <= warning ? Math.max(0, left) : undefined;
  }

  /** Whether asking the backend again has ever moved the end, or was never tried. */
  get canRenew(): boolean {
    return this.#canRenew;
  }

  /** The backend has just said how long it lasts. */
  known({ sessionExpiresIn }: SecurityInfo): void {
    this.stop();
    if (sessionExpiresIn === undefined) return;
    const endsAt = this.#clock.now() + sessionExpiresIn;
    if (this.#endsAt !== undefined) this.#canRenew = endsAt > this.#endsAt + margin;
    this.#endsAt = endsAt;
    this.#stops = [
      this.#clock.after(Math.max(0, sessionExpiresIn - warning), () => {
        this.#stops = [...this.#stops, this.#clock.everySecond(() => this.#listener.changed())];
      }),
      this.#clock.after(sessionExpiresIn + margin, () => {
        this.stop();
        this.#listener.over();
      }),
    ];
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
