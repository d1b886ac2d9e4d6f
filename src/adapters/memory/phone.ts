/** Phones: a text with a code, or a call that is answered, proves that a number is the person's own. */
import type { Enrollment, Proof } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import { Deliveries } from './deliveries.js';
import type { Attempt, Description, Kind, Opening, Verdict, World } from './kind.js';
import { maskedNumber } from './masked-number.js';
import { extensionOf, lineOf, Numbers, unusable } from './numbers.js';
import { rejected } from './rejected.js';
import { Switchboard } from './switchboard.js';

export function phone(world: World): Kind<'phone'> {
  const switchboard = new Switchboard(world);
  const numbers = new Numbers(world);
  return {
    slots: 'one-per-offer',
    strength: 1,
    check: (request, offer) => numbers.check(request, offer),
    open: (opening) => {
      const { request, offer, taken, beside, locale, tell } = opening;
      const extension = extensionOf(request, offer);
      if (offer.alternate && beside === 0) throw new EnrollmentError({ code: 'prerequisite', needs: 'phone' });
      if (taken.includes(lineOf(request.number, extension))) throw unusable('duplicate');
      const deliveries = new Deliveries(world, switchboard, { number: request.number, extension }, () => tell('right'));
      deliveries.send(request.channel, locale);
      return new PhoneAttempt(world, numbers, opening, deliveries);
    },
  };
}

class PhoneAttempt implements Attempt {
  readonly #world: World;
  readonly #numbers: Numbers;
  readonly #opening: Opening<'phone'>;
  readonly #deliveries: Deliveries;

  constructor(world: World, numbers: Numbers, opening: Opening<'phone'>, deliveries: Deliveries) {
    this.#world = world;
    this.#numbers = numbers;
    this.#opening = opening;
    this.#deliveries = deliveries;
  }

  endsAt(): number {
    return this.#deliveries.pace.sentAt() + this.#world.limits.enrollmentLife;
  }

  next(attemptsLeft: number): Enrollment<'phone'>['next'] {
    const { codeDigits, pollAfter } = this.#world.limits;
    const call = this.#deliveries.call();
    const delivery = this.#deliveries.delivery();
    if (call === 'open') return { type: 'wait', for: 'call', delivery, pollAfter };
    if (call !== undefined) return rejected(call, attemptsLeft, this.#deliveries.pace.resendIn());
    return { type: 'code', length: codeDigits, alphabet: 'digits', delivery, attemptsLeft };
  }

  prove(proof: Proof): Verdict {
    return this.#deliveries.codes.prove(proof);
  }

  isReplay(proof: Proof): boolean {
    return this.#deliveries.codes.isReplay(proof);
  }

  /** The masked number, whatever the person calls it: two phones are told apart by it. */
  describe(): Description {
    const { offer, request } = this.#opening;
    const extension = extensionOf(request, offer);
    return {
      label: maskedNumber(request.number, extension),
      channels: this.#numbers.channels(request.number, offer.channels),
      // Without a code it was the key, which only a call asks for.
      provedBy: this.#deliveries.codes.provedBy() ?? 'voice',
      identity: lineOf(request.number, extension),
    };
  }

  /** The wish was the same, so it names the channel by which a new text or call is expected. */
  comeBack(locale: string): void {
    if (this.#deliveries.call() === 'open' || this.#deliveries.pace.resendIn() > 0) return;
    this.#deliveries.send(this.#opening.request.channel, locale);
  }

  challenge(wish: string | undefined, locale: string): void {
    const { offer, request } = this.#opening;
    const channel = this.#numbers.chosen(wish ?? this.#deliveries.channel(), request.number, offer.channels);
    const retryAfter = this.#deliveries.pace.resendIn();
    if (retryAfter > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter });
    this.#deliveries.send(channel, locale);
  }

  end(): void {
    this.#deliveries.end();
  }
}
