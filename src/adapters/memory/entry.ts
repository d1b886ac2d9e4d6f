/** One enrolment on the books: open, done, or gone. */
import type { BeginRequest, Enrollment, EnrollmentId, MethodId, MethodKind, Offer } from '../../contract/enrollment.js';
import type { PendingEnrollment, RegisteredMethod } from '../../contract/security-info.js';
import type { Attempt, Kind } from './kind.js';

export interface Open {
  readonly phase: 'open';
  readonly id: EnrollmentId;
  readonly kind: Kind;
  readonly offer: Offer;
  readonly replaces: MethodId | undefined;
  /** The method after which it was opened by itself. */
  readonly follows: MethodId | undefined;
  /** What was wished for: `begin` with the same wish finds this enrolment again. */
  readonly wish: string;
  readonly attempt: Attempt;
  /** What the person calls it. */
  name: string | undefined;
  /** Wrong tries so far, over all resends. */
  wrong: number;
}

/** Kept for whoever asks after a lost answer; nothing of it can be proved again. */
export interface Done {
  readonly phase: 'done';
  readonly attempt: Attempt;
  readonly answer: Enrollment;
}

/** All that is left: its secret and its codes went with it. */
export interface Gone {
  readonly phase: 'gone';
  readonly reason: 'expired' | 'superseded';
}

export type Entry = Open | Done | Gone;

/** The same text for the same wish. What it is called and whether it starts over are no part of it. */
export function wishOf(request: BeginRequest): string {
  const parts = Object.entries(request).filter(([name]) => name !== 'label' && name !== 'restart');
  return JSON.stringify(parts.sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function pendingOf(entry: Open): PendingEnrollment {
  const { follows } = entry;
  return { ...namesOf(entry), ...(follows !== undefined && { follows }) };
}

/** An open enrolment as the widget sees it. */
export function openAnswer(entry: Open, attemptsLeft: number, now: number): Enrollment {
  return { ...answerOf(entry, entry.attempt.next(attemptsLeft)), expiresIn: entry.attempt.endsAt() - now };
}

export function doneAnswer(entry: Open, method: RegisteredMethod): Enrollment {
  return answerOf(entry, { type: 'done', methods: [method] });
}

/** What is done, with what was opened after it for as long as somebody can go on with that. */
export function withFollower(answer: Enrollment, pending: readonly PendingEnrollment[]): Enrollment {
  const { next } = answer;
  if (next.type !== 'done') return answer;
  const then = pending.find(({ follows }) => next.methods.some(({ id }) => id === follows));
  return then === undefined ? answer : { ...answer, next: { ...next, then } };
}

function namesOf({ id, offer: { kind, offerId }, replaces }: Open): PendingEnrollment {
  return { id, kind, ...(offerId !== undefined && { offerId }), ...(replaces !== undefined && { replaces }) };
}

/** An attempt was opened by the kind of its offer, so `next` fits; that is what the compiler is asked to believe. */
function answerOf<K extends MethodKind>(entry: Open, next: Enrollment<K>['next']): Enrollment<K> {
  return { ...namesOf(entry), next } as Enrollment<K>;
}
