/** The organisation's app, as its own routes call it. Signatures are verified there, before anything here is called. */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { webcrypto } from 'node:crypto';
import { readCode } from '../../../src/contract/typed-code.js';
import { schema } from '../database/index.js';
import { entryOf, findRow } from './entries.js';
import type { Enrollments } from './enrollments.js';
import type { Entry } from './kind.js';
import { matchNumberLength, openMatchNumber, paired, pairingMark, type PushState } from './kinds/push.js';
import { answerOf, takeTurn } from './turns.js';
import type { Verdict, Work } from './work.js';
import { isId, newId, type World } from './world.js';

const { accounts, approvals, devices, pairings } = schema;

/** A request for approval, as the app shows it. The number to compare is not in it: the person reads it off the wizard. */
export interface ApprovalRequest {
  readonly id: string;
  /** Whose app it is that asks. */
  readonly app: string;
  /** What the device signs together with its answer. */
  readonly nonce: string;
  /** When it was asked, in milliseconds since 1970 UTC. */
  readonly at: number;
}

/** What became of an answer. `over`: it came too late, was taken back, or nothing can be proved by it now. */
export type AnswerOutcome = 'approved' | 'denied' | 'wrong-number' | 'over';

/**
 * What a companion app's routes need.
 *
 * @example
 * const { deviceId } = await companion.pair({ code, publicKey, name: 'Pixel 9' });
 * for (const { id } of await companion.requests(deviceId)) await companion.answer(deviceId, id, 'approve', '42');
 */
export interface CompanionService {
  /**
   * Pairs by what the camera saw or the person typed. Rejects with an `Error` whose message is `unknown`, `used` or
   * `expired` when there is nothing to pair with.
   */
  pair(wish: { readonly code: string; readonly publicKey: webcrypto.JsonWebKey; readonly name: string }): Promise<{
    readonly deviceId: string;
    readonly account: { readonly label: string; readonly organization?: string };
  }>;
  publicKeyOf(deviceId: string): Promise<webcrypto.JsonWebKey | undefined>;
  /** Open requests, oldest first. */
  requests(deviceId: string): Promise<readonly ApprovalRequest[]>;
  answer(deviceId: string, requestId: string, decision: 'approve' | 'deny', number?: string): Promise<AnswerOutcome>;
}

const codeLength = 16;
const longestName = 60;

type Obstacle = 'unknown' | 'used' | 'expired';

export function createCompanion(world: World, enrollments: Enrollments): CompanionService {
  const { db } = world;

  const turn = <T>(accountId: string, event: string, act: (work: Work) => Promise<T>): Promise<T> =>
    takeTurn(world, enrollments, { accountId, locale: 'en', event }, async (work): Promise<Verdict<T>> => ({
      answer: await act(work),
    })).then(answerOf);

  return {
    pair: async ({ code, publicKey, name }) => {
      const read = readCode(code.slice(code.lastIndexOf('#') + 1), { alphabet: 'alphanumeric', length: codeLength });
      const codeMark = pairingMark({ world }, 'code' in read ? read.code : '');
      const [known] = await db.select().from(pairings).where(eq(pairings.codeMark, codeMark));
      if (known === undefined) throw new Error('unknown' satisfies Obstacle);
      const outcome = await turn(known.accountId, 'pair', async (work): Promise<Obstacle | { deviceId: string }> => {
        work.note({ kind: 'push', enrollmentId: known.enrollmentId });
        const { tx, account } = work;
        // Used by the statement that finds it, so that of two devices one is paired.
        const [pairing] = await tx
          .update(pairings)
          .set({ state: 'used' })
          .where(and(eq(pairings.id, known.id), eq(pairings.state, 'open'), gt(pairings.until, world.now())))
          .returning();
        if (pairing === undefined) return await obstacleOf(work, known.id);
        const row = await findRow(work, known.enrollmentId as Parameters<typeof findRow>[1]);
        const deviceId = newId('device');
        const called = name.replace(/\p{C}/gu, '').trim().slice(0, longestName);
        await tx.insert(devices).values({
          id: deviceId,
          accountId: account.id,
          enrollmentId: row.id,
          publicKey,
          name: called,
          pairedAt: world.now(),
        });
        await paired(work, entryOf(work, row) as Entry<'push', PushState>, deviceId);
        return { deviceId };
      });
      if (typeof outcome === 'string') throw new Error(outcome);
      const [account] = await db.select().from(accounts).where(eq(accounts.id, known.accountId));
      const { label = '', organization } = account ?? {};
      return { ...outcome, account: { label, ...(organization != null && { organization }) } };
    },

    publicKeyOf: async (deviceId) => {
      const [device] = isId(deviceId) ? await db.select().from(devices).where(eq(devices.id, deviceId)) : [];
      return device?.publicKey;
    },

    requests: async (deviceId) => {
      if (!isId(deviceId)) return [];
      const rows = await db
        .select()
        .from(approvals)
        .where(and(eq(approvals.deviceId, deviceId), eq(approvals.state, 'open'), gt(approvals.until, world.now())))
        .orderBy(asc(approvals.place));
      return rows.map(({ id, app, nonce, askedAt }) => ({ id, app, nonce, at: askedAt }));
    },

    answer: async (deviceId, requestId, decision, number) => {
      if (!isId(deviceId) || !isId(requestId)) return 'over';
      const [asked] = await db
        .select()
        .from(approvals)
        .where(and(eq(approvals.id, requestId), eq(approvals.deviceId, deviceId)));
      if (asked === undefined) return 'over';
      return await turn(asked.accountId, decision, async (work) => {
        const [open] = await work.tx
          .select()
          .from(approvals)
          .where(and(eq(approvals.id, requestId), eq(approvals.state, 'open'), gt(approvals.until, world.now())));
        if (open === undefined) return 'over';
        work.note({ kind: 'push', enrollmentId: open.enrollmentId });
        const outcome = decision === 'deny' ? 'denied' : isRight(world, open, number) ? 'approved' : 'wrong-number';
        const isOver = outcome !== 'denied' && (await isIgnored(work, enrollments, open, outcome));
        if (isOver) return 'over';
        const [ended] = await work.tx
          .update(approvals)
          .set({ state: outcome, matchNumber: null })
          .where(eq(approvals.id, requestId))
          .returning();
        work.note({ detail: { decision: outcome } });
        return ended === undefined ? 'over' : outcome;
      });
    },
  };
}

type ApprovalRow = typeof approvals.$inferSelect;

function isRight(world: World, open: ApprovalRow, number: string | undefined): boolean {
  const read = readCode(number ?? '', { alphabet: 'digits', length: matchNumberLength });
  return 'code' in read && read.code === openMatchNumber({ world }, open);
}

/** Tells the enrolment. It ignores what it hears when it is over, spent, or the account is locked. */
async function isIgnored(
  work: Work,
  enrollments: Enrollments,
  { enrollmentId, deviceId }: ApprovalRow,
  outcome: 'approved' | 'wrong-number',
): Promise<boolean> {
  const id = enrollmentId as Parameters<Enrollments['hear']>[1];
  const heard = outcome === 'approved' ? { right: { mark: work.world.secrets.mark(deviceId, 'device') } } : 'wrong';
  return (await enrollments.hear(work, id, heard)) === 'ignored';
}

async function obstacleOf({ tx, world }: Work, pairingId: string): Promise<Obstacle> {
  const [pairing] = await tx.select().from(pairings).where(eq(pairings.id, pairingId));
  if (pairing === undefined) return 'unknown';
  if (pairing.state === 'used') return 'used';
  // A code that was taken back is as good as never issued.
  const isLate = pairing.state === 'expired' || (pairing.state === 'open' && pairing.until <= world.now());
  return isLate ? 'expired' : 'unknown';
}
