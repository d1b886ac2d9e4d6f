/** E-mail: a code that was mailed proves that a mailbox is the person's own. For recovery, and for nothing else (R14). */
import type { Enrollment, Proof } from '../../contract/enrollment.js';
import type { ReadAddress } from '../../contract/email-address.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type {} from '../../methods/email/contract.js';
import { unusableAddress, usableAddress } from './address.js';
import type { Attempt, Description, Kind, Verdict, World } from './kind.js';
import { maskedAddress } from './masked-address.js';
import { Pace } from './pace.js';
import { newCode, SentCodes } from './sent-codes.js';
import { mailWithCode } from './words.js';

export const channel = 'email';

export function email(world: World): Kind<'email'> {
  return {
    slots: 'one-per-offer',
    strength: 0,
    atMost: ['recovery'],
    open: ({ request, offer, taken, locale }) => {
      const meant = usableAddress(request, offer, world.account);
      if (taken.includes(meant.canonical)) throw unusableAddress('duplicate');
      const attempt = new EmailAttempt(world, meant);
      attempt.send(locale);
      return attempt;
    },
  };
}

class EmailAttempt implements Attempt {
  readonly #world: World;
  readonly #meant: ReadAddress;
  readonly #codes: SentCodes;
  readonly #pace: Pace;

  constructor(world: World, meant: ReadAddress) {
    this.#world = world;
    this.#meant = meant;
    this.#codes = new SentCodes(world);
    this.#pace = new Pace(world, meant.canonical);
  }

  endsAt(): number {
    return this.#pace.sentAt() + this.#world.limits.enrollmentLife;
  }

  next(attemptsLeft: number): Enrollment<'email'>['next'] {
    const delivery = { channel, to: maskedAddress(this.#meant.address), ...this.#pace.left() };
    return { type: 'code', length: this.#world.limits.codeDigits, alphabet: 'digits', delivery, attemptsLeft };
  }

  prove(proof: Proof): Verdict {
    return this.#codes.prove(proof);
  }

  isReplay(proof: Proof): boolean {
    return this.#codes.isReplay(proof);
  }

  /** The masked address, whatever the person calls it: two are told apart by it. */
  describe(): Description {
    return { label: maskedAddress(this.#meant.address), identity: this.#meant.canonical };
  }

  comeBack(locale: string): void {
    if (this.#pace.resendIn() === 0) this.send(locale);
  }

  challenge(wish: string | undefined, locale: string): void {
    if (wish !== undefined && wish !== channel) throw new EnrollmentError({ code: 'unsupported' });
    const retryAfter = this.#pace.resendIn();
    if (retryAfter > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter });
    this.send(locale);
  }

  /** Mails a new code, or refuses. */
  send(locale: string): void {
    const { sends, limits, account } = this.#world;
    sends.admit(this.#meant.canonical);
    const code = newCode(this.#world, channel);
    this.#codes.add(code);
    this.#pace.sent();
    const minutes = Math.floor(limits.codeLife / 60_000);
    const mail = mailWithCode(code.digits, { locale, organization: account.organization, minutes });
    this.#world.send({ to: this.#meant.address, ...mail });
  }
}
