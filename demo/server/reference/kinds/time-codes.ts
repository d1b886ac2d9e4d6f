/** Codes that time makes, of apps and of tokens: what is a replay, and what counts at a sign-in. */
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { MethodId, Proof } from '../../../../src/contract/enrollment.js';
import { schema } from '../../database/index.js';
import type { EnrollmentRow } from '../kind.js';
import { codeOf, matchOf, type OtpKey } from '../shared-rules.js';
import { countWrongOfAccount, forgetTries, guessesOf } from '../tries.js';
import type { Look, Work } from '../work.js';
import { isId } from '../world.js';

/** Whether a code is the one that registered the method, or an earlier one of it. */
export async function isTimeCodeReplay(look: Look, { registered }: EnrollmentRow, proof: Proof): Promise<boolean> {
  const [method] = registered === null ? [] : await methodRows(look, registered.id);
  if (method === undefined) return false;
  const step = stepOf(look, method, proof);
  return step !== undefined && step <= (method.lastStep ?? -1);
}

type MethodRow = typeof schema.methods.$inferSelect;

export type SignInOutcome = 'accepted' | 'refused' | 'held';

/**
 * At a sign-in: whether this is the code of that app or token, and has not been used before, at the enrolment or since (R20). Wrong
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
  if (secret === null) return undefined;
  const key = world.secrets.open(secret, `method ${id}`) as OtpKey;
  const code = codeOf(proof, key.digits ?? 6);
  if (code === undefined) return undefined;
  const match = matchOf(code, key, world.now(), world.policy);
  return match.type === 'in-time' ? match.step : undefined;
}
