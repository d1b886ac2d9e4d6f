/** What an organisation decides about sign-in methods: everything that the planner must be told of it. Types only. */
import type { Offer, Usage } from '../contract/enrollment.js';

/**
 * What the planner reads of an offer. Every {@link Offer} of the contract is one, and so is an offer of a kind that has
 * no row in `MethodTypes` yet: the planner hands offers on as they are, and never looks into their settings.
 *
 * @example
 * const email: PlannableOffer = { kind: 'email', usage: ['recovery'] };
 */
export interface PlannableOffer {
  readonly kind: string;
  /** Tells two offers of one kind apart. The planner knows `office` and `alternate` of kind `phone`. */
  readonly offerId?: string;
  /** What the organisation takes the method for: signing in, resetting the password, or both. */
  readonly usage: readonly Usage[];
}

/**
 * Who wants a second method at sign-in, which decides whether it may be put off.
 * - `none`: nobody.
 * - `per-user`: switched on for this person. Never put off; app passwords are asked for only here.
 * - `conditional`: a rule about what is being opened. Never put off.
 * - `risk`: a policy about risk. Put off for 14 days from the first asking.
 * - `baseline`: the provider's own minimum: authenticator apps and nothing else. Not put off unless `graceDays` says so.
 *
 * @example
 * const enforcement: Enforcement = 'conditional';
 */
export type Enforcement = 'none' | 'per-user' | 'conditional' | 'risk' | 'baseline';

/**
 * How a password may be reset by the person alone. A method counts for it when the `usage` of its offer says `recovery`.
 *
 * @example
 * const sspr: ResetPolicy = { enabled: true, requireAtSignIn: true, count: 2, reconfirmDays: 180 };
 */
export interface ResetPolicy<O extends PlannableOffer = Offer> {
  readonly enabled: boolean;
  /** Asks at sign-in for what is missing. Where a second method is enforced, what is missing is asked for anyway. */
  readonly requireAtSignIn: boolean;
  /** How many methods a reset takes. */
  readonly count: 1 | 2;
  /** After so many days the person is asked to look at what is registered. 0 or absent: never. */
  readonly reconfirmDays?: number;
  /** May be put off even where the second method may not. Absent: it goes by the rule of the second method. */
  readonly mayPutOff?: true;
  /**
   * What holds for administrators instead, whatever the rest says. Absent: two methods out of those for everybody;
   * security questions are never among them.
   */
  readonly administrators?: { readonly count?: 1 | 2; readonly methods: readonly O[] };
}

/**
 * A nudge towards a stronger method, for people who have a second method already. Not shown in browsers on phones.
 *
 * @example
 * const campaign: Campaign = { kinds: ['push', 'passkey'], snoozes: 3, snoozeDays: 7 };
 */
export interface Campaign {
  /** Kinds that the campaign is for. Default: `push`. */
  readonly kinds?: readonly string[];
  /** How often it may be put off before it may not any more. Default 3. */
  readonly snoozes?: number | 'unlimited';
  /** How many days it then keeps quiet. 0: until the next sign-in. Default 1. */
  readonly snoozeDays?: number;
}

/**
 * How many methods of these kinds, taken together, one person may have.
 *
 * @example
 * const caps: readonly Cap[] = [{ kinds: ['push', 'totp', 'hardware-otp'], atMost: 5 }];
 */
export interface Cap {
  readonly kinds: readonly string[];
  readonly atMost: number;
}

/**
 * The organisation's policy. `O` is the type of its offers: by default those of the kinds that the program knows, so that
 * what is planned is what `load` answers.
 *
 * @example
 * const policy: OrganizationPolicy = {
 *   mfa: { enforcement: 'conditional' },
 *   sspr: { enabled: true, requireAtSignIn: true, count: 2 },
 *   methods: [
 *     { kind: 'push', usage: ['sign-in', 'recovery'] },
 *     { kind: 'phone', usage: ['sign-in', 'recovery'], channels: ['sms', 'voice'] },
 *   ],
 * };
 */
export interface OrganizationPolicy<O extends PlannableOffer = Offer> {
  /** Every method that is allowed, in any order; `usage` says what each of them counts for. */
  readonly methods: readonly O[];
  /** The second method at sign-in. `graceDays`: how long it may be put off, instead of what is usual. */
  readonly mfa: { readonly enforcement: Enforcement; readonly graceDays?: number };
  /** Self-service reset of the password. Absent: there is none. */
  readonly sspr?: ResetPolicy<O>;
  readonly campaign?: Campaign;
  readonly caps?: readonly Cap[];
  /** Asked for last, each by itself and once: an app password, recovery codes. */
  readonly closing?: readonly O[];
  /** Kinds that come first, in this order, whatever the table of strengths says. */
  readonly order?: readonly string[];
}
