/** Enrolments on the books: how their rows are found, read, written and closed. */
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { EnrollmentId, MethodKind, Ms, Offer } from '../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import type { PendingEnrollment } from '../../../src/contract/security-info.js';
import { schema } from '../database/index.js';
import { followingOffer, offerOf } from './account.js';
import type { EnrollmentRow, Entry, Kept } from './kind.js';
import type { Look, Work } from './work.js';
import { isId } from './world.js';

const { enrollments } = schema;

/** What is sealed into a row. */
interface Sealed {
  readonly name?: string;
  readonly locale: string;
  readonly own: unknown;
}

/** The person's enrolment of that id, open or not. Somebody else's is as unknown as one that never was. */
export async function findRow({ tx, account, world }: Look, id: EnrollmentId): Promise<EnrollmentRow> {
  const isOwn = and(eq(enrollments.id, id), eq(enrollments.accountId, account.id));
  const [row] = isId(id) ? await tx.select().from(enrollments).where(isOwn) : [];
  if (row === undefined) throw new EnrollmentError({ code: 'enrollment_gone', reason: 'unknown' });
  // No timer runs here: that its time is over is noticed by whoever looks.
  const isOver = row.phase === 'open' && row.endsAt <= world.now();
  const phase = isOver ? 'expired' : row.phase;
  if (phase === 'expired' || phase === 'superseded')
    throw new EnrollmentError({ code: 'enrollment_gone', reason: phase });
  return row;
}

/** The person's open enrolments, oldest first. */
export function openRows({ tx, account, world }: Look): Promise<EnrollmentRow[]> {
  return tx
    .select()
    .from(enrollments)
    .where(
      and(eq(enrollments.accountId, account.id), eq(enrollments.phase, 'open'), gt(enrollments.endsAt, world.now())),
    )
    .orderBy(asc(enrollments.place));
}

/** When the person opened enrolments of a kind, whatever has become of them: oldest first. */
export function openedWithin(
  { tx, account, world }: Look,
  kind: MethodKind,
  within: Ms,
): Promise<{ readonly at: number }[]> {
  const { accountId, kind: name, openedAt } = enrollments;
  return tx
    .select({ at: openedAt })
    .from(enrollments)
    .where(and(eq(accountId, account.id), eq(name, kind), gt(openedAt, world.now() - within)))
    .orderBy(asc(openedAt));
}

/** Opens what is sealed in the row of an open enrolment. */
export function entryOf({ account, world }: Look, row: EnrollmentRow): Entry {
  const offerId = row.offerId === '' ? undefined : row.offerId;
  const offer = offerOf(account, row.kind, offerId) ?? followingOffer(account, row.kind, offerId);
  if (offer === undefined || row.state === null) throw new EnrollmentError({ code: 'method_unavailable' });
  const { name, locale, own } = world.secrets.open(row.state, placeOf(row.id)) as Sealed;
  return { row, id: row.id, offer, name, locale, state: own };
}

/** What the kind kept, where it can still be read. */
export function stateOf({ world }: Look, { id, state }: EnrollmentRow): unknown {
  return state === null ? undefined : (world.secrets.open(state, placeOf(id)) as Sealed).own;
}

export interface NewEntry {
  readonly id: EnrollmentId;
  readonly offer: Offer;
  readonly wishMark: string;
  readonly replaces: EnrollmentRow['replaces'] | undefined;
  readonly follows: EnrollmentRow['follows'] | undefined;
  readonly name: string | undefined;
  readonly kept: Kept<unknown>;
}

export async function insertEntry(work: Work, entry: NewEntry): Promise<Entry> {
  const { tx, world, account, sessionMark, locale } = work;
  const { id, offer, kept, name, wishMark, replaces, follows } = entry;
  const [row] = await tx
    .insert(enrollments)
    .values({
      id,
      accountId: account.id,
      sessionMark: sessionMark ?? '',
      kind: offer.kind,
      offerId: offer.offerId ?? '',
      wishMark,
      replaces: replaces ?? null,
      follows: follows ?? null,
      phase: 'open',
      state: seal(work, id, name, locale, kept.state),
      endsAt: kept.endsAt,
      openedAt: world.now(),
    })
    .returning();
  if (row === undefined) throw new Error('an insert that returns nothing');
  return { row, id, offer, name, locale, state: kept.state };
}

/** Writes down what a kind keeps from now on. */
export async function keep<K extends MethodKind, S>(
  work: Work,
  { id, name, locale }: Pick<Entry<K, S>, 'id' | 'name' | 'locale'>,
  { state, endsAt }: Kept<S>,
): Promise<void> {
  await work.tx
    .update(enrollments)
    .set({ state: seal(work, id, name, locale, state), endsAt })
    .where(and(eq(enrollments.id, id), eq(enrollments.phase, 'open')));
}

/** The session that asks has the enrolment from now on, be it after a reload or after another sign-in (R75). */
export async function takeOver({ tx, sessionMark }: Work, { id, sessionMark: before }: EnrollmentRow): Promise<void> {
  if (sessionMark === undefined || sessionMark === before) return;
  await tx.update(enrollments).set({ sessionMark }).where(eq(enrollments.id, id));
}

/** Closes an open enrolment, and wipes what was sealed in it. `undefined`: it was not open any more. */
export async function close(
  { tx }: Work,
  id: EnrollmentId,
  how: Pick<EnrollmentRow, 'phase'> & Partial<Pick<EnrollmentRow, 'acceptedMark' | 'registered'>>,
): Promise<EnrollmentRow | undefined> {
  const [row] = await tx
    .update(enrollments)
    .set({ state: null, ...how })
    .where(and(eq(enrollments.id, id), eq(enrollments.phase, 'open')))
    .returning();
  return row;
}

/** Open on the books, and over by the clock. */
export function overdueRows({ tx, account, world }: Look): Promise<EnrollmentRow[]> {
  return tx
    .select()
    .from(enrollments)
    .where(
      and(eq(enrollments.accountId, account.id), eq(enrollments.phase, 'open'), lte(enrollments.endsAt, world.now())),
    );
}

export function pendingOf(row: EnrollmentRow): PendingEnrollment {
  return { ...namesOf(row), ...(row.follows !== null && { follows: row.follows }) };
}

/** What every answer about it begins with. */
export function namesOf({ id, kind, offerId, replaces }: EnrollmentRow): PendingEnrollment {
  return { id, kind, ...(offerId !== '' && { offerId }), ...(replaces !== null && { replaces }) };
}

function seal({ world }: Work, id: EnrollmentId, name: string | undefined, locale: string, own: unknown): string {
  const sealed: Sealed = { ...(name !== undefined && { name }), locale, own };
  return world.secrets.seal(sealed, placeOf(id));
}

function placeOf(id: EnrollmentId): string {
  return `enrollment ${id}`;
}
