/** Authenticator apps: time-based codes of RFC 6238, made and checked by otplib. */
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { ScureBase32Plugin } from 'otplib';
import type { MethodId, Proof } from '../../../../src/contract/enrollment.js';
import type {} from '../../../../src/methods/totp/contract.js';
import { schema } from '../../database/index.js';
import type { Entry, Kind } from '../kind.js';
import { codeOf, matchOf, notACode, provision, wordsIn } from '../shared-rules.js';
import { countWrongOfAccount, forgetTries, guessesOf } from '../tries.js';
import type { Look, Work } from '../work.js';
import { isId } from '../world.js';

/** 160 bits, as RFC 4226 recommends (R15). */
const secretBytes = 20;
const digits = 6;

interface State {
  /** Base32, as an app takes it. */
  readonly secret: string;
}

export const totp: Kind<'totp', State> = {
  slots: ({ policy }) => ({ atMost: policy.authenticatorApps }),
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
    const match = matchOf(code, state.secret, world.now(), world.policy);
    return match.type === 'in-time'
      ? { type: 'right', accepted: { step: match.step } }
      : { type: 'wrong', reason: match.type };
  },
  isReplay: async (look, { registered }, proof) => {
    const [method] = registered === null ? [] : await methodRows(look, registered.id);
    if (method === undefined) return false;
    const step = stepOf(look, method, proof);
    return step !== undefined && step <= (method.lastStep ?? -1);
  },
  describe: async (_look, { name, offer, locale, state }: Entry<'totp', State>) => ({
    label: name ?? offer.displayName ?? wordsIn(locale).authenticatorApp,
    secret: state,
  }),
};

type MethodRow = typeof schema.methods.$inferSelect;

export type SignInOutcome = 'accepted' | 'refused' | 'held';

/**
 * At a sign-in: whether this is the app's code, and has not been used before, at the enrolment or since (R20). Wrong
 * ones are counted with all others of the account; `held`: too many of them, for now.
 */
export async function acceptAtSignIn(work: Work, methodId: string, code: string): Promise<SignInOutcome> {
  const { methods } = schema;
  if (guessesOf(work).beforeTry(0) !== undefined) return 'held';
  const [method] = isId(methodId) ? await methodRows(work, methodId as MethodId) : [];
  const step = method && stepOf(work, method, { type: 'code', code });
  const won =
    method === undefined || step === undefined
      ? []
      : await work.tx
          .update(methods)
          .set({ lastStep: step })
          .where(and(eq(methods.id, method.id), or(isNull(methods.lastStep), lt(methods.lastStep, step))))
          .returning({ id: methods.id });
  if (won.length === 1) {
    await forgetTries(work);
    return 'accepted';
  }
  await countWrongOfAccount(work);
  return 'refused';
}

function methodRows({ tx, account }: Look, id: MethodRow['id']): Promise<MethodRow[]> {
  const { methods } = schema;
  return tx
    .select()
    .from(methods)
    .where(and(eq(methods.id, id), eq(methods.accountId, account.id), isNull(methods.removedAt)));
}

function stepOf({ world }: Look, { id, secret }: MethodRow, proof: Proof): number | undefined {
  const code = codeOf(proof, digits);
  if (code === undefined || secret === null) return undefined;
  const state = world.secrets.open(secret, `method ${id}`) as State;
  const match = matchOf(code, state.secret, world.now(), world.policy);
  return match.type === 'in-time' ? match.step : undefined;
}
