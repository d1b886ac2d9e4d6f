/** Phones that can be texted: a code goes out, and comes back typed. */
import type { Enrollment, Ms, Proof } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { PhoneChannel } from '../../methods/phone/contract.js';
import type { Attempt, Description, Kind, Opening, Verdict, World } from './kind.js';
import { maskedNumber } from './masked-number.js';
import { Switchboard } from './switchboard.js';
import { type TextedCode, worth } from './texted-code.js';
import { codeOf, notACode } from './typed.js';

/** A plus, a calling code, and no more than fifteen digits in all. */
const e164 = /^\+[1-9]\d{6,14}$/;

const unusable = {
  format: { code: 'invalid_input', field: 'number', reason: 'format' },
  duplicate: { code: 'invalid_input', field: 'number', reason: 'duplicate' },
  'fixed-line': { code: 'invalid_input', field: 'number', reason: 'line_type' },
  refused: { code: 'invalid_input', field: 'number', reason: 'not_allowed' },
} as const satisfies Readonly<Record<string, EnrollmentFault>>;

export function phone(world: World): Kind<'phone'> {
  const switchboard = new Switchboard(world);
  return {
    slots: 'one-per-offer',
    check: async ({ number, channel }, offer) => {
      chosenChannel(channel, offer.channels);
      if (!e164.test(number)) throw new EnrollmentError(unusable.format);
      const line = await world.lineOf(number);
      if (line !== 'mobile') throw new EnrollmentError(unusable[line]);
    },
    open: (opening) => {
      if (opening.taken.includes(opening.request.number)) throw new EnrollmentError(unusable.duplicate);
      return new PhoneAttempt(world, switchboard, opening);
    },
  };
}

class PhoneAttempt implements Attempt {
  readonly #world: World;
  readonly #switchboard: Switchboard;
  readonly #number: string;
  readonly #channels: readonly PhoneChannel[];
  #channel: PhoneChannel;
  #latest: TextedCode;
  readonly #sent: TextedCode[];
  #accepted: string | undefined;

  constructor(world: World, switchboard: Switchboard, { request, offer, locale }: Opening<'phone'>) {
    this.#world = world;
    this.#switchboard = switchboard;
    this.#number = request.number;
    this.#channels = offer.channels;
    this.#channel = request.channel;
    this.#latest = switchboard.send(request.number, locale);
    this.#sent = [this.#latest];
  }

  endsAt(): number {
    return this.#latest.sentAt + this.#world.limits.enrollmentLife;
  }

  next(attemptsLeft: number): Enrollment<'phone'>['next'] {
    return {
      type: 'code',
      length: this.#world.limits.codeDigits,
      alphabet: 'digits',
      delivery: {
        channel: this.#channel,
        to: maskedNumber(this.#number),
        resendIn: this.#resendIn(),
        sendsLeft: this.#switchboard.allowance(this.#number).left,
      },
      attemptsLeft,
    };
  }

  prove(proof: Proof): Verdict {
    const { codeDigits, codeLife } = this.#world.limits;
    const typed = codeOf(proof, codeDigits);
    if (typed === undefined) return { type: 'refused', fault: notACode };
    const verdict = worth(typed, this.#sent, this.#world.now(), codeLife);
    if (verdict === 'expired') return { type: 'refused', fault: { code: 'code_expired' } };
    if (verdict === 'wrong') return { type: 'wrong', reason: 'mismatch' };
    this.#accepted = typed;
    return { type: 'right' };
  }

  isReplay(proof: Proof): boolean {
    return codeOf(proof, this.#world.limits.codeDigits) === this.#accepted;
  }

  /** The masked number, whatever the person calls it: two phones are told apart by it. */
  describe(): Description {
    return { label: maskedNumber(this.#number), channels: this.#channels, identity: this.#number };
  }

  comeBack(locale: string): void {
    if (this.#resendIn() === 0) this.#sendAgain(locale);
  }

  challenge(channel: string | undefined, locale: string): void {
    if (channel !== undefined) this.#channel = chosenChannel(channel, this.#channels);
    const retryAfter = this.#resendIn();
    if (retryAfter > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter });
    this.#sendAgain(locale);
  }

  #sendAgain(locale: string): void {
    this.#latest = this.#switchboard.send(this.#number, locale);
    this.#sent.push(this.#latest);
  }

  #resendIn(): Ms {
    const { resendWaits } = this.#world.limits;
    const wait = resendWaits[Math.min(this.#sent.length, resendWaits.length) - 1] ?? 0;
    const untilResend = this.#latest.sentAt + wait - this.#world.now();
    return Math.max(0, untilResend, this.#switchboard.allowance(this.#number).wait);
  }
}

function chosenChannel(channel: string, offered: readonly PhoneChannel[]): PhoneChannel {
  const chosen = offered.find((one) => one === channel);
  if (chosen === undefined) throw new EnrollmentError({ code: 'unsupported' });
  return chosen;
}
