/**
 * The way out for texts, mails and calls. A message is committed together with what it is about; then it is handed over,
 * again and again under the same id, until whoever carries it has taken it, or it is worth nothing any more.
 */
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import { schema } from '../database/index.js';
import type { Carried } from '../messages/provider.js';
import type { Brakes } from './brakes.js';
import { carry, type Draft } from './carry.js';
import type { Look, Work } from './work.js';
import { nameOf, newId, type World } from './world.js';

const { outbox } = schema;

type Reason = NonNullable<typeof outbox.$inferSelect.reason>;

/** What is sealed into a row. */
interface Sealed {
  readonly draft: Draft;
  readonly source?: string;
}

/** What a trial came to; `elsewhere`: it is not ours to make. */
type Outcome = EnrollmentFault | 'elsewhere' | undefined;

/** How often it is looked whether somebody else's trial is over. */
const betweenLooks = 20;

export class Outbox {
  readonly #world: World;
  readonly #brakes: Brakes;
  readonly #running = new Set<Promise<unknown>>();

  constructor(world: World, brakes: Brakes) {
    this.#world = world;
    this.#brakes = brakes;
  }

  /** Those that are due: never tried because the process ended, tried in vain, or abandoned while being tried. */
  async work(atMost = 20): Promise<void> {
    const due = await this.#world.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.state, 'waiting'), lte(outbox.dueAt, this.#world.now())))
      .orderBy(asc(outbox.dueAt))
      .limit(atMost);
    await Promise.all(due.map(({ id }) => this.#try(id)));
  }

  /**
   * The first trial, which the call that sends waits for. Whether the message may go out at all is decided before the call
   * is answered, however long our own house takes; only whoever carries it is not waited for long.
   */
  async first(id: string): Promise<EnrollmentFault | undefined> {
    const { promise: released, resolve: release } = signal();
    const trial = this.#try(id, release);
    await Promise.race([trial, released]);
    const { promise: late, resolve } = timer(this.#world.policy.firstTrial);
    const outcome = await Promise.race([trial, late]);
    resolve();
    return outcome === 'elsewhere' ? await this.#outcomeOf(id) : outcome;
  }

  /**
   * A copy of a call that sends waits for the same trial, wherever it is made, and is told the same: when either is
   * answered the message is on its way.
   */
  async join(enrollmentId: EnrollmentId): Promise<EnrollmentFault | undefined> {
    const { db, policy, now } = this.#world;
    const isFresh = gt(outbox.createdAt, now() - policy.firstTrial);
    const [fresh] = await db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.enrollmentId, enrollmentId), eq(outbox.state, 'waiting'), isFresh));
    if (fresh === undefined) return undefined;
    // Whoever made the first call may have ended before it could send.
    return await this.first(fresh.id);
  }

  /** Waits a little for what is being sent, before the database is closed. */
  async settle(): Promise<void> {
    const { promise: late, resolve } = timer(this.#world.policy.firstTrial);
    await Promise.race([Promise.allSettled(this.#running), late]);
    resolve();
  }

  /**
   * What came of a trial that somebody else makes: a copy of the call, or a round of what is due. Until it is counted it
   * may yet be held back, so that is waited for as long as the trial can last.
   */
  async #outcomeOf(id: string): Promise<EnrollmentFault | undefined> {
    const { db, policy } = this.#world;
    let row: typeof outbox.$inferSelect | undefined;
    for (let waited = 0; waited < (row?.tries === 0 ? policy.trialLife : policy.firstTrial); waited += betweenLooks) {
      [row] = await db.select().from(outbox).where(eq(outbox.id, id));
      if (row?.state !== 'waiting') return refusalOf(row?.reason ?? null);
      await pause(betweenLooks);
    }
    return undefined;
  }

  #try(id: string, release?: () => void): Promise<Outcome> {
    const trial = this.#trial(id, release).finally(() => this.#running.delete(trial));
    this.#running.add(trial);
    return trial;
  }

  async #trial(id: string, release?: () => void): Promise<Outcome> {
    try {
      return await this.#claimAndSend(id, release);
    } catch (thrown) {
      // The claim runs out, and then it is tried again.
      this.#world.report({ event: 'send', traceId: id, name: nameOf(thrown) });
      return undefined;
    }
  }

  async #claimAndSend(id: string, release?: () => void): Promise<Outcome> {
    const now = this.#world.now();
    const { policy, secrets, db } = this.#world;
    // One of several instances gets it.
    const [row] = await db
      .update(outbox)
      .set({ dueAt: now + policy.trialLife })
      .where(and(eq(outbox.id, id), eq(outbox.state, 'waiting'), lte(outbox.dueAt, now)))
      .returning();
    if (row === undefined || row.message === null) return 'elsewhere';
    if (row.endsAt <= now) return await this.#giveUp(id, 'late');
    const { draft, source } = secrets.open(row.message, `outbox ${id}`) as Sealed;
    const wait = row.tries === 0 ? await this.#brakes.take({ to: draft.to, source }) : undefined;
    if (wait !== undefined) {
      await this.#giveUp(id, 'braked');
      return { code: 'rate_limited', retryAfter: wait };
    }
    // Only what the brakes have counted is a trial: whatever breaks before this, the next one is counted first.
    await db
      .update(outbox)
      .set({ tries: sql`${outbox.tries} + 1` })
      .where(eq(outbox.id, id));
    release?.();
    const carried = await carry(this.#world, draft, { id, accountId: row.accountId }).catch(
      (thrown: unknown): Carried => {
        this.#world.report({ event: 'send', traceId: id, name: nameOf(thrown) });
        return { type: 'later' };
      },
    );
    if (carried.type === 'taken') {
      await this.#close(id, 'sent', null);
      return undefined;
    }
    if (carried.type === 'refused') return await this.#giveUp(id, carried.reason);
    const pause = policy.trialWaits[row.tries];
    if (pause === undefined) return await this.#giveUp(id, 'provider');
    await db
      .update(outbox)
      .set({ dueAt: this.#world.now() + pause })
      .where(eq(outbox.id, id));
    return undefined;
  }

  async #giveUp(id: string, reason: Reason): Promise<EnrollmentFault> {
    await this.#close(id, 'failed', reason);
    return refusalOf(reason) ?? { code: 'undeliverable' };
  }

  async #close(id: string, state: 'sent' | 'failed', reason: Reason | null): Promise<void> {
    await this.#world.db
      .update(outbox)
      .set({ state, reason, message: null })
      .where(and(eq(outbox.id, id), eq(outbox.state, 'waiting')));
  }
}

/** What the provider or a brake said to it; `undefined`: it never got there. */
function refusalOf(reason: Reason | null): EnrollmentFault | undefined {
  if (reason === 'braked') return { code: 'rate_limited' };
  const isTold = reason === 'blocked' || reason === 'opted_out' || reason === 'provider';
  return isTold ? { code: 'undeliverable', reason } : undefined;
}

/** Puts a message among those that go out with this work; returns its id. */
export async function post(work: Work, enrollmentId: EnrollmentId, draft: Draft, endsAt: number): Promise<string> {
  const { tx, world, account, source } = work;
  const id = newId('message');
  const sealed: Sealed = { draft, ...(source !== undefined && { source }) };
  await tx.insert(outbox).values({
    id,
    accountId: account.id,
    enrollmentId,
    message: world.secrets.seal(sealed, `outbox ${id}`),
    state: 'waiting',
    dueAt: world.now(),
    endsAt,
    createdAt: world.now(),
  });
  work.after(() => world.handOver(id));
  return id;
}

/** Whether it was refused, or could not be handed over in time. */
export async function wasLost({ tx }: Look, messageId: string): Promise<boolean> {
  const [row] = await tx.select({ state: outbox.state }).from(outbox).where(eq(outbox.id, messageId));
  return row?.state === 'failed';
}

/** Messages about an enrolment that is over are worth nothing. */
export async function recall({ tx }: Work, enrollmentId: EnrollmentId): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'failed', reason: 'late', message: null })
    .where(and(eq(outbox.enrollmentId, enrollmentId), eq(outbox.state, 'waiting')));
}

function signal(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}

function timer(ms: number): { readonly promise: Promise<undefined>; resolve(): void } {
  let stop = (): void => undefined;
  const promise = new Promise<undefined>((resolve) => {
    const running = setTimeout(() => {
      resolve(undefined);
    }, ms);
    stop = () => {
      clearTimeout(running);
      resolve(undefined);
    };
  });
  return { promise, resolve: stop };
}
