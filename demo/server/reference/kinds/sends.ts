/** How many messages and calls may go out (R27): a window per number or address, over all accounts, and one over the account. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Ms } from '../../../../src/contract/enrollment.js';
import { schema } from '../../database/index.js';
import { type Allowance, windowOf } from '../shared-rules.js';
import type { Look, Work } from '../work.js';
import { newId } from '../world.js';

const { sends } = schema;

/**
 * What may still be sent, and how long the next one has to wait; the narrower window decides. `alone`: nobody else
 * counts what is sent there until this transaction is over.
 */
export async function allowance(look: Look, to: string, alone?: 'alone'): Promise<Allowance> {
  const { tx, world, account } = look;
  const { sendsPerNumber, sendsPerNumberWithin, sendsPerAccount, sendsPerAccountWithin } = world.policy;
  const toMark = markOf(look, to);
  // The account's lock does not keep others from texting the same number.
  if (alone) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${toMark}, 0))`);
  const now = world.now();
  const since = (within: number): ReturnType<typeof gt> => gt(sends.at, now - within);
  const toNumber = await tx
    .select({ at: sends.at })
    .from(sends)
    .where(and(eq(sends.toMark, toMark), since(sendsPerNumberWithin)))
    .orderBy(asc(sends.at));
  const ofAccount = await tx
    .select({ at: sends.at })
    .from(sends)
    .where(and(eq(sends.accountId, account.id), since(sendsPerAccountWithin)))
    .orderBy(asc(sends.at));
  const windows = [
    windowOf(toNumber, sendsPerNumber, sendsPerNumberWithin, now),
    windowOf(ofAccount, sendsPerAccount, sendsPerAccountWithin, now),
  ];
  return {
    left: Math.min(...windows.map(({ left }) => left)),
    wait: Math.max(...windows.map(({ wait }) => wait)),
  };
}

/** Counts one. */
export async function countSend(work: Work, to: string): Promise<void> {
  const { tx, world, account } = work;
  await tx
    .insert(sends)
    .values({ id: newId('send'), accountId: account.id, toMark: markOf(work, to), at: world.now() });
}

function markOf({ world }: Look, to: string): string {
  return world.secrets.mark(to, 'number');
}

/** One message or call of an enrolment, as far as the next one depends on it. */
export interface Turn {
  readonly at: number;
  /** The how-manieth of its enrolment. */
  readonly turn: number;
}

/** How long until another may be asked for: after the pause of this enrolment, and within the limits. */
export async function resendWait(look: Look, to: string, { at, turn }: Turn): Promise<Ms> {
  const { resendWaits } = look.world.policy;
  const pause = resendWaits[Math.min(turn, resendWaits.length) - 1] ?? 0;
  const { wait } = await allowance(look, to);
  return Math.max(0, at + pause - look.world.now(), wait);
}
