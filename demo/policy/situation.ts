/** What an organisation asks of one person, here and now, in words few enough for an address. Types and data only. */
import type { Enforcement } from '../../src/policy/index.js';

/** Every method that the tram company could ask for, strongest first. The wizard may know fewer. */
export const methods = [
  'passkey',
  'push',
  'totp',
  'hardware-otp',
  'phone',
  'external',
  'email',
  'recovery-codes',
  'security-questions',
  'app-password',
] as const;

export type Method = (typeof methods)[number];

export interface Situation {
  // The organisation
  readonly enforcement: Enforcement;
  /** Allowed for sign-in. */
  readonly signIn: readonly Method[];
  /** Allowed for a reset of the password. */
  readonly reset: readonly Method[];
  /** How many a reset takes; `none`: there is no reset. */
  readonly count: 'none' | 'one' | 'two';
  /** How a phone proves itself. */
  readonly phoneBy: 'text-or-call' | 'text' | 'call';
  readonly campaign: boolean;
  /** Old programs want passwords of their own. */
  readonly oldPrograms: boolean;

  // The person
  readonly has: readonly Method[];
  /** Five authenticator apps, which is all that one person may have. */
  readonly fiveApps: boolean;
  readonly isAdmin: boolean;
  /** How many days ago a second method was first asked for. */
  readonly askedDaysAgo: number;
  /** How often the campaign was put off. */
  readonly snoozed: number;
  /** Last said half a year ago that what is registered is right. */
  readonly isReviewDue: boolean;

  // Here and now
  readonly device: 'desktop' | 'phone';
  /** Signed in with a pass from the help desk that works once. */
  readonly pass: boolean;
  /** What is being opened wants a second method now. */
  readonly isNeededNow: boolean;
  /** Nothing may be registered from this place, or on this device. */
  readonly denied: 'no' | 'place' | 'device';
  /** Cannot be used here: a country that is not called, a browser without passkeys. */
  readonly unusable: readonly Method[];
}

/** An organisation that asks for nothing, and somebody who has nothing. */
export const plain: Situation = {
  enforcement: 'none',
  signIn: [],
  reset: [],
  count: 'none',
  phoneBy: 'text-or-call',
  campaign: false,
  oldPrograms: false,
  has: [],
  fiveApps: false,
  isAdmin: false,
  askedDaysAgo: 0,
  snoozed: 0,
  isReviewDue: false,
  device: 'desktop',
  pass: false,
  isNeededNow: false,
  denied: 'no',
  unusable: [],
};
