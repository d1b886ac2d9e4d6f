/** Authenticator apps: time-based codes of RFC 6238, made and checked by otplib. */
import { generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import type { Enrollment, Ms, Proof } from '../../contract/enrollment.js';
import type { Provision } from '../../contract/next.js';
import type {} from '../../methods/totp/contract.js';
import type { Attempt, Description, Kind, Verdict, World } from './kind.js';
import type { Limits } from './limits.js';
import { codeOf, notACode } from './typed.js';
import { wordsIn } from './words.js';

/** 160 bits, as RFC 4226 recommends (R15). */
const secretBytes = 20;
const digits = 6;

export function totp(world: World): Kind<'totp'> {
  return {
    slots: { atMost: world.limits.authenticatorApps, together: 'authenticators' },
    strength: 2,
    open: ({ offer }) => {
      const secret = new ScureBase32Plugin().encode(world.random(secretBytes));
      const issuer = offer.issuer ?? world.account.organization ?? '';
      return new TotpAttempt(world, secret, provision(issuer, world.account.label, secret), offer.displayName);
    },
  };
}

class TotpAttempt implements Attempt {
  readonly #world: World;
  readonly #secret: string;
  readonly #provision: Provision;
  readonly #appName: string | undefined;
  readonly #endsAt: number;
  /** The step whose code was accepted: neither it nor an earlier one counts again, for this secret (R20). */
  #acceptedStep = -1;

  constructor(world: World, secret: string, shown: Provision, appName: string | undefined) {
    this.#world = world;
    this.#secret = secret;
    this.#provision = shown;
    this.#appName = appName;
    this.#endsAt = world.now() + world.limits.enrollmentLife;
  }

  endsAt(): number {
    return this.#endsAt;
  }

  next(attemptsLeft: number): Enrollment<'totp'>['next'] {
    return { type: 'code', length: digits, alphabet: 'digits', provision: this.#provision, attemptsLeft };
  }

  prove(proof: Proof): Verdict {
    const code = codeOf(proof, digits);
    if (code === undefined) return { type: 'refused', fault: notACode };
    const match = matchOf(code, { secret: this.#secret }, this.#world.now(), this.#world.limits);
    if (match.type !== 'in-time') return { type: 'wrong', reason: match.type };
    this.#acceptedStep = match.step;
    return { type: 'right' };
  }

  isReplay(proof: Proof): boolean {
    const code = codeOf(proof, digits);
    if (code === undefined) return false;
    const match = matchOf(code, { secret: this.#secret }, this.#world.now(), this.#world.limits);
    return match.type === 'in-time' && match.step <= this.#acceptedStep;
  }

  describe(name: string | undefined, locale: string): Description {
    return { label: name ?? this.#appName ?? wordsIn(locale).authenticatorApp };
  }
}

/**
 * What makes codes: a secret in base 32, and the shape that the device was made for.
 *
 * @example
 * const key: OtpKey = { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', period: 60 };
 */
export interface OtpKey {
  readonly secret: string;
  /** Default: 6. */
  readonly digits?: 6 | 8;
  /** Seconds; default: 30. */
  readonly period?: 30 | 60;
  /** Default: `sha1`. */
  readonly algorithm?: 'sha1' | 'sha256';
}

export type Match = { readonly type: 'in-time'; readonly step: number } | { readonly type: 'clock_skew' | 'mismatch' };

/**
 * Where in time a code belongs. Both windows are always searched, so that an answer takes as long whichever it is.
 * otplib throws at anything that is not ASCII digits, as many as are due; `codeOf` lets nothing else through.
 */
export function matchOf(token: string, key: OtpKey, now: number, limits: Limits): Match {
  const { secret, digits: length = digits, period = 30, algorithm = 'sha1' } = key;
  const due = { secret, token, digits: length, period, algorithm, epoch: Math.floor(now / 1000) };
  const near = verifySync({ ...due, epochTolerance: seconds(limits.totpWindow) });
  const far = verifySync({ ...due, epochTolerance: seconds(limits.totpSkew) });
  // otplib types the answer for counter-based codes too, which know no time step.
  if (near.valid && 'timeStep' in near) return { type: 'in-time', step: near.timeStep };
  return { type: far.valid ? 'clock_skew' : 'mismatch' };
}

function seconds(duration: Ms): number {
  return Math.floor(duration / 1000);
}

/** What an app needs to learn the account: by QR, by hand, or by a link on the same device. */
export function provision(issuer: string, account: string, secret: string): Provision {
  const names = { issuer: listed(issuer), label: listed(account) };
  const uri = generateURI({ ...names, secret });
  const listedAs = names.issuer === '' ? names.label : `${names.issuer}:${names.label}`;
  return {
    uri,
    manual: [
      { name: 'account', value: listedAs },
      { name: 'secret', value: secret },
    ],
    deepLink: uri,
  };
}

/** In code points: three names of emoji, percent-encoded, are as much as a QR code holds. */
const longestListed = 60;

/**
 * A name as an app lists it. A colon parts issuer from account, so neither may hold one (R16); half a surrogate pair cannot
 * be percent-encoded; and what is longer than any list shows would leave no room in the QR code.
 */
function listed(name: string): string {
  const whole = name
    .replace(/\p{Cs}/gu, '')
    .replace(/:/g, '-')
    .trim();
  const letters = [...whole];
  return letters.length > longestListed ? `${letters.slice(0, longestListed - 1).join('')}…` : whole;
}
