/** How long the session lasts: warns in time, so that nobody is thrown out in the middle of something (WCAG 2.2, 2.2.1). */
import type { Ms } from '../contract/enrollment.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { RuntimeClock } from './clock.js';

/** From when on the person is told. */
const warning: Ms = 2 * 60_000;
/** Clocks and answers are a little late: the backend is asked when it surely is over there too. */
const margin: Ms = 1_000;

export class Session {
  readonly #clock: RuntimeClock;
  readonly #changed: () => void;
  readonly #over: () => void;
  #endsAt: Ms | undefined;
  /** Asking the backend again has moved the end, or was never tried. */
  canRenew = true;
  #stops: (() => void)[] = [];

  /** `changed`: another second is gone of the last minutes. `over`: by our clock; only the backend knows. */
  constructor(clock: RuntimeClock, changed: () => void, over: () => void) {
    this.#clock = clock;
    this.#changed = changed;
    this.#over = over;
  }

  /** Milliseconds that are left, once it is time to say so. */
  get left(): Ms | undefined {
    if (this.#endsAt === undefined || this.#stops.length === 0) return undefined;
    const left = this.#endsAt - this.#clock.now();
    return left <= warning ? Math.max(0, left) : undefined;
  }

  /** The backend has just said how long it lasts. */
  known({ sessionExpiresIn: expiresIn }: SecurityInfo): void {
    this.stop();
    if (expiresIn === undefined) return;
    const clock = this.#clock;
    const before = this.#endsAt ?? 0;
    this.#endsAt = clock.now() + expiresIn;
    this.canRenew = this.#endsAt > before + margin;
    this.#stops = [
      clock.after(Math.max(0, expiresIn - warning), () => {
        this.#stops.push(clock.everySecond(this.#changed));
      }),
      clock.after(expiresIn + margin, () => {
        this.stop();
        this.#over();
      }),
    ];
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
