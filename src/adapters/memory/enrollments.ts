/** Enrolments of every kind: opened once, proved once, and gone when they are over. Knows no kind by name. */
import type {
  BeginRequest,
  Enrollment,
  EnrollmentId,
  MethodId,
  MethodKind,
  Offer,
  Proof,
} from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { PendingEnrollment, RegisteredMethod } from '../../contract/security-info.js';
import type { Account } from './account.js';
import { doneAnswer, type Done, type Entry, type Gone, type Open, openAnswer, pendingOf } from './entry.js';
import { withFollower, wishOf } from './entry.js';
import { type Follower, followerDue, followerOffer, requestFor } from './followers.js';
import { Guesses } from './guesses.js';
import type { View } from './idempotency.js';
import type { Kind, Opening, World } from './kind.js';
import { calledBy } from './own-name.js';
import { missingBefore } from './requirements.js';
import { countsToward } from './slots.js';

export interface Surroundings {
  readonly world: World;
  readonly account: Account;
  readonly kindOf: (kind: MethodKind) => Kind | undefined;
  readonly followers: readonly Follower[];
}

export class Enrollments {
  readonly #world: World;
  readonly #account: Account;
  readonly #kindOf: Surroundings['kindOf'];
  readonly #followers: readonly Follower[];
  readonly #guesses: Guesses;
  readonly #entries = new Map<EnrollmentId, Entry>();

  constructor({ world, account, kindOf, followers }: Surroundings) {
    this.#world = world;
    this.#account = account;
    this.#kindOf = kindOf;
    this.#followers = followers;
    this.#guesses = new Guesses(world.limits, () => world.now());
  }

  async begin(request: BeginRequest, locale: string): Promise<View<Enrollment>> {
    const offer = this.#offer(request.kind, request.offerId);
    const kind = this.#kindOf(request.kind);
    if (offer === undefined || kind === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
    const replaced = request.replaces === undefined ? undefined : this.#account.method(request.replaces);
    if (replaced !== undefined && replaced.kind !== request.kind) throw new EnrollmentError({ code: 'policy_denied' });
    await kind.check?.(request, offer);
    // Nothing waits from here on: of two tabs that begin at once, the second finds the enrolment of the first (R3).
    const { kind: name, offerId } = offer;
    const { replaces } = request;
    const standing = this.#open().find((open) => open.offer.kind === name && open.offer.offerId === offerId);
    if (standing !== undefined && this.#isMeant(standing, request)) return this.#comeBack(standing, request, locale);
    const beside = this.#account.beside({ offer, kind, replaces });
    const id = this.#start(kind, { request, offer, locale, ...beside });
    // Only now, so that a refused beginning leaves the old one as it was.
    if (standing !== undefined) this.cancel(standing.id);
    return () => this.get(id);
  }

  verify(id: EnrollmentId, proof: Proof, locale: string): View<Enrollment> {
    const entry = this.#find(id);
    if (entry.phase === 'done') {
      if (entry.attempt.isReplay(proof)) throw new EnrollmentError({ code: 'invalid_code', reason: 'replayed' });
      throw superseded();
    }
    refuse(this.#guesses.beforeTry(entry.wrong));
    const verdict = entry.attempt.prove(proof);
    if (verdict.type === 'undecided') return () => this.get(id);
    if (verdict.type === 'refused') {
      if (verdict.isOver) this.cancel(id);
      throw new EnrollmentError(verdict.fault);
    }
    if (verdict.type === 'wrong') {
      this.#countWrong(entry);
      throw new EnrollmentError(this.#guesses.answer(entry.wrong, verdict.reason));
    }
    this.#finish(entry, locale);
    return () => this.get(id);
  }

  get(id: EnrollmentId): Enrollment {
    const entry = this.#find(id);
    if (entry.phase === 'done') return withFollower(entry.answer, this.pending());
    return openAnswer(entry, this.#guesses.left(entry.wrong), this.#world.now());
  }

  challenge(id: EnrollmentId, channel: string | undefined, locale: string): View<Enrollment> {
    const entry = this.#find(id);
    if (entry.phase === 'done') throw superseded();
    if (entry.attempt.challenge === undefined) throw new EnrollmentError({ code: 'unsupported' });
    refuse(this.#guesses.closed(entry.wrong));
    entry.attempt.challenge(channel, locale);
    return () => this.get(id);
  }

  /** What is done stays done: a late cancel must not take a registered method away. */
  cancel(id: EnrollmentId): void {
    this.#drop(id, 'superseded');
  }

  /** Those that somebody can still go on with. */
  pending(): readonly PendingEnrollment[] {
    return this.#open()
      .filter(({ wrong }) => !this.#guesses.isSpent(wrong))
      .map(pendingOf);
  }

  /** Whether `begin` means this open enrolment. A spent one is of no use to anybody. */
  #isMeant({ wish, wrong }: Open, request: BeginRequest): boolean {
    return request.restart !== true && !this.#guesses.isSpent(wrong) && wish === wishOf(request);
  }

  #comeBack(entry: Open, request: BeginRequest, locale: string): View<Enrollment> {
    entry.name = calledBy(request) ?? entry.name;
    // While the account is locked, a code could not be used.
    if (this.#guesses.lock() === undefined) entry.attempt.comeBack?.(locale);
    return () => this.get(entry.id);
  }

  #offer(kind: MethodKind, offerId: string | undefined): Offer | undefined {
    return (
      this.#account.offer(kind, offerId) ??
      followerOffer(this.#followers, { kind, offerId }, this.#account.candidates())
    );
  }

  /** Opens what comes after a method that was just registered. If that is refused, the method stands all the same. */
  #follow({ id, kind }: RegisteredMethod, locale: string): void {
    const offer = followerDue(this.#followers, kind, this.#account.candidates());
    const own = offer && this.#kindOf(offer.kind);
    if (!own || this.#open().some((open) => open.kind === own)) return;
    const request = requestFor(offer);
    try {
      const beside = this.#account.beside({ offer, kind: own, replaces: undefined });
      this.#start(own, { request, offer, locale, ...beside }, id);
    } catch (thrown) {
      if (!(thrown instanceof EnrollmentError)) throw thrown;
    }
  }

  #start(kind: Kind, opening: Omit<Opening<MethodKind>, 'tell'>, follows?: MethodId): EnrollmentId {
    const { request, offer } = opening;
    refuse(this.#guesses.lock() ?? missingBefore(offer, this.#account.candidates()));
    const { slots } = kind;
    const isCounted = countsToward(offer.kind, (other) => this.#kindOf(other)?.slots);
    const isFull = slots !== 'one-per-offer' && this.#account.count(isCounted) >= slots.atMost;
    if (isFull && request.replaces === undefined) {
      throw new EnrollmentError({ code: 'limit_reached', max: slots.atMost });
    }
    // Branded here, and read by nobody but this backend: an id is opaque.
    const id = this.#world.newId('enrollment') as EnrollmentId;
    const name = calledBy(request);
    const attempt = kind.open({ ...opening, tell: (verdict) => this.#hear(id, verdict, opening.locale) });
    const { replaces } = request;
    const wish = wishOf(request);
    this.#entries.set(id, { phase: 'open', id, kind, offer, replaces, follows, wish, attempt, name, wrong: 0 });
    return id;
  }

  /** What the phone says about an open enrolment, unless nothing can be proved there, or not for now. */
  #hear(id: EnrollmentId, verdict: 'right' | 'wrong', locale: string): boolean {
    this.#expire();
    const entry = this.#entries.get(id);
    if (entry?.phase !== 'open' || this.#guesses.closed(entry.wrong) !== undefined) return false;
    if (verdict === 'right') this.#finish(entry, locale);
    else this.#countWrong(entry);
    return true;
  }

  #countWrong(entry: Open): void {
    entry.wrong += 1;
    this.#guesses.countWrong();
  }

  /** Binds what was proved, and ends whatever else is open of its kind: the first confirmation wins (R4). */
  #finish(entry: Open, locale: string): void {
    const { offer, attempt, replaces, kind } = entry;
    const method = this.#account.register({
      id: this.#world.newId('method') as MethodId,
      offer,
      description: attempt.describe(entry.name, locale),
      kind,
      replaces,
      addedAt: new Date(this.#world.now()).toISOString(),
    });
    // The enrolment itself is one of them: it has nothing to wait for any more.
    for (const other of this.#open()) if (other.kind === kind) this.cancel(other.id);
    this.#entries.set(entry.id, { phase: 'done', attempt, answer: doneAnswer(entry, method) });
    this.#guesses.forgive(entry.wrong);
    this.#follow(method, locale);
  }

  #find(id: EnrollmentId): Open | Done {
    this.#expire();
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new EnrollmentError({ code: 'enrollment_gone', reason: 'unknown' });
    if (entry.phase === 'gone') throw new EnrollmentError({ code: 'enrollment_gone', reason: entry.reason });
    return entry;
  }

  #open(): Open[] {
    this.#expire();
    return [...this.#entries.values()].filter((entry) => entry.phase === 'open');
  }

  #expire(): void {
    const standing = this.#account.candidates();
    for (const [id, entry] of this.#entries) {
      if (entry.phase !== 'open') continue;
      const { follows } = entry;
      if (entry.attempt.endsAt() <= this.#world.now()) this.#drop(id, 'expired');
      else if (follows !== undefined && !standing.some((method) => method.id === follows)) this.cancel(id);
    }
  }

  #drop(id: EnrollmentId, reason: Gone['reason']): void {
    const entry = this.#entries.get(id);
    if (entry?.phase !== 'open') return;
    this.#entries.set(id, { phase: 'gone', reason });
    entry.attempt.end?.();
  }
}

function superseded(): EnrollmentError {
  return new EnrollmentError({ code: 'enrollment_gone', reason: 'superseded' });
}

function refuse(fault: EnrollmentFault | undefined): void {
  if (fault !== undefined) throw new EnrollmentError(fault);
}
