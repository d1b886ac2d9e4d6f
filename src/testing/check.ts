/** The form of a check: what it protects from, what it needs, and what it does. */
import type { OptionalCall } from '../contract/security-info.js';
import type { Visit } from './visit.js';

/**
 * A way to register that the kit can go through from beginning to end.
 *
 * @example
 * const way: Way = 'sms';
 */
export type Way =
  | 'totp'
  | 'sms'
  | 'voice'
  | 'push'
  | 'passkey'
  | 'email'
  | 'recovery-codes'
  | 'security-questions'
  | 'app-password'
  | 'hardware-otp'
  | 'external';

/**
 * What a check cannot do without: a way that is offered and that the lab can walk, a hook of the lab, a function of the
 * adapter, or a requirement that may (`skippable`) or may not (`binding`) be put off.
 *
 * @example
 * const needs: readonly Need[] = ['totp', 'cancel', 'clock'];
 */
export type Need =
  | Way
  | OptionalCall
  | 'another'
  | 'stranger'
  | 'password'
  | 'clock'
  | 'texts'
  | 'mails'
  | 'landline'
  | 'refusedAddress'
  | 'loseNextAnswer'
  | 'requireStepUp'
  | 'signInAgain'
  | 'skippable'
  | 'binding';

/**
 * One promise of the contract, tried on one fresh person.
 *
 * @example
 * const check: Check = {
 *   id: 'cancel/unknown',
 *   protectsFrom: 'an error when something is cancelled that is long gone',
 *   needs: ['cancel'],
 *   run: (person) => person.cancel('nobody' as EnrollmentId),
 * };
 */
export interface Check {
  /** `theme/name`; stays the same from version to version. */
  readonly id: string;
  /** What the person would suffer without it: the end of "protects from …". */
  readonly protectsFrom: string;
  readonly needs: readonly Need[];
  run(person: Visit): Promise<void>;
}

/** The checks of one theme, in order, as a table that nobody changes. */
export function table(rows: readonly Check[]): readonly Check[] {
  return Object.freeze([...rows]);
}
