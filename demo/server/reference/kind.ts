/** What this backend asks of a kind of method. A kind is one file and one row in `kinds/index.ts`; nothing else names it. */
import type {
  BeginRequest,
  Enrollment,
  EnrollmentId,
  MethodKind,
  Offer,
  Proof,
  Usage,
} from '../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { schema } from '../database/index.js';
import type { Policy } from '../policy.js';
import type { Slots } from './shared-rules.js';
import type { Look, Work } from './work.js';
import type { World } from './world.js';

/**
 * What a proof is worth. Only `wrong` counts as a guess. `undecided` says nothing yet: the enrolment is answered as it
 * stands. `refused` says that it could not have been a guess, and may end the enrolment (`isOver`) where nothing can be
 * proved twice against the same challenge.
 */
export type Worth =
  /** `entry`: with what the proof told, for `describe`. */
  | { readonly type: 'right'; readonly accepted: Accepted; readonly entry?: Entry }
  | { readonly type: 'undecided' }
  | { readonly type: 'wrong'; readonly reason: 'mismatch' | 'clock_skew' }
  | { readonly type: 'refused'; readonly fault: EnrollmentFault; readonly isOver?: true };

/** What is remembered of the proof that counted. */
export interface Accepted {
  /** A keyed fingerprint of it, to tell a replay. */
  readonly mark?: string;
  /** By which channel it came. */
  readonly channel?: string;
  /** Which time step it was for (R20). */
  readonly step?: number;
}

/** What the general part writes down about a new method. */
export interface Description {
  readonly label: string;
  readonly channels?: readonly string[];
  /** What tells two methods of one kind apart, such as the whole number; kept as a keyed fingerprint. */
  readonly identity?: string;
  /** What a sign-in will need; kept sealed. */
  readonly secret?: unknown;
}

/** An enrolment on the books. */
export type EnrollmentRow = typeof schema.enrollments.$inferSelect;

/** An open enrolment with what its kind keeps of it. */
export interface Entry<K extends MethodKind = MethodKind, S = unknown> {
  readonly row: EnrollmentRow;
  readonly id: EnrollmentId;
  readonly offer: Offer<K>;
  /** What the person calls it. */
  readonly name: string | undefined;
  /** The language of the wizard when it was opened; what happens on the phone is told in it. */
  readonly locale: string;
  readonly state: S;
}

export interface Opening<K extends MethodKind> {
  readonly request: BeginRequest<K>;
  readonly offer: Offer<K>;
}

/** What a kind keeps, and how long the enrolment stands. */
export interface Kept<S> {
  readonly state: S;
  readonly endsAt: number;
}

/** `S` is what a kind keeps of an open enrolment: JSON, sealed, and gone when the enrolment is over. `F` is what its check found out. */
export interface Kind<K extends MethodKind = MethodKind, S = unknown, F = unknown> {
  readonly slots: (world: World) => Slots;
  /** Beside the others: the strongest method is the default. */
  readonly strength: number;
  /** It is good for no more than this, whatever its offer says (R14). */
  readonly atMost?: readonly Usage[];
  /** How many the person may open in an hour, where each costs something. Absent: as many as they like. */
  readonly perHour?: (policy: Policy) => number;
  /**
   * Refuses what cannot be used, before anything is opened. The only place where a kind may wait for anything but the
   * database; what it found out is handed to `open`. That of a method which follows another runs under the account's
   * lock: it needs nothing from the person, so it can have nobody else to ask.
   */
  check?(world: World, opening: Opening<K>): Promise<F>;
  open(work: Work, opening: Opening<K>, found: F): Promise<Kept<S>>;
  /** The opening was refused, and all of it is undone; what is written here stays. */
  refused?(work: Work, fault: EnrollmentFault): Promise<void>;
  /** It stands on the books: what must be sent can be sent. A refusal undoes the opening. */
  opened?(work: Work, entry: Entry<K, S>, opening: Opening<K>): Promise<void>;
  next(look: Look, entry: Entry<K, S>, attemptsLeft: number): Promise<Enrollment<K>['next']>;
  prove(work: Work, entry: Entry<K, S>, proof: Proof): Promise<Worth>;
  /** Whether this proof is the one that already counted (R20). */
  isReplay(look: Look, row: EnrollmentRow, proof: Proof): Promise<boolean>;
  describe(look: Look, entry: Entry<K, S>): Promise<Description>;
  /** `begin` came again with the same wish. */
  comeBack?(work: Work, entry: Entry<K, S>): Promise<void>;
  /** Sends again, or refuses. Absent: there is nothing to send. */
  challenge?(work: Work, entry: Entry<K, S>, channel: string | undefined): Promise<void>;
  /** It is over, one way or the other: what still rings or asks falls silent, and its codes are worth nothing. */
  end?(work: Work, enrollmentId: EnrollmentId, state: S | undefined): Promise<void>;
  /** Where the person hears of changes by a method of this kind (R8). `secret`: as `describe` gave it. */
  noticesTo?(secret: unknown): string;
  /** It was registered. */
  registered?(work: Work): Promise<void>;
}
