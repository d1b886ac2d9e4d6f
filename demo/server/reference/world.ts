/** The surroundings of the backend: what is given to it once, and used by all of its parts. */
import { randomBytes } from 'node:crypto';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { Database } from '../database/index.js';
import type { ExternalProvider } from '../external/index.js';
import type { MessageProvider } from '../messages/provider.js';
import type { Mailer } from '../mail/mailer.js';
import type { Policy } from '../policy.js';
import type { Secrets } from '../secrets/index.js';
import type { NumberPlan } from './number-plan.js';

export interface World {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly policy: Policy;
  readonly provider: MessageProvider;
  /** Absent: nobody is told when methods change. */
  readonly mailer: Mailer | undefined;
  readonly numbers: NumberPlan;
  /** The site that the last line of a text names (R30). */
  readonly host: string | undefined;
  /** The pages on which the wizard stands; passkeys are made for the site of the first. */
  readonly origins: readonly string[];
  /** Where the organisation's app is paired: its address, to which `#` and the code are added. */
  readonly pairAt: string;
  /** Absent: nothing is registered elsewhere. */
  readonly elsewhere: ExternalProvider | undefined;
  readonly callerId: string;
  readonly calls: 'keypress' | 'spoken-code';
  now(): number;
  random(length: number): Uint8Array;
  /** Hands a committed message to the provider, and waits for that a little. What it returns is why it never arrives. */
  handOver(messageId: string): Promise<EnrollmentFault | undefined>;
  /** Waits for what another copy of the same call is handing over. */
  joinHandOver(enrollmentId: EnrollmentId): Promise<EnrollmentFault | undefined>;
  /** Told of what went wrong, without a word of what was in it. */
  report(trouble: Trouble): void;
}

/** Something that is no refusal. The trace id stands in the fault that the person's wizard got, too. */
export interface Trouble {
  readonly event: string;
  readonly traceId: string;
  /** The error's class, and the database's code where it has one; never its message, which may quote values. */
  readonly name: string;
}

/**
 * An id that nobody can guess.
 *
 * @example
 * newId('method'); // 'method-f3J…'
 */
export function newId(what: string): string {
  return `${what}-${randomBytes(16).toString('base64url')}`;
}

/**
 * Whether a text can be one of our ids. What cannot be one is never shown to the database, which throws at some texts.
 *
 * @example
 * isId('enrollment-\u0000'); // false
 */
export function isId(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text);
}

/**
 * What may be written into a log about something that was thrown.
 *
 * @example
 * nameOf(new TypeError('…')); // 'TypeError'
 */
export function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const cause: unknown = thrown.cause;
  const code = [thrown, cause].map((one) => (one as { code?: unknown } | undefined)?.code).find(isCode);
  return code === undefined ? thrown.name : `${thrown.name} ${code}`;
}

function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^\w{1,40}$/.test(code);
}
