/** What this backend asks of a kind of method. A kind is one file and one row in `kinds.ts`; nothing else names it. */
import type { BeginRequest, Enrollment, MethodKind, Offer, Proof, Usage } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { Approvals } from './approvals.js';
import type { Limits } from './limits.js';
import type { TextMessage } from './outbox.js';
import type { Pairings } from './pairings.js';
import type { Slots } from './slots.js';
import type { Sends } from './sends.js';
import type { Telephone } from './telephone.js';
import type { Elsewhere } from './elsewhere.js';
import type { HardwareToken } from './hardware-otp.js';

/** What kind of line a number is: `mobile` can be texted, `fixed-line` cannot, `refused` is not taken at all. */
export type Line = 'mobile' | 'fixed-line' | 'refused';

/** The world as a kind may know it. */
export interface World {
  readonly account: { readonly label: string; readonly organization?: string };
  readonly limits: Limits;
  /** The site that the last line of a text names, so that a browser fills the code in there. */
  readonly host: string | undefined;
  /** Where the wizard's page stands: passkeys are made for it. */
  readonly origin: string;
  now(): number;
  random(length: number): Uint8Array;
  /** Makes an id that nobody else has. */
  newId(what: 'enrollment' | 'method' | 'call' | 'request'): string;
  lineOf(number: string): Line | Promise<Line>;
  /** ISO 3166-1 alpha-2. Absent: this backend cannot tell the country of a number. */
  readonly countryOf: ((number: string) => string | undefined | Promise<string | undefined>) | undefined;
  /** Every message and call of the account, over all its enrolments. */
  readonly sends: Sends;
  send(message: TextMessage): void;
  readonly calls: 'keypress' | 'spoken-code';
  readonly callerId: string;
  /** The person's telephone, with every number of the account on it. */
  readonly telephone: Telephone;
  /** The organisation's app on it: how it is paired, and what it is asked. */
  readonly pairings: Pairings;
  readonly approvals: Approvals;
  /** The organisation's hardware tokens. */
  readonly tokens: readonly HardwareToken[];
  /** The page elsewhere, where things are registered. */
  readonly elsewhere: Elsewhere;
}

/**
 * What a proof is worth. Only `wrong` counts as a guess. `undecided` says nothing yet: the enrolment is answered as it
 * stands. `refused` says that it could not have been a guess, and may end the enrolment (`isOver`) where nothing can be
 * proved twice against the same challenge.
 */
export type Verdict =
  | { readonly type: 'undecided' }
  | { readonly type: 'right' }
  | { readonly type: 'wrong'; readonly reason: 'mismatch' | 'clock_skew' }
  | { readonly type: 'refused'; readonly fault: EnrollmentFault; readonly isOver?: true };

/** What the general part writes into a `RegisteredMethod`. */
export interface Description {
  readonly label: string;
  readonly channels?: readonly string[];
  /** The one of them by which it was proved. */
  readonly provedBy?: string;
  /** What tells two methods of one kind apart, such as the whole number. Never leaves the backend. */
  readonly identity?: string;
}

/** One open enrolment, as its kind keeps it. */
export interface Attempt {
  /** When it is over, on the wall clock. May move while it stands. */
  endsAt(): number;
  next(attemptsLeft: number): Enrollment['next'];
  prove(proof: Proof): Verdict;
  /** Whether this proof is the one that already counted. Asked only once it is registered. */
  isReplay(proof: Proof): boolean;
  describe(name: string | undefined, locale: string): Description;
  /** `begin` came again with the same wish. */
  comeBack?(locale: string): void;
  /** Sends again, or refuses. Absent: there is nothing to send. */
  challenge?(channel: string | undefined, locale: string): void;
  /** It is over, one way or the other: what still rings or asks falls silent, and its codes are worth nothing. */
  end?(): void;
}

export interface Opening<K extends MethodKind> {
  readonly request: BeginRequest<K>;
  readonly offer: Offer<K>;
  readonly locale: string;
  /** Identities of this kind that stand, and stay when this one is registered. */
  readonly taken: readonly string[];
  /** How many of this kind those are, known by an identity or not. */
  readonly beside: number;
  /** Hands in what was proved, or guessed wrong, on the phone and not in the wizard. `false`: it counts for nothing now. */
  tell(verdict: 'right' | 'wrong'): boolean;
}

/** As much of the world as a kind of the host's own may count on. */
export type OpenWorld = Pick<World, 'account' | 'limits' | 'now' | 'random' | 'newId' | 'send'>;

export interface Kind<K extends MethodKind = MethodKind> {
  readonly slots: Slots;
  /** Beside the others: the strongest method is the default. */
  readonly strength: number;
  /** It is good for no more than this, whatever its offer says. */
  readonly atMost?: readonly Usage[];
  /** Refuses what cannot be used, before anything is opened or sent. The only place where a kind may wait. */
  check?(request: BeginRequest<K>, offer: Offer<K>): Promise<void>;
  open(opening: Opening<K>): Attempt;
}

/**
 * A kind of the host's own, for `MemoryBackendOptions.kinds`.
 *
 * @example
 * const badge: KindOption<'badge'> = ({ limits, now }) => ({ slots: 'one-per-offer', strength: 1, open: … });
 */
export type KindOption<K extends MethodKind> = (world: OpenWorld) => Kind<K>;
