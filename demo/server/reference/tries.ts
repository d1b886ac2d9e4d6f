/** How often somebody may guess: the account's count of wrong tries and what it forbids (R26). */
import { and, eq, lt, sql } from 'drizzle-orm';
import type { EnrollmentId, Ms } from '../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import { schema } from '../database/index.js';
import type { Policy } from '../policy.js';
import type { AccountRow, Look, Work } from './work.js';

/** What the account's count allows now; `here` is the count of the enrolment at hand. */
export class Tries {
  readonly #policy: Policy;
  readonly #now: number;
  readonly #wrong: number;
  readonly #latest: number;

  constructor({ account, world }: Pick<Look, 'account' | 'world'>) {
    this.#policy = world.policy;
    this.#now = world.now();
    this.#latest = account.wrongAt;
    // A lock that has run out takes its count with it.
    const isOver = account.wrongTries >= world.policy.triesPerAccount && this.#after(world.policy.lockLife) <= 0;
    this.#wrong = isOver ? 0 : account.wrongTries;
  }

  /** Tries left before either count is used up. */
  left(here: number): number {
    const { triesPerEnrollment, triesPerAccount } = this.#policy;
    return Math.max(0, Math.min(triesPerEnrollment - here, triesPerAccount - this.#wrong));
  }

  isSpent(here: number): boolean {
    return here >= this.#policy.triesPerEnrollment;
  }

  /** The lock, while the account is under it. */
  lock(): EnrollmentFault | undefined {
    return this.#isFull() ? { code: 'locked', retryAfter: this.#after(this.#policy.lockLife) } : undefined;
  }

  /** Why nothing that is typed in an enrolment can be right any more, or not for now. */
  closed(here: number): EnrollmentFault | undefined {
    return this.lock() ?? (this.isSpent(here) ? { code: 'attempts_exhausted', recover: 'restart' } : undefined);
  }

  /** What stands in the way of another try. The growing wait is the account's, so that starting over keeps it. */
  beforeTry(here: number): EnrollmentFault | undefined {
    const { waits, waitsFrom } = this.#policy;
    const closed = this.closed(here);
    if (closed !== undefined || this.#wrong < waitsFrom) return closed;
    const retryAfter = this.#after(waits[Math.min(this.#wrong - waitsFrom, waits.length - 1)] ?? 0);
    return retryAfter > 0 ? { code: 'rate_limited', retryAfter } : undefined;
  }

  /** What the latest wrong try is told; both counts include it already. */
  answer(here: number, reason: 'mismatch' | 'clock_skew'): EnrollmentFault {
    const attemptsLeft = this.left(here);
    if (attemptsLeft > 0) return { code: 'invalid_code', reason, attemptsLeft };
    if (!this.#isFull()) return { code: 'attempts_exhausted', recover: 'restart' };
    return { code: 'attempts_exhausted', recover: 'wait', retryAfter: this.#after(this.#policy.lockLife) };
  }

  #isFull(): boolean {
    return this.#wrong >= this.#policy.triesPerAccount;
  }

  #after(duration: Ms): Ms {
    return this.#latest + duration - this.#now;
  }
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
  const { triesPerAccount, lockLife } = world.policy;
  const now = world.now();
  // A lock that has run out takes its count with it.
  const isOver = sql`${accounts.wrongTries} >= ${triesPerAccount} and ${accounts.wrongAt} <= ${now - lockLife}`;
  const [counted] = await tx
    .update(accounts)
    .set({ wrongTries: sql`case when ${isOver} then 1 else ${accounts.wrongTries} + 1 end`, wrongAt: now })
    .where(eq(accounts.id, account.id))
    .returning();
  return counted ?? account;
}

/** A right proof starts the account's count anew. */
export async function forgetTries({ tx, account }: Look): Promise<void> {
  await tx.update(schema.accounts).set({ wrongTries: 0 }).where(eq(schema.accounts.id, account.id));
}

interface Counted {
  readonly here: number;
  readonly account: AccountRow;
}
