/**
 * One piece of work on one account: a short transaction in which the account's row is locked, so that everything the
 * person does happens in one order, whatever tab, device or instance it comes from. Nothing in it waits for anything
 * but the database; what must wait (a message going out) is put off until after the commit.
 */
import { and, eq, lte } from 'drizzle-orm';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import { EnrollmentError, faultOf } from '../../../src/contract/enrollment-error.js';
import { type Database, schema, type Transaction } from '../database/index.js';
import type { World } from './world.js';

/** How somebody proves again who they are. */
export type Reauthentication = Extract<EnrollmentFault, { code: 'reauth_required' }>['how'];

/** The person's row. */
export type AccountRow = typeof schema.accounts.$inferSelect;

/** What a look at the books needs; changes nothing. */
export interface Look {
  readonly world: World;
  readonly tx: Transaction;
  readonly account: AccountRow;
  /** The session that asks, as {@link sessionMarkOf} names it; `undefined` where nobody does. */
  readonly sessionMark: string | undefined;
}

/** What a change needs. */
export interface Work extends Look {
  readonly locale: string;
  /** Where the request came from. */
  readonly source: string | undefined;
  /** For the audit: what happened to which enrolment. No secret, no address. */
  note(detail: Partial<Noted>): void;
  /** Done after the commit, and not at all if the work is refused. What it returns is what the call is refused with. */
  after(deed: () => Promise<EnrollmentFault | undefined>): void;
}

/** What the audit hears of a piece of work besides its name and its outcome. */
export interface Noted {
  readonly kind: string;
  readonly enrollmentId: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** What became of a piece of work. A refusal that is returned keeps what was written; one that is thrown undoes it. */
export type Verdict<T> = { readonly answer: T } | { readonly refused: EnrollmentFault };

/** Locks the account. `undefined`: there is no such account. */
export async function lockAccount(tx: Transaction, accountId: string): Promise<AccountRow | undefined> {
  const [account] = await tx.select().from(schema.accounts).where(eq(schema.accounts.id, accountId)).for('update');
  return account;
}

/** Does the work within the transaction, and undoes it where it throws a refusal. Anything else that is thrown passes. */
export async function attempt<T>(work: Work, act: (work: Work) => Promise<Verdict<T>>): Promise<Verdict<T>> {
  try {
    return await work.tx.transaction((tx) => act({ ...work, tx }));
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault === undefined) throw thrown;
    return { refused: fault };
  }
}

/** Looks at the books as they are at one moment. */
export function look<T>(
  world: World,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId?: string },
  see: (look: Look) => Promise<T>,
): Promise<T> {
  return world.db.transaction(
    async (tx) => {
      const [account] = await tx.select().from(schema.accounts).where(eq(schema.accounts.id, accountId));
      if (account === undefined) throw new EnrollmentError({ code: 'session_expired' });
      return await see({ world, tx, account, sessionMark: sessionMarkOf(world, sessionId) });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** A session as every table names it: whoever knows its id may have the session, so that is kept nowhere. */
export function sessionMarkOf({ secrets }: World, sessionId: string | undefined): string | undefined {
  return sessionId === undefined ? undefined : secrets.mark(sessionId, 'session').slice(0, 16);
}

/** Accounts with open enrolments whose time is over. */
export async function overdueAccounts(db: Database, now: number, atMost: number): Promise<readonly string[]> {
  const { enrollments } = schema;
  const rows = await db
    .selectDistinct({ id: enrollments.accountId })
    .from(enrollments)
    .where(and(eq(enrollments.phase, 'open'), lte(enrollments.endsAt, now)))
    .limit(atMost);
  return rows.map(({ id }) => id);
}

/** Throws a refusal, where there is one. */
export function refuse(fault: EnrollmentFault | undefined): void {
  if (fault !== undefined) throw new EnrollmentError(fault);
}
