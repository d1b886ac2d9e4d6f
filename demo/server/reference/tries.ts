/** How often somebody may guess: the account's count of wrong tries and what it forbids (R26). */
import { and, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import { schema } from '../database/index.js';
import { Guesses } from './shared-rules.js';
import type { AccountRow, Look, Work } from './work.js';
import type { World } from './world.js';

/** What the account's count allows now. */
export function guessesOf({ account, world }: Pick<Look, 'account' | 'world'>): Guesses {
  return new Guesses(world.policy, () => world.now(), { wrong: account.wrongTries, latest: account.wrongAt });
}

/** Counts a wrong try of the enrolment and of the account, each by one statement. */
export async function countWrong(work: Work, enrollmentId: EnrollmentId): Promise<Counted> {
  const { enrollments } = schema;
  const { triesPerEnrollment } = work.world.policy;
  const [here] = await work.tx
    .update(enrollments)
    .set({ wrong: sql`${enrollments.wrong} + 1` })
    .where(
      and(eq(enrollments.id, enrollmentId), eq(enrollments.phase, 'open'), lt(enrollments.wrong, triesPerEnrollment)),
    )
    .returning({ wrong: enrollments.wrong });
  if (here === undefined) throw new EnrollmentError({ code: 'attempts_exhausted', recover: 'restart' });
  return { here: here.wrong, account: await countWrongOfAccount(work) };
}

/** Counts a wrong try that belongs to no enrolment, such as one at a sign-in. */
export async function countWrongOfAccount({ tx, world, account }: Look): Promise<AccountRow> {
  const { accounts } = schema;
  const [counted] = await tx
    .update(accounts)
    .set({
      wrongTries: sql`case when ${isLockOver(world)} then 1 else ${accounts.wrongTries} + 1 end`,
      wrongAt: world.now(),
    })
    .where(eq(accounts.id, account.id))
    .returning();
  return counted ?? account;
}

/**
 * A right proof takes back the wrong ones of its own enrolment, and no others: some prove nothing that could be guessed, and
 * must not buy back what was guessed elsewhere.
 */
export async function forgiveTries({ tx, world, account }: Look, wrongHere: number): Promise<void> {
  const { accounts } = schema;
  const left = sql`greatest(0, ${accounts.wrongTries} - ${wrongHere})`;
  await tx
    .update(accounts)
    .set({ wrongTries: sql`case when ${isLockOver(world)} then 0 else ${left} end` })
    .where(eq(accounts.id, account.id));
}

/** A lock that has run out takes its count with it. */
function isLockOver({ policy, now }: World): SQL {
  const { wrongTries, wrongAt } = schema.accounts;
  return sql`${wrongTries} >= ${policy.triesPerAccount} and ${wrongAt} <= ${now() - policy.lockLife}`;
}

/** A right code at a sign-in starts the account's count anew. */
export async function forgetTries({ tx, account }: Look): Promise<void> {
  await tx.update(schema.accounts).set({ wrongTries: 0 }).where(eq(schema.accounts.id, account.id));
}

interface Counted {
  readonly here: number;
  readonly account: AccountRow;
}
