/** Authenticator apps: time-based codes of RFC 6238, made and checked by otplib. */
import { ScureBase32Plugin } from 'otplib';
import type {} from '../../../../src/methods/totp/contract.js';
import type { Entry, Kind } from '../kind.js';
import { codeOf, matchOf, notACode, provision, wordsIn } from '../shared-rules.js';
import { isTimeCodeReplay } from './time-codes.js';

/** 160 bits, as RFC 4226 recommends (R15). */
const secretBytes = 20;
const digits = 6;

interface State {
  /** Base32, as an app takes it. */
  readonly secret: string;
}

export const totp: Kind<'totp', State> = {
  slots: ({ policy }) => ({ atMost: policy.authenticatorApps, together: 'authenticators' }),
  strength: 2,
  open: async ({ world }) => ({
    state: { secret: new ScureBase32Plugin().encode(world.random(secretBytes)) },
    endsAt: world.now() + world.policy.enrollmentLife,
  }),
  next: async ({ account }, { offer, state }, attemptsLeft) => ({
    type: 'code',
    length: digits,
    alphabet: 'digits',
    provision: provision(offer.issuer ?? account.organization ?? '', account.label, state.secret),
    attemptsLeft,
  }),
  prove: async ({ world }, { state }, proof) => {
    const code = codeOf(proof, digits);
    if (code === undefined) return { type: 'refused', fault: notACode };
    const match = matchOf(code, state, world.now(), world.policy);
    return match.type === 'in-time'
      ? { type: 'right', accepted: { step: match.step } }
      : { type: 'wrong', reason: match.type };
  },
  isReplay: isTimeCodeReplay,
  describe: async (_look, { name, offer, locale, state }: Entry<'totp', State>) => ({
    label: name ?? offer.displayName ?? wordsIn(locale).authenticatorApp,
    secret: state,
  }),
};
