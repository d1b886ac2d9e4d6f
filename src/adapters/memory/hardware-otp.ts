/** Hardware tokens: their secrets are known beforehand, and whoever holds one proves it by the code that it shows. */
import type { Enrollment, Proof } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type {} from '../../methods/hardware-otp/contract.js';
import { Hourly } from './hourly.js';
import type { Attempt, Description, Kind, Opening, Verdict, World } from './kind.js';
import { matchOf, type OtpKey } from './totp.js';
import { codeOf, notACode } from './typed.js';
import { wordsIn } from './words.js';

/**
 * A token as its maker lists it: what is printed on its back, and what makes its codes (RFC 6238).
 *
 * @example
 * const token: HardwareToken = { serial: '2308-714025', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', period: 60 };
 */
export interface HardwareToken extends OtpKey {
  readonly serial: string;
  /** Given out already, to the person of this backend or to somebody else. Absent: whoever holds it may add it. */
  readonly assignedTo?: 'person' | 'somebody-else';
}

/** What every other serial number is told, whether nobody has it or somebody else does (R13). */
const noSuchToken = { code: 'invalid_input', field: 'serial', reason: 'mismatch' } as const;

/** A serial number in the form in which it is compared; `undefined`: it cannot be one. */
export function serialOf(text: unknown): string | undefined {
  const bare = typeof text === 'string' ? text.replace(/[\s-]/g, '').toUpperCase() : '';
  return /^[A-Z0-9]{1,64}$/.test(bare) ? bare : undefined;
}

export function hardwareOtp(world: World): Kind<'hardware-otp'> {
  /** Of each token the step whose code was accepted: no code counts twice, whoever adds the token again (R20). */
  const accepted = new Map<string, number>();
  const lookUps = new Hourly(world.limits.serialsPerHour, () => world.now());
  return {
    slots: { atMost: world.limits.authenticatorApps, together: 'authenticators' },
    strength: 2,
    open: (opening) => {
      const serial = serialOf(opening.request.serial);
      if (serial === undefined) throw new EnrollmentError({ ...noSuchToken, reason: 'format' });
      if (opening.taken.includes(serial)) throw new EnrollmentError({ code: 'conflict', with: 'own' });
      const token = world.tokens.find((one) => serialOf(one.serial) === serial);
      // Found or not: numbers stand in a row, and one that is found tells of its neighbours.
      lookUps.admit();
      if (token === undefined || token.assignedTo === 'somebody-else') throw new EnrollmentError(noSuchToken);
      return new TokenAttempt(world, opening, token, serial, accepted);
    },
  };
}

class TokenAttempt implements Attempt {
  readonly #world: World;
  readonly #opening: Opening<'hardware-otp'>;
  readonly #token: HardwareToken;
  readonly #serial: string;
  readonly #accepted: Map<string, number>;
  readonly #endsAt: number;

  constructor(
    world: World,
    opening: Opening<'hardware-otp'>,
    token: HardwareToken,
    serial: string,
    accepted: Map<string, number>,
  ) {
    this.#world = world;
    this.#opening = opening;
    this.#token = token;
    this.#serial = serial;
    this.#accepted = accepted;
    this.#endsAt = world.now() + world.limits.enrollmentLife;
  }

  endsAt(): number {
    return this.#endsAt;
  }

  next(attemptsLeft: number): Enrollment<'hardware-otp'>['next'] {
    return { type: 'code', length: this.#token.digits ?? 6, alphabet: 'digits', attemptsLeft };
  }

  prove(proof: Proof): Verdict {
    const code = codeOf(proof, this.#token.digits ?? 6);
    if (code === undefined) return { type: 'refused', fault: notACode };
    const match = matchOf(code, this.#token, this.#world.now(), this.#world.limits);
    if (match.type !== 'in-time') return { type: 'wrong', reason: match.type };
    if (match.step <= this.#lastStep()) return { type: 'refused', fault: { code: 'invalid_code', reason: 'replayed' } };
    this.#accepted.set(this.#serial, match.step);
    return { type: 'right' };
  }

  isReplay(proof: Proof): boolean {
    const code = codeOf(proof, this.#token.digits ?? 6);
    if (code === undefined) return false;
    const match = matchOf(code, this.#token, this.#world.now(), this.#world.limits);
    return match.type === 'in-time' && match.step <= this.#lastStep();
  }

  describe(name: string | undefined, locale: string): Description {
    const label = name ?? tokenLabel(this.#opening.offer.displayName, this.#serial, locale);
    return { label, identity: this.#serial };
  }

  #lastStep(): number {
    return this.#accepted.get(this.#serial) ?? -1;
  }
}

/** What a token is called that nobody named: two of them are told apart by their last digits. */
export function tokenLabel(displayName: string | undefined, serial: string, locale: string): string {
  return `${displayName ?? wordsIn(locale).hardwareToken} …${serial.slice(-4)}`;
}
