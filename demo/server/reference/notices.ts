/** Tells every address that was confirmed before that methods have changed (R8). What cannot be sent undoes nothing. */
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { canonicalOf } from '../../../src/contract/email-address.js';
import { schema } from '../database/index.js';
import type { Mail } from '../mail/mailer.js';
import { record } from './audit.js';
import { kindOf } from './kinds/index.js';
import type { MethodRow } from './method-rows.js';
import { type Change, noticeIn } from './notice-words.js';
import type { Work } from './work.js';
import { nameOf, newId, type World } from './world.js';

const { notices } = schema;

/**
 * Puts notices among what is sent after this work: to every address that stood before it, one that is replaced or removed
 * by it among them. Each is taken as it is now, whatever it becomes.
 */
export async function giveNotice(
  work: Work,
  change: Change,
  method: string,
  before: readonly MethodRow[],
): Promise<void> {
  if (work.world.mailer === undefined) return;
  const { email } = work.account;
  const addresses = [...(email === null ? [] : [email]), ...before.flatMap((row) => noticesTo(work, row) ?? [])];
  const byMailbox = new Map(addresses.map((address) => [canonicalOf(address) ?? address, address]));
  for (const address of byMailbox.values()) await giveNoticeTo(address, work, change, method);
}

function noticesTo({ world: { secrets } }: Work, { id, kind, secret }: MethodRow): string | undefined {
  return secret === null ? undefined : kindOf(kind)?.noticesTo?.(secrets.open(secret, `method ${id}`));
}

async function giveNoticeTo(to: string, work: Work, change: Change, method: string): Promise<void> {
  const { tx, world, account, locale } = work;
  const id = newId('notice');
  const at = world.now();
  const about = { change, method, account: account.label, organization: account.organization ?? undefined, at };
  const mail: Mail = { id, to, ...noticeIn(locale, about) };
  await tx.insert(notices).values({
    id,
    accountId: account.id,
    message: world.secrets.seal(mail, `notice ${id}`),
    state: 'waiting',
    dueAt: at,
    createdAt: at,
  });
}

/** Sends what is due. */
export async function sendNotices(world: World, atMost = 20): Promise<void> {
  const due = await world.db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.state, 'waiting'), lte(notices.dueAt, world.now())))
    .orderBy(asc(notices.dueAt))
    .limit(atMost);
  await Promise.all(due.map(({ id }) => sendNotice(world, id)));
}

async function sendNotice(world: World, id: string): Promise<void> {
  const { db, mailer, secrets, policy } = world;
  const now = world.now();
  const [row] = await db
    .update(notices)
    .set({ tries: sql`${notices.tries} + 1`, dueAt: now + policy.trialLife })
    .where(and(eq(notices.id, id), eq(notices.state, 'waiting'), lte(notices.dueAt, now)))
    .returning();
  if (row === undefined || row.message === null || mailer === undefined) return;
  const trouble = await mailer.send(secrets.open(row.message, `notice ${id}`) as Mail).then(
    () => undefined,
    (thrown: unknown) => nameOf(thrown),
  );
  const wait = policy.trialWaits[row.tries - 1];
  if (trouble !== undefined) world.report({ event: 'notice', traceId: id, name: trouble });
  if (trouble !== undefined && wait !== undefined) {
    await db
      .update(notices)
      .set({ dueAt: world.now() + wait })
      .where(eq(notices.id, id));
    return;
  }
  const isSent = trouble === undefined;
  await db.transaction(async (tx) => {
    await tx
      .update(notices)
      .set({ state: isSent ? 'sent' : 'failed', message: null })
      .where(eq(notices.id, id));
    const line = { accountId: row.accountId, sessionMark: undefined, event: 'notice', traceId: id };
    await record(world, tx, { ...line, outcome: isSent ? 'ok' : 'undeliverable' });
  });
}
