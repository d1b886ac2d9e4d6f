/** When the next message of an enrolment may follow: a pause of its own that grows, and the limits of sending. */
import type { Ms } from '../../contract/enrollment.js';
import type { Delivery } from '../../contract/next.js';
import type { World } from './kind.js';

export class Pace {
  readonly #world: World;
  readonly #to: string;
  #sentAt = 0;
  #count = 0;

  /** `to` is the form by which sends to one place are counted. */
  constructor(world: World, to: string) {
    this.#world = world;
    this.#to = to;
  }

  /** One more has gone out. */
  sent(): void {
    this.#sentAt = this.#world.now();
    this.#count += 1;
  }

  sentAt(): number {
    return this.#sentAt;
  }

  resendIn(): Ms {
    const { limits, now, sends } = this.#world;
    const { resendWaits } = limits;
    const wait = resendWaits[Math.min(this.#count, resendWaits.length) - 1] ?? 0;
    return Math.max(0, this.#sentAt + wait - now(), sends.allowance(this.#to).wait);
  }

  /** As the widget is told. */
  left(): Pick<Delivery, 'resendIn' | 'sendsLeft'> {
    return { resendIn: this.resendIn(), sendsLeft: this.#world.sends.allowance(this.#to).left };
  }
}
