/** What a host gives to make a memory backend, and what it gets. */
import type { SecurityInfoAdapter } from '../../contract/adapter.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { RegisteredMethod, Requirement } from '../../contract/security-info.js';
import type { AppRequest } from './approvals.js';
import type { HardwareToken } from './hardware-otp.js';
import type { Follower } from './followers.js';
import type { CallName } from './faults-on-demand.js';
import type { Line } from './kind.js';
import type { OwnKinds } from './kinds.js';
import type { Limits } from './limits.js';
import type { TextMessage } from './outbox.js';
import type { PhoneCall } from './telephone.js';

/** A requirement as an organisation writes it: one that says nothing of its status is open. */
export type RequirementOption = Omit<Requirement, 'status'> & { readonly status?: Requirement['status'] };

/**
 * Whom the backend is for, and how strict it is. Everything but `account` and `requirements` has a default.
 *
 * @example
 * const options: MemoryBackendOptions = {
 *   account: { label: 'mika@contoso.example', organization: 'Contoso' },
 *   requirements: [
 *     { id: 'app', anyOf: [{ kind: 'totp', usage: ['sign-in'] }] },
 *     { id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms'] }], skip: { timesLeft: 3 } },
 *   ],
 * };
 */
export interface MemoryBackendOptions {
  readonly account: { readonly label: string; readonly organization?: string };
  /** In order, strongest first. One may be born satisfied. */
  readonly requirements: readonly RequirementOption[];
  /** What is registered already. */
  readonly methods?: readonly RegisteredMethod[];
  /** What is opened by itself once something else is registered (`NextDone.then`). Default: nothing is. */
  readonly followers?: readonly Follower[];
  /** Kinds of your own, beside those that are known here; one of the same name stands in for ours. */
  readonly kinds?: OwnKinds;
  /** Wall clock in milliseconds: authenticator apps go by it. Default: `Date`. */
  readonly clock?: { now(): number };
  /** Default: `crypto.getRandomValues`. */
  readonly random?: (length: number) => Uint8Array;
  /** What differs from the usual policy. */
  readonly limits?: Partial<Limits>;
  /** What kind of line an E.164 number is: the place to ask a phone number library. Default: all can be texted. */
  readonly lineOf?: (number: string) => Line | Promise<Line>;
  /**
   * The country of an E.164 number, ISO 3166-1 alpha-2; `undefined` where there is none. With it numbers outside an
   * offer's `countries` are refused. Default: they are not, because no table of numbers is here to tell.
   */
  readonly countryOf?: (number: string) => string | undefined | Promise<string | undefined>;
  /** Who calls, as a phone shows it. Default: `+81 3-0000-0100`. */
  readonly callerId?: string;
  /** What a call wants: a press of `#`, or that the code it speaks is typed into the wizard. Default: `keypress`. */
  readonly calls?: 'keypress' | 'spoken-code';
  /** The organisation's hardware tokens. Default: none, and no serial number is known. */
  readonly tokens?: readonly HardwareToken[];
  /** What `reauthenticate` accepts. Absent: only the host can step up, by `signInAgain`. */
  readonly password?: string;
  /** What `SecurityInfo.notifiesOnChange` says. No notice is written here. */
  readonly notifiesOnChange?: boolean;
  /**
   * The site whose pages may read a texted code, as the last line of the text names it. Default: no such line. The
   * organisation's app is paired at `pair.` and this site; by default at `pair.example`.
   */
  readonly host?: string;
  /** The page for which passkeys are made. Default: the one that this backend runs in, else `https://localhost`. */
  readonly origin?: string;
  /** Awaited in every call before anything happens. A call that is aborted meanwhile rejects at once. */
  readonly latency?: () => Promise<void>;
}

/**
 * The backend, seen from both sides: the adapter for the widget, the rest for the test or the demo around it.
 *
 * @example
 * backend.loseAnswer('verify'); // The code is accepted, and the widget hears only that the network failed.
 * backend.refuse('begin', { code: 'rate_limited', retryAfter: 30_000 });
 * const [first] = backend.messages(); // { to: '+819012345678', text: '004217 is your Contoso code. …' }
 */
export interface MemoryBackend {
  readonly adapter: SecurityInfoAdapter;
  /** Every text message and mail sent so far, oldest first; a mail has a subject. */
  messages(): readonly TextMessage[];
  /** Called for each message as it is sent, before the call that sent it answers; returns the function that stops it. */
  onMessage(listener: (message: TextMessage) => void): () => void;
  /** The next `times` calls of `call` (default 1) are refused with `fault` before anything happens. */
  refuse(call: CallName, fault: EnrollmentFault, times?: number): void;
  /** The next call of `call` does its work, and its answer is lost on the way: it rejects with `network`. */
  loseAnswer(call: CallName): void;
  /** From now on every call answers `session_expired`. */
  expireSession(): void;
  /** A new session: what was put off is asked again, and a right to skip that is used up is gone. */
  signInAgain(): void;
  /** From now on writes are refused with `reauth_required`, until `reauthenticate` or `signInAgain`. */
  requireStepUp(): void;
  /** The organisation's app, as a phone holds it: pairs once, then is asked. */
  readonly app: OrganizationApp;
  /** The phone line. */
  readonly line: PhoneLine;
  /** The page elsewhere that a `redirect` leads to. */
  readonly elsewhere: ExternalPage;
}

/**
 * The page of another service, as a person sees it who was sent there.
 *
 * @example
 * const back = backend.elsewhere.finish(next.url); // 'https://login.example/?ticket=…'
 * await adapter.verify(id, { type: 'returned', url: back }, options);
 */
export interface ExternalPage {
  /** Finishes the setup; returns the address to which the person is sent back. */
  finish(url: string): string;
  /** Cancels it; returns the same. */
  refuse(url: string): string;
}

/**
 * The organisation's app on a simulated phone. It knows no more than an app would: the number to compare stands in the
 * wizard alone, and whoever approves has to read it there.
 *
 * @example
 * await backend.app.pair(provision.uri);
 * backend.app.onRequests(() => {
 *   for (const { id } of backend.app.requests()) backend.app.approve(id, numberReadFromTheWizard);
 * });
 */
export interface OrganizationApp {
  /**
   * What the app's camera saw (the `uri` of a provision), or the code typed by hand. Rejects with an `Error` whose
   * message is `unknown`, `used` or `expired` when there is nothing to pair with.
   */
  pair(text: string): Promise<void>;
  /** Open requests for approval, oldest first. The number is not in it. */
  requests(): readonly AppRequest[];
  /**
   * Called when requests come or go; returns the function that stops it. No timer runs here: that a request has timed
   * out is heard when somebody next looks, and a wizard that waits for it looks all the time.
   */
  onRequests(listener: () => void): () => void;
  /**
   * Approves. Only the number that the wizard shows proves anything: another one, or none, ends the request as
   * `wrong-number`. A request that is over, or never was, is ignored.
   */
  approve(id: string, number?: string): void;
  /** "No, it is not me." */
  deny(id: string): void;
}

/**
 * The line of a simulated phone, with every number of the account on it. A tap that comes too late is ignored.
 *
 * @example
 * backend.line.onCalls(() => {
 *   const ringing = backend.line.calls().find(({ state }) => state === 'ringing');
 *   if (ringing === undefined) return;
 *   backend.line.answer(ringing.id);
 *   backend.line.press(ringing.id, '#');
 * });
 */
export interface PhoneLine {
  /** Every call so far, oldest first. */
  calls(): readonly PhoneCall[];
  /** Called when a call comes or changes; returns the function that stops it. As with the app, no timer runs. */
  onCalls(listener: () => void): () => void;
  /** Picks up. */
  answer(id: string): void;
  /** A key on the keypad: `#` confirms, any other is the wrong key. Nothing, where the call speaks a code. */
  press(id: string, key: string): void;
  /** Before it was answered: busy. After: hung up without a key. */
  hangUp(id: string): void;
}
