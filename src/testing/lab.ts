/** What an integrator writes to have an adapter checked: a source of fresh persons, and what can be done around them. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodKind, Ms } from '../contract/enrollment.js';
import type { NextCode } from '../contract/next.js';
import type { OptionalCall } from '../contract/security-info.js';

/**
 * A value, or the promise of one: every hook may wait.
 *
 * @example
 * const texts = (): Awaitable<readonly LabText[]> => smsSink.messages();
 */
export type Awaitable<T> = T | Promise<T>;

/**
 * Where an adapter is tried: a test instance of its backend, with as much of a phone around it as can be faked. Nothing
 * but `person` is needed for a first run. Each hook that is missing skips the checks that need it, and says so.
 *
 * @example
 * const lab: Lab = {
 *   name: 'our backend, test instance',
 *   kinds: ['totp'],
 *   person: async () => {
 *     const user = await testServer.createUser();
 *     return {
 *       adapter: ourAdapter({ baseUrl: testServer.url, token: user.token }),
 *       codeFor: ({ provision }) => totpOf(provision?.manual.find(({ name }) => name === 'secret')?.value ?? ''),
 *       close: () => testServer.deleteUser(user.id),
 *     };
 *   },
 * };
 */
export interface Lab {
  /** Stands over the report. */
  readonly name: string;
  /**
   * What the backend claims to know. A kind that stands here and that nobody is offered is skipped, and said to be. So is
   * a kind of your own, in one row (`own-kinds/badge`): what it offers is looked at, how it registers is yours to test.
   */
  readonly kinds: readonly MethodKind[];
  /** Faults that are known, by the id of the check: why each is there. They are told apart, and never hidden. */
  readonly known?: Readonly<Record<string, string>>;
  /**
   * Somebody who has just signed in for the first time: nothing is registered, nothing is open, nothing was guessed.
   * Each check asks for one of its own. What is offered is read from `load`: the more kinds the requirements offer, the
   * more is checked; a requirement that may be put off twice or more, and one that may not, cover `skip`.
   */
  person(): Awaitable<LabPerson>;
}

/**
 * One person of a lab, with the world as far as the lab reaches into it.
 *
 * @example
 * const person: LabPerson = {
 *   adapter,
 *   numbers: { mobile: '+819012345678', other: '+819087654321' },
 *   texts: () => smsSink.messages(),
 *   codeFor: () => /\d{6}/.exec(smsSink.messages().at(-1)?.text ?? '')?.[0] ?? '',
 *   clock: { advance: (ms) => testServer.advance(ms) },
 * };
 */
export interface LabPerson {
  readonly adapter: SecurityInfoAdapter;
  /** The same person in a second tab or session. */
  readonly another?: SecurityInfoAdapter;
  /** Somebody else, signed in at the same backend. */
  readonly stranger?: SecurityInfoAdapter;
  /** What `reauthenticate` accepts. */
  readonly password?: string;
  /** Moves the backend's time, and that of the apps behind `codeFor`. The session of the person outlasts it. */
  readonly clock?: { advance(ms: Ms): Awaitable<void> };
  /** Numbers that nobody else uses, E.164: two that can be texted, and one that can only be called. */
  readonly numbers?: { readonly mobile: string; readonly other: string; readonly landline?: string };
  /** Addresses that nobody else uses: two that mail reaches, and one of the organisation's own, which is refused. */
  readonly addresses?: { readonly mailbox: string; readonly other: string; readonly refused?: string };
  /** Every mail with a code so far, oldest first: to these addresses, or to all. */
  mails?(): Awaitable<readonly LabMail[]>;
  /** Every text message so far, oldest first: to these numbers, or to all. */
  texts?(): Awaitable<readonly LabText[]>;
  /**
   * The right code at this moment for what is asked: what an authenticator app shows for `next.provision`, or what the
   * latest text, mail or call for `next.delivery` said, by its `channel`; where there is neither, what the token of
   * `tokens.free` shows.
   */
  codeFor?(next: NextCode): Awaitable<string>;
  /** Serial numbers of hardware tokens, bare: one that this person may add, and one that somebody else has. */
  readonly tokens?: { readonly free: string; readonly taken?: string };
  /** The phone with the organisation's app. */
  readonly device?: LabDevice;
  /** The page of another service. */
  readonly elsewhere?: LabPage;
  /** The phone as far as it rings. */
  readonly line?: LabLine;
  /** A device or a security key, with the browser around it. */
  readonly authenticator?: LabAuthenticator;
  /** The next call of this name does its work, and its answer is lost on the way to `adapter`. */
  loseNextAnswer?(call: 'load' | 'begin' | 'verify' | OptionalCall): Awaitable<void>;
  /** From now on writes are refused with `reauth_required`. */
  requireStepUp?(): Awaitable<void>;
  /** Signs the same person in again: steps up, and asks again for what was put off. */
  signInAgain?(): Awaitable<void>;
  /** Called once the check is over, however it went. */
  close?(): Awaitable<void>;
}

/**
 * A message that was sent.
 *
 * @example
 * const text: LabText = { to: '+819012345678', text: '004217 is your Contoso code.' };
 */
export interface LabText {
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/**
 * A mail that was sent.
 *
 * @example
 * const mail: LabMail = { to: 'mika@home.example', subject: 'Your Contoso code', text: '004217 is your Contoso code.' };
 */
export interface LabMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * The organisation's app on the person's phone. What comes too late is ignored, or rejects: both are right. A code that
 * was used rejects.
 *
 * @example
 * const device: LabDevice = {
 *   pair: (uri) => simulator.scan(uri),
 *   requests: () => simulator.requests(),
 *   approve: (id, number) => simulator.approve(id, number),
 *   deny: (id) => simulator.deny(id),
 * };
 */
export interface LabDevice {
  /** What the camera saw: the `uri` of a provision. */
  pair(uri: string): Awaitable<void>;
  /** Open requests for approval, oldest first. */
  requests(): Awaitable<readonly { readonly id: string }[]>;
  /** Approves, with the number that the person typed; without one where the app would let that happen. */
  approve(id: string, number?: string): Awaitable<void>;
  deny(id: string): Awaitable<void>;
}

/**
 * The page to which a `redirect` leads, and what somebody does there.
 *
 * @example
 * const elsewhere: LabPage = {
 *   finish: (url) => idSimulator.finish(url), // 'https://login.example/?code=…'
 *   refuse: (url) => idSimulator.cancel(url),
 * };
 */
export interface LabPage {
  /** Finishes the setup at that address; returns the one to which the person is sent back. */
  finish(url: string): Awaitable<string>;
  /** Cancels it; returns the same. */
  refuse(url: string): Awaitable<string>;
}

/**
 * What makes passkeys: a software authenticator will do.
 *
 * @example
 * const emulator = new WebAuthnEmulator();
 * const authenticator: LabAuthenticator = { create: (options) => emulator.createJSON('https://login.example', options) };
 */
export interface LabAuthenticator {
  /**
   * What a browser would hand in for these options (`PublicKeyCredentialCreationOptionsJSON`), as JSON, on a page of the
   * backend's own; where `origin` is given, on a page there. The person is verified.
   */
  create(options: unknown, origin?: string): Awaitable<unknown>;
}

/**
 * The phone line.
 *
 * @example
 * const line: LabLine = {
 *   calls: () => voiceSink.calls(),
 *   answer: (id) => voiceSink.answer(id),
 *   press: (id, key) => voiceSink.press(id, key),
 * };
 */
export interface LabLine {
  /** Every call so far, oldest first. */
  calls(): Awaitable<readonly { readonly id: string; readonly to: string; readonly extension?: string }[]>;
  answer(id: string): Awaitable<void>;
  /** A key on the keypad of an answered call. */
  press(id: string, key: string): Awaitable<void>;
}
