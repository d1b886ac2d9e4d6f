/** What the compiler promises to integrators and method authors: a mistake that it stops catching fails the type check. */
import type { SecurityInfoAdapter, WriteOptions } from '../../src/contract/adapter.js';
import type { MethodCard } from '../../src/contract/card.js';
import type {
  BeginRequest,
  Enrollment,
  EnrollmentId,
  Input,
  MethodId,
  MethodKind,
  NextType,
  Offer,
  Proof,
} from '../../src/contract/enrollment.js';
import { EnrollmentError } from '../../src/contract/enrollment-error.js';
import type { EnrollmentFault, FaultCode, MethodFault, SharedFault } from '../../src/contract/fault.js';
import type {
  Enrolled,
  Frame,
  MethodEffect,
  MethodLogic,
  MethodSpec,
  Next,
  Reply,
  Text,
  Translation,
} from '../../src/contract/method.js';
import type { NextCode, NextWait, ProofCode } from '../../src/contract/next.js';
import type { Requirement, SecurityInfo } from '../../src/contract/security-info.js';
import { defineMethod, type MethodEntry, type MethodModule, type StepView } from '../../src/contract/step.js';
import type * as method from '../../src/method.js';
import type { Phone } from '../../src/methods/phone/logic.js';
import type { Totp } from '../../src/methods/totp/logic.js';

declare const adapter: SecurityInfoAdapter;
declare const signal: AbortSignal;
declare const id: EnrollmentId;
const write: WriteOptions = { signal, locale: 'ja', idempotencyKey: 'key-1' };

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_T extends true>(): void => undefined;

// ── the table of kinds ───────────────────────────────────────────────────────────────────────────────────

/** A third party's row: added from outside, with nothing of ours changed. */
declare module '../../src/contract/enrollment.js' {
  interface MethodTypes {
    'library-card': {
      offer: { readonly branch: string };
      input: { readonly barcode: string };
      next: NextCode | NextWait;
      proof: ProofCode;
    };
    'punch-card': { offer: object; input: object; next: NextCode | { readonly type: 'punched' }; proof: ProofCode };
  }
}

/** What is no next of ours would be refused as a breach of the protocol, so a method cannot declare it. */
holds<Same<NextType<'punch-card'>, 'code'>>();

const kinds: readonly MethodKind[] = ['totp', 'phone', 'library-card'];
// @ts-expect-error a kind that nobody has added
const kind: MethodKind = 'carrier-pigeon';

const card: Offer<'library-card'> = { kind: 'library-card', usage: ['recovery'], branch: 'Harbor' };
// @ts-expect-error the row's own setting is missing
const noBranch: Offer = { kind: 'library-card', usage: ['recovery'] };
// @ts-expect-error a setting of another kind
const alien: Offer<'totp'> = { kind: 'totp', usage: ['sign-in'], channels: ['sms'] };
// @ts-expect-error a use that does not exist
const useless: Offer<'totp'> = { kind: 'totp', usage: ['decoration'] };

holds<Same<Input<'library-card'>, { readonly barcode: string }>>();
holds<Same<Proof<'library-card'>, ProofCode>>();
const waiting: Enrollment<'library-card'> = {
  id,
  kind: 'library-card',
  next: { type: 'wait', for: 'link', pollAfter: 1 },
};
const called: Enrollment<'phone'> = { id, kind: 'phone', next: { type: 'wait', for: 'call', pollAfter: 1 } };
// @ts-expect-error an authenticator app never waits for something elsewhere
const totpWaits: Enrollment<'totp'> = { id, kind: 'totp', next: { type: 'wait', for: 'approval', pollAfter: 1 } };
// @ts-expect-error only the device proves a push
const typedPush: Proof<'push'> = { type: 'code', code: '123456' };

// ── an adapter ───────────────────────────────────────────────────────────────────────────────────────────

void adapter.begin({ kind: 'phone', number: '+819012345678', channel: 'sms' }, write);
void adapter.begin({ kind: 'totp', restart: true, label: 'Pixel' }, write);
void adapter.begin({ kind: 'library-card', barcode: '0042' }, write);
void adapter.verify(id, { type: 'code', code: '123456' }, write);
// @ts-expect-error a write without an idempotency key
void adapter.begin({ kind: 'totp' }, { signal, locale: 'ja' });
// @ts-expect-error a call that cannot be aborted
void adapter.load({ locale: 'ja' });
// @ts-expect-error a phone without a number
void adapter.begin({ kind: 'phone', channel: 'sms' }, write);
// @ts-expect-error a restart is wished for or not mentioned
void adapter.begin({ kind: 'totp', restart: false }, write);
// @ts-expect-error any string is no enrolment's name
void adapter.verify('enrollment-1', { type: 'code', code: '123456' }, write);
// @ts-expect-error the name of a method is no name of an enrolment
void adapter.verify('method-1' as MethodId, { type: 'code', code: '123456' }, write);
// @ts-expect-error an optional call may be absent
void adapter.get(id, write);
// @ts-expect-error no method takes such a proof
void adapter.verify(id, { type: 'sworn' }, write);

/** Three functions are enough. */
export const least: SecurityInfoAdapter = { load: adapter.load, begin: adapter.begin, verify: adapter.verify };
// @ts-expect-error two are not
export const tooFew: SecurityInfoAdapter = { load: adapter.load, begin: adapter.begin };

/** An adapter may take each kind apart by its name. */
export function numberIn(request: BeginRequest): string | undefined {
  // @ts-expect-error not every request has a number
  void request.number;
  return request.kind === 'phone' ? request.number : undefined;
}

export const info: SecurityInfo = {
  account: { label: 'a***@harbor.example' },
  requirements: [
    { id: 'a', anyOf: [card, { kind: 'totp', usage: ['sign-in'] }], status: 'open', skip: { timesLeft: 2 } },
  ],
  methods: [],
  pending: [],
  absent: ['skip'],
};
// @ts-expect-error a requirement that nothing satisfies
export const hopeless: Requirement = { id: 'a', anyOf: [], status: 'open' };
// @ts-expect-error load is never absent
export const mute: SecurityInfo = { ...info, absent: ['load'] };
type Pending = SecurityInfo['pending'][number];
// @ts-expect-error load carries no secret, so what is pending has no next step
export const leaky: Pending = { id, kind: 'totp', next: { type: 'code', alphabet: 'digits' } };

// ── faults ───────────────────────────────────────────────────────────────────────────────────────────────

export const refused = new EnrollmentError({
  code: 'invalid_code',
  reason: 'clock_skew',
  attemptsLeft: 2,
  traceId: 't',
});
// @ts-expect-error a code that is none
export const unknown = new EnrollmentError({ code: 'teapot' });
// @ts-expect-error the way out of it is missing
export const halfTold = new EnrollmentError({ code: 'attempts_exhausted' });
// @ts-expect-error a reason of another code
export const mixedUp = new EnrollmentError({ code: 'undeliverable', reason: 'clock_skew' });
// @ts-expect-error a wizard has no use for free text
export const chatty = new EnrollmentError({ code: 'server', message: 'Oh no' });

holds<Same<SharedFault['code'], 'reauth_required' | 'human_check_required' | 'session_expired' | 'network'>>();
holds<Same<FaultCode, MethodFault['code'] | SharedFault['code']>>();

/** Every code narrows what comes with it, and a `switch` over all of them is complete. */
export function waitAfter(fault: EnrollmentFault): number | undefined {
  return fault.code === 'rate_limited' ? fault.retryAfter : undefined;
}

// ── a method's logic ─────────────────────────────────────────────────────────────────────────────────────

export const wrongCode: Reply<Phone> = { type: 'refused', during: 'verify', fault: { code: 'invalid_code' } };
// @ts-expect-error what is shared is settled before a method hears of it
export const shared: Reply<Phone> = { type: 'refused', during: 'verify', fault: { code: 'session_expired' } };
// @ts-expect-error nor does a method see that the network is down
export const offline: Reply<Totp> = { type: 'refused', during: 'begin', fault: { code: 'network' } };
// @ts-expect-error a method cannot say that it is registered
export const selfMade: MethodEffect<Phone> = { type: 'registered', methods: [] };
// @ts-expect-error nor skip its own requirement
export const truant: MethodEffect<Phone> = { type: 'skip', requirementId: 'a' };
// @ts-expect-error a proof that this method does not have
export const foreignProof: MethodEffect<Phone> = { type: 'verify', proof: { type: 'webauthn', credential: {} } };
// @ts-expect-error an input of another method
export const foreignInput: MethodEffect<Phone> = { type: 'begin', input: { barcode: '0042' } };
// @ts-expect-error a timer sends one of the method's own events
export const foreignEvent: MethodEffect<Totp> = { type: 'after', id: 'a', ms: 1, event: { type: 'resend-asked' } };

export function nextOf({ enrollment: { next } }: Enrolled<Totp>): string {
  // @ts-expect-error an authenticator app has nothing to wait for
  if (next.type === 'wait') return '';
  return next.type === 'done' ? next.methods[0].label : (next.provision?.uri ?? '');
}

// ── texts ────────────────────────────────────────────────────────────────────────────────────────────────

interface Words extends MethodSpec {
  readonly kind: 'library-card';
  readonly state: { readonly page: 'first' } | { readonly page: 'second'; readonly secret: string };
  readonly event: { readonly type: 'went-on' } | { readonly type: 'read'; readonly barcode: string };
  readonly strings: {
    readonly title: 'Library card';
    readonly left: { readonly one: '{count} try left'; readonly other: '{count} tries left' };
    readonly sent: 'Sent to {name} on {date}';
  };
}

export const plain: Text<Words> = 'title';
export const counted: Text<Words> = ['left', { count: 3 }];
export const filled: Text<Words> = ['sent', { name: 'Ayaka', date: 'Monday' }];
// @ts-expect-error a key that does not exist
export const noKey: Text<Words> = 'tilte';
// @ts-expect-error a hole that is left open
export const open: Text<Words> = 'left';
// @ts-expect-error a hole under another name
export const misspelt: Text<Words> = ['left', { cuont: 3 }];
// @ts-expect-error one hole of two
export const halfFilled: Text<Words> = ['sent', { name: 'Ayaka' }];
// @ts-expect-error values for a text that has no hole
export const overfilled: Text<Words> = ['title', { count: 3 }];

export const japanese: Translation<Words['strings']> = {
  title: '図書カード',
  left: { other: '残り {count} 回' },
  sent: '{date}に{name}へ送信',
};
// @ts-expect-error a key is not translated
export const missing: Translation<Words['strings']> = { title: '', left: { other: '' } };
// @ts-expect-error a key that English does not have
export const extra: Translation<Words['strings']> = { title: '', left: { other: '' }, sent: '', more: '' };
// @ts-expect-error where English counts, a translation does too
export const uncounted: Translation<Words['strings']> = { title: '', left: '', sent: '' };
// @ts-expect-error every language has its general form
export const noOther: Translation<Words['strings']> = { title: '', left: { one: '' }, sent: '' };

// ── frames, steps, entries ───────────────────────────────────────────────────────────────────────────────

export const frame: Frame<Words> = {
  title: 'title',
  stage: 'first',
  submit: { label: 'title', toEvent: ({ barcode = '' }) => ({ type: 'read', barcode }) },
  problem: { field: 'barcode', fault: { code: 'conflict', with: 'own' } },
};
// @ts-expect-error every page has a title
export const untitled: Frame<Words> = { stage: 'first' };
// @ts-expect-error a page stands at one of three stages
export const offStage: Frame<Words> = { title: 'title', stage: 'last' };
// @ts-expect-error a page does not show what is shared
export const sharedProblem: Frame<Words> = { title: 'title', stage: 'first', problem: { fault: { code: 'network' } } };
// @ts-expect-error a button sends one of the method's own events
export const foreignButton: Frame<Words> = { title: 'title', stage: 'first', back: { type: 'went-home' } };

// @ts-expect-error a page holds what belongs to it and nothing else
export const secretEverywhere: Next<Words> = [{ page: 'first', secret: 'ABC' }];

export const logic: MethodLogic<Words> = {
  start: () => [{ page: 'first' }],
  update(state, incoming) {
    switch (incoming.type) {
      case 'enrolled':
        return [state];
      case 'refused':
      case 'withdrawn':
        return [{ page: 'first' }];
      case 'went-on':
        return [state, [{ type: 'leave' }]];
      case 'read':
        return [state, [{ type: 'begin', input: { barcode: incoming.barcode } }]];
    }
  },
  frame: () => frame,
};

export const forgetful: MethodLogic<Words> = {
  ...logic,
  // @ts-expect-error an event that is not answered
  update(state, incoming) {
    if (incoming.type !== 'read') return [state];
  },
};

export function draw({ t, send }: StepView<Words>): string {
  send({ type: 'went-on' });
  // @ts-expect-error a step sends its method's events, not the shell's
  send({ type: 'put-off-asked' });
  return t('title') + t(['left', { count: 1 }]);
}

declare const libraryCard: MethodCard & { readonly kind: 'library-card' };
declare const module: MethodModule<Words>;
export const entry: MethodEntry = defineMethod<Words>({
  card: libraryCard,
  load: () => Promise.resolve({ default: module }),
});
declare const otherCard: MethodCard & { readonly kind: 'phone' };
// @ts-expect-error the card of another method
export const mismatched = defineMethod<Words>({ card: otherCard, load: () => Promise.resolve({ default: module }) });
// @ts-expect-error an entry is made by defineMethod, not by hand
export const homeMade: MethodEntry = { card: libraryCard };

/** The entry for method authors has all of this under its own roof. */
holds<Same<method.StepView<Words>, StepView<Words>>>();
holds<Same<method.MethodLogic<Words>, MethodLogic<Words>>>();
holds<Same<method.Offer<'library-card'>, Offer<'library-card'>>>();

void [kinds, kind, noBranch, alien, useless, waiting, called, totpWaits, typedPush];
