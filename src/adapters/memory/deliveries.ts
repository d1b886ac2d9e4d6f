/** What one enrolment has sent to its number: texts and calls, how the latest went, and when another may follow. */
import type { Delivery, NextRejected } from '../../contract/next.js';
import type { PhoneChannel } from '../../methods/phone/contract.js';
import type { World } from './kind.js';
import { maskedNumber } from './masked-number.js';
import { Pace } from './pace.js';
import { SentCodes } from './sent-codes.js';
import type { Switchboard } from './switchboard.js';

/** A call that waits for a key, or why it waits no more. */
type Call = 'open' | Extract<NextRejected['reason'], 'wrong-key' | 'busy' | 'no-answer'>;

export class Deliveries {
  readonly codes: SentCodes;
  readonly pace: Pace;
  readonly #world: World;
  readonly #switchboard: Switchboard;
  readonly #number: string;
  readonly #extension: string | undefined;
  /** `#` was pressed. `false`: it counts for nothing now. */
  readonly #confirmed: () => boolean;
  #channel: PhoneChannel = 'sms';
  #call: Call | undefined;
  #hangUp: (() => void) | undefined;

  constructor(
    world: World,
    switchboard: Switchboard,
    { number, extension }: { readonly number: string; readonly extension: string | undefined },
    confirmed: () => boolean,
  ) {
    this.#world = world;
    this.#switchboard = switchboard;
    this.#number = number;
    this.#extension = extension;
    this.#confirmed = confirmed;
    this.codes = new SentCodes(world);
    this.pace = new Pace(world, number);
  }

  /** Texts or calls, or refuses. A call that is still open is hung up for it. */
  send(channel: PhoneChannel, locale: string): void {
    const deliver = { sms: () => this.#text(locale), voice: () => this.#ring(locale) }[channel];
    const hangUp = deliver();
    this.#hangUp?.();
    this.#hangUp = hangUp;
    this.#channel = channel;
    this.pace.sent();
  }

  /** Hangs up, if there is a call. */
  end(): void {
    this.#hangUp?.();
  }

  /** How the latest call stands, where it waits for a key; `undefined`: a code is to be typed. */
  call(): Call | undefined {
    this.#world.telephone.lapse();
    return this.#call;
  }

  channel(): PhoneChannel {
    return this.#channel;
  }

  /** The latest one, as the widget shows it. */
  delivery(): Delivery {
    return {
      channel: this.#channel,
      to: maskedNumber(this.#number, this.#extension),
      ...(this.#channel === 'voice' && { from: this.#world.callerId }),
      ...this.pace.left(),
    };
  }

  #text(locale: string): undefined {
    this.codes.add(this.#switchboard.text(this.#number, locale));
    this.#call = undefined;
  }

  #ring(locale: string): () => void {
    if (this.#world.calls === 'spoken-code') {
      const { code, hangUp } = this.#switchboard.speak(this.#number, this.#extension, locale);
      this.codes.add(code);
      this.#call = undefined;
      return hangUp;
    }
    const hangUp = this.#switchboard.askForKey(this.#number, this.#extension, locale, {
      pressed: (key) => this.#pressed(key),
      ended: (how) => {
        this.#call = how;
      },
    });
    this.#call = 'open';
    return hangUp;
  }

  #pressed(key: string): 'ends' | 'ignored' {
    if (key === '#') return this.#confirmed() ? 'ends' : 'ignored';
    this.#call = 'wrong-key';
    return 'ends';
  }
}
