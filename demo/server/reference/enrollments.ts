/** Enrolments of every kind: opened once, proved once, and gone when they are over. Knows no kind by name. */
import type { Enrollment, EnrollmentId, MethodId, Proof } from '../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import type { PendingEnrollment, RegisteredMethod } from '../../../src/contract/security-info.js';
import { Account } from './account.js';
import { doneAnswer, openAnswer } from './answers.js';
import {
  close,
  entryOf,
  findRow,
  insertEntry,
  keep,
  openRows,
  overdueRows,
  pendingOf,
  stateOf,
  takeOver,
} from './entries.js';
import type { Accepted, Entry, EnrollmentRow, Kind } from './kind.js';
import { kindOf, strengthOf } from './kinds/index.js';
import { giveNotice } from './notices.js';
import { calledBy, followerDue, requestFor, usageOf, wishOf } from './shared-rules.js';
import { mayBegin, obstacle } from './room.js';
import { countWrong, forgiveTries, guessesOf } from './tries.js';
import { attempt, type Look, type Reauthentication, refuse, type Verdict, type Work } from './work.js';
import type { Wish } from './wish.js';
import { newId } from './world.js';

export class Enrollments {
  async begin(work: Work, { kind, opening, checked }: Wish): Promise<Verdict<EnrollmentId>> {
    const { request, offer } = opening;
    work.note({ kind: offer.kind });
    const books = await Account.read(work, strengthOf);
    if (!mayBegin(books, offer, work)) throw new EnrollmentError({ code: 'method_unavailable' });
    const replaced = request.replaces === undefined ? undefined : books.row(request.replaces);
    if (replaced !== undefined && replaced.kind !== request.kind) throw new EnrollmentError({ code: 'policy_denied' });
    if ('refused' in checked) throw new EnrollmentError(checked.refused);
    const rows = await openRows(work);
    const standing = rows.find((row) => row.kind === offer.kind && row.offerId === (offer.offerId ?? ''));
    const wishMark = work.world.secrets.mark(wishOf(request), 'wish');
    const isMeant = request.restart !== true && standing?.wishMark === wishMark;
    if (standing !== undefined && isMeant && !guessesOf(work).isSpent(standing.wrong)) {
      return { answer: await this.#comeBack(work, kind, standing, calledBy(request)) };
    }
    refuse(guessesOf(work).lock());
    const opened = await attempt(work, async (inner) => {
      // A refusal further down brings it back.
      if (standing !== undefined) await this.#drop(inner, standing, 'superseded');
      return { answer: await this.#open(inner, books, { kind, opening, found: checked.answer }) };
    });
    if ('refused' in opened) await kind.refused?.(work, opened.refused);
    else work.note({ enrollmentId: opened.answer });
    return opened;
  }

  async verify(work: Work, id: EnrollmentId, proof: Proof): Promise<Verdict<EnrollmentId>> {
    const row = await this.#findNoted(work, id);
    const kind = this.#kind(row);
    if (row.phase === 'done') {
      if (await kind.isReplay(work, row, proof))
        throw new EnrollmentError({ code: 'invalid_code', reason: 'replayed' });
      throw superseded();
    }
    await takeOver(work, row);
    refuse(guessesOf(work).beforeTry(row.wrong));
    const entry = entryOf(work, row);
    const worth = await kind.prove(work, entry, proof);
    if (worth.type === 'undecided') return { answer: id };
    if (worth.type === 'refused') {
      if (!worth.isOver) throw new EnrollmentError(worth.fault);
      await this.#drop(work, row, 'superseded');
      // Returned and not thrown, so that the end stays.
      return { refused: worth.fault };
    }
    if (worth.type === 'wrong') {
      const { here, account } = await countWrong(work, id);
      // Returned and not thrown, so that the count stays.
      return { refused: guessesOf({ ...work, account }).answer(here, worth.reason) };
    }
    await this.#finish(work, kind, worth.entry ?? entry, worth.accepted);
    return { answer: id };
  }

  /** `stale`: how a sign-in that is too old is proved again. It sees what its own session opened: what is open shows secrets (R23). */
  async get(look: Look, id: EnrollmentId, stale?: Reauthentication): Promise<Enrollment> {
    const row = await findRow(look, id);
    if (row.phase === 'done') return doneAnswer(row, await this.pending(look));
    if (stale !== undefined && row.sessionMark !== look.sessionMark) {
      throw new EnrollmentError({ code: 'reauth_required', how: stale });
    }
    const entry = entryOf(look, row);
    const next = await this.#kind(row).next(look, entry, guessesOf(look).left(row.wrong));
    return openAnswer(row, next, look.world.now());
  }

  async challenge(work: Work, id: EnrollmentId, channel: string | undefined): Promise<Verdict<EnrollmentId>> {
    const row = await this.#findNoted(work, id);
    const kind = this.#kind(row);
    if (row.phase === 'done') throw superseded();
    if (kind.challenge === undefined) throw new EnrollmentError({ code: 'unsupported' });
    await takeOver(work, row);
    refuse(guessesOf(work).closed(row.wrong));
    await kind.challenge(work, entryOf(work, row), channel);
    return { answer: id };
  }

  /** What is done stays done: a late cancel must not take a registered method away. Unknown ids are fine too. */
  async cancel(work: Work, id: EnrollmentId): Promise<void> {
    const row = (await openRows(work)).find((open) => open.id === id);
    if (row === undefined) return;
    work.note({ enrollmentId: id, kind: row.kind });
    await this.#drop(work, row, 'superseded');
  }

  /**
   * What the phone says about an open enrolment. `ignored`: nothing can be proved there, or not for now.
   */
  async hear(
    work: Work,
    id: EnrollmentId,
    heard: { readonly right: Accepted } | 'wrong',
  ): Promise<'counted' | 'ignored'> {
    const row = (await openRows(work)).find((open) => open.id === id);
    if (row === undefined || guessesOf(work).closed(row.wrong) !== undefined) return 'ignored';
    work.note({ kind: row.kind, enrollmentId: id });
    if (heard === 'wrong') await countWrong(work, id);
    else await this.#finish(work, this.#kind(row), entryOf(work, row), heard.right);
    return 'counted';
  }

  /** Those that somebody can still go on with. */
  async pending(look: Look): Promise<readonly PendingEnrollment[]> {
    const tries = guessesOf(look);
    return (await openRows(look)).filter(({ wrong }) => !tries.isSpent(wrong)).map(pendingOf);
  }

  /** A method is gone, and with it what the backend opened after it. */
  async unfollow(work: Work, gone: readonly MethodId[]): Promise<void> {
    for (const row of await openRows(work)) {
      if (row.follows !== null && gone.includes(row.follows)) await this.#drop(work, row, 'superseded');
    }
  }

  /** Closes what is over. */
  async expire(work: Work): Promise<void> {
    for (const row of await overdueRows(work)) await this.#drop(work, row, 'expired');
  }

  async #open(work: Work, books: Account, { kind, opening, found, follows }: Opened): Promise<EnrollmentId> {
    const { request, offer } = opening;
    refuse(await obstacle(kind, offer, books, work, request.replaces));
    // Before anything is looked up: its refusal must not tell what was found.
    const name = calledBy(request);
    // Branded here, and read by nobody but this backend: an id is opaque.
    const id = newId('enrollment') as EnrollmentId;
    const wishMark = work.world.secrets.mark(wishOf(request), 'wish');
    const kept = await kind.open(work, opening, found);
    const entry = await insertEntry(work, { id, offer, wishMark, replaces: request.replaces, follows, name, kept });
    await kind.opened?.(work, entry, opening);
    return id;
  }

  /**
   * Opens what comes after a method that was just registered, under the same lock, so that nobody sees the one without
   * the other. If that is refused, the method stands all the same.
   */
  async #follow(work: Work, books: Account, { id: follows, kind: after }: RegisteredMethod): Promise<void> {
    const offer = followerDue(work.account.followers, after, books.candidates());
    const kind = offer && kindOf(offer.kind);
    if (!kind || (await openRows(work)).some((row) => row.kind === offer.kind)) return;
    const opening = { offer, request: requestFor(offer) };
    await attempt(work, async (inner) => {
      const found = await kind.check?.(work.world, opening);
      return { answer: await this.#open(inner, books, { kind, opening, found, follows }) };
    });
  }

  async #comeBack(work: Work, kind: Kind, row: EnrollmentRow, name: string | undefined): Promise<EnrollmentId> {
    work.note({ enrollmentId: row.id });
    await takeOver(work, row);
    const found = entryOf(work, row);
    const entry: Entry = { ...found, name: name ?? found.name, locale: work.locale };
    if (entry.name !== found.name || entry.locale !== found.locale) {
      await keep(work, entry, { state: entry.state, endsAt: row.endsAt });
    }
    // While the account is locked, a code could not be used.
    if (guessesOf(work).lock() === undefined) await kind.comeBack?.(work, entry);
    return row.id;
  }

  /** Binds what was proved, and ends whatever else is open of its kind: the first confirmation wins (R4). */
  async #finish(work: Work, kind: Kind, entry: Entry, accepted: Accepted): Promise<void> {
    const { id, offer, row } = entry;
    const description = await kind.describe(work, entry);
    const books = await Account.read(work, strengthOf);
    const before = books.rows();
    const { method, replaced } = await books.register(work, {
      id: newId('method') as MethodId,
      offer,
      usage: usageOf(offer, kind.atMost),
      description,
      accepted,
      slots: kind.slots(work.world),
      replaces: row.replaces ?? undefined,
      enrollmentId: id,
    });
    // One statement decides who was first; whoever comes second takes the method back with the rest of its work.
    const closed = await close(work, id, { phase: 'done', acceptedMark: accepted.mark ?? null, registered: method });
    if (closed === undefined) throw superseded();
    await forgiveTries(work, row.wrong);
    await kind.end?.(work, id, entry.state);
    for (const other of await openRows(work)) {
      if (other.kind === offer.kind) await this.#drop(work, other, 'superseded');
    }
    await this.unfollow(
      work,
      replaced.map((old) => old.id),
    );
    await kind.registered?.(work);
    await giveNotice(work, replaced.length > 0 ? 'replaced' : 'added', method.label, before);
    await this.#follow(work, books, method);
  }

  async #drop(work: Work, row: EnrollmentRow, phase: 'expired' | 'superseded'): Promise<void> {
    const closed = await close(work, row.id, { phase });
    if (closed !== undefined) await this.#kind(row).end?.(work, row.id, stateOf(work, row));
  }

  async #findNoted(work: Work, id: EnrollmentId): Promise<EnrollmentRow> {
    const row = await findRow(work, id);
    work.note({ kind: row.kind, enrollmentId: id });
    return row;
  }

  #kind({ kind: name }: EnrollmentRow): Kind {
    const kind = kindOf(name);
    if (kind === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
    return kind;
  }
}

/** An enrolment that may be opened. `found`: what its kind's check found out. */
interface Opened extends Pick<Wish, 'kind' | 'opening'> {
  readonly found: unknown;
  readonly follows?: MethodId;
}

function superseded(): EnrollmentError {
  return new EnrollmentError({ code: 'enrollment_gone', reason: 'superseded' });
}
