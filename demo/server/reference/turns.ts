/** Whose turn it is: every change of an account runs through here, one after the other. */
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import { record } from './audit.js';
import type { Enrollments } from './enrollments.js';
import { attempt, lockAccount, type Noted, sessionMarkOf, type Verdict, type Work } from './work.js';
import { nameOf, newId, type World } from './world.js';

/** Who wants what. */
export interface Turn {
  readonly accountId: string;
  readonly sessionId?: string | undefined;
  readonly locale: string;
  readonly source?: string | undefined;
  /** As the audit calls it. */
  readonly event: string;
}

/** What is kept under a key, where the turn has one. */
export interface Memory<T> {
  recall(work: Work): Promise<Verdict<T> | undefined>;
  keep(work: Work, verdict: Verdict<T>): Promise<void>;
}

type Deed = () => Promise<EnrollmentFault | undefined>;

/** Does a piece of work, commits it with its verdict and its line in the record, and then what had to wait for that. */
export async function takeTurn<T>(
  world: World,
  enrollments: Enrollments,
  turn: Turn,
  act: (work: Work) => Promise<Verdict<T>>,
  memory?: Memory<T>,
): Promise<Verdict<T>> {
  const traceId = newId('trace');
  let afterwards: Deed[] = [];
  const run = (): Promise<Verdict<T>> =>
    world.db.transaction(async (tx) => {
      const account = await lockAccount(tx, turn.accountId);
      if (account === undefined) return { refused: { code: 'session_expired' } };
      let noted: Partial<Noted> = {};
      const after = (deed: Deed): void => {
        afterwards.push(deed);
      };
      const note = (more: Partial<Noted>): void => {
        noted = { ...noted, ...more };
      };
      const { locale, source, accountId, event } = turn;
      const sessionMark = sessionMarkOf(world, turn.sessionId);
      const work: Work = { world, tx, account, sessionMark, locale, source, note, after };
      const told = await memory?.recall(work);
      if (told === undefined) await enrollments.expire(work);
      const before = [...afterwards];
      const verdict = told ?? (await attempt(work, act));
      // What was undone is not followed by anything.
      if ('refused' in verdict) afterwards = before;
      if (told === undefined) await memory?.keep(work, verdict);
      const outcome = 'refused' in verdict ? verdict.refused.code : 'ok';
      const detail = { ...noted.detail, ...(told && { copy: 1 }) };
      await record(world, tx, { accountId, sessionMark, event, outcome, traceId, ...noted, detail });
      return verdict;
    });
  const verdict = await run().catch(async (thrown: unknown) => {
    // Nothing was written, so nothing follows.
    afterwards = [];
    return await trouble<T>(world, turn, traceId, thrown);
  });
  const faults = await Promise.all(afterwards.map((deed) => deed()));
  const fault = faults.find((one) => one !== undefined);
  return fault === undefined || 'refused' in verdict ? verdict : { refused: fault };
}

/** Nothing raw gets out: what went wrong is named by its trace id in the log and in the record, and told to nobody else. */
async function trouble<T>(world: World, turn: Turn, traceId: string, thrown: unknown): Promise<Verdict<T>> {
  const { event, accountId, sessionId } = turn;
  const sessionMark = sessionMarkOf(world, sessionId);
  world.report({ event, traceId, name: nameOf(thrown) });
  // If the database is what broke, the log must do.
  await record(world, world.db, { accountId, sessionMark, event, outcome: 'server', traceId }).catch(() => undefined);
  return { refused: { code: 'server', traceId } };
}

/** The answer, or the refusal as it is thrown. */
export function answerOf<T>(verdict: Verdict<T>): T {
  if ('refused' in verdict) throw new EnrollmentError(verdict.refused);
  return verdict.answer;
}
