/** Whom a plan is for, and the circumstances it is made in. Types only; every time is in epoch milliseconds. */
import type { Ms } from '../contract/enrollment.js';
import type { PlannableOffer } from './organization-policy.js';

/**
 * A method that the person has. A `RegisteredMethod` of the contract is one.
 *
 * @example
 * const office: Registered = { kind: 'phone', offerId: 'office', channels: ['voice'] };
 */
export interface Registered {
  readonly kind: string;
  /** Which of several offers of the kind it is, where that is known. Absent: any of them. */
  readonly offerId?: string;
  /** The ways it can be used. A phone that can only be called counts for nothing where only texts are allowed. */
  readonly channels?: readonly string[];
  /** ISO 8601; only looked at where everything is asked for anew. */
  readonly addedAt?: string;
}

/**
 * How often a requirement was put off, and when last (epoch milliseconds).
 *
 * @example
 * const skips: Skips = { times: 1, lastAt: Date.now() };
 */
export interface Skips {
  readonly times: number;
  readonly lastAt?: number;
}

/**
 * What is known of the person.
 *
 * @example
 * const person: Person = { registered: [{ kind: 'phone' }], skips: { campaign: { times: 1 } } };
 */
export interface Person {
  readonly registered: readonly Registered[];
  /** Has an administrator's role, for which other rules of reset hold. */
  readonly isAdmin?: boolean;
  /** The directory holds a business phone: without one an office phone is not asked for. */
  readonly hasBusinessPhone?: boolean;
  /** When a second method was first asked for; the grace runs from here. Absent: now. */
  readonly firstAskedAt?: number;
  /**
   * Everything is asked for anew, since this moment (epoch milliseconds): what was registered before, or nobody knows when,
   * counts for nothing.
   */
  readonly anewSince?: number;
  /** When the person last said that what is registered is right. Absent: that is never due. */
  readonly confirmedAt?: number;
  /** By the id of the requirement. */
  readonly skips?: Readonly<Record<string, Skips>>;
}

/**
 * How the person signed in, where it was by a pass from the help desk. What frees from the password is then asked for
 * before all else.
 *
 * @example
 * const temporaryPass: TemporaryPass = { once: true, usedAt: session.startedAt };
 */
export interface TemporaryPass {
  /** One that works once: what frees the person from it has to be registered within ten minutes. */
  readonly once: boolean;
  /** When it was used, in epoch milliseconds. */
  readonly usedAt: number;
}

/**
 * Here and now.
 *
 * @example
 * const context: PlanContext = { now: Date.now(), device: 'desktop' };
 */
export interface PlanContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** `phone`: a browser on a phone, where no campaign is shown. Default `desktop`. */
  readonly device?: 'desktop' | 'phone';
  /** When this sign-in began: what was put off since stays put off. Absent: nothing is put off yet. */
  readonly signedInAt?: number;
  /** What is being opened wants a second method now, whatever grace is left. */
  readonly needsMfaNow?: boolean;
  readonly temporaryPass?: TemporaryPass;
  /** Offers that cannot be used here: a blocked country, a browser without passkeys. Without `offerId`: all of the kind. */
  readonly unavailable?: readonly Pick<PlannableOffer, 'kind' | 'offerId'>[];
  /** Nothing may be registered from this place, or on this device. */
  readonly denied?: 'place' | 'device' | 'other';
}

/** A day in milliseconds. */
export const day: Ms = 86_400_000;
