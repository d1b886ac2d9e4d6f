/** What `phone` decides: number → code by text → registered. Pure. */
import { leadsElsewhere, type MethodFault } from '../../contract/fault.js';
import type { Enrolled, MethodContext, MethodLogic, MethodSpec, Next, Reply } from '../../contract/method.js';
import { readCode, type CodeProblem } from '../../contract/typed-code.js';
import type {} from './contract.js';
import { frames } from './frames.js';
import { firstCountry, readNumber, zoneOf, type NumberProblem, type Zone } from './phone-number.js';
import type { en } from './strings.js';

/** A number as it was typed: shown back like this, never in another form (R132). */
export interface Draft {
  readonly country: string;
  readonly number: string;
}

export type PhoneState =
  | {
      readonly page: 'number';
      readonly draft: Draft;
      /** The countries to choose from; undefined: all. */
      readonly countries: readonly string[] | undefined;
      /** The numbering plans at hand; the step fetches them, since they are heavy. */
      readonly zones: readonly Zone[];
      /** The zone that a given number waits for. */
      readonly awaited: string | undefined;
      readonly isBusy: boolean;
      readonly problem: NumberProblem | 'gone' | 'unread' | MethodFault | undefined;
    }
  | {
      readonly page: 'code';
      readonly draft: Draft;
      /** Shown: what was typed; after a reload the backend's masked form. */
      readonly to: string;
      readonly length: number;
      readonly alphabet: 'digits' | 'alphanumeric';
      readonly resend: Resend;
      readonly busy: 'checking' | 'sending' | undefined;
      readonly problem: CodeProblem | MethodFault | undefined;
    }
  | { readonly page: 'registered' };

/** When another code may be asked for; the wait is told in steps, since a clock that ticks disturbs (R98). */
type Resend =
  { readonly type: 'allowed' } | { readonly type: 'waiting'; readonly left: number } | { readonly type: 'used-up' };

export type PhoneEvent =
  | { readonly type: 'number-given'; readonly draft: Draft }
  | { readonly type: 'zone-loaded'; readonly zone: Zone }
  | { readonly type: 'zone-missed'; readonly code: string }
  | { readonly type: 'code-given'; readonly typed: string }
  | { readonly type: 'resend-asked' }
  | { readonly type: 'resend-allowed' }
  | { readonly type: 'wait-shrunk' }
  | { readonly type: 'went-back' }
  | { readonly type: 'went-on' };

export interface Phone extends MethodSpec {
  readonly kind: 'phone';
  readonly state: PhoneState;
  readonly event: PhoneEvent;
  readonly strings: typeof en;
}

type Context = MethodContext<Phone>;
type On<P extends PhoneState['page']> = Extract<PhoneState, { readonly page: P }>;
type Refused = Extract<Reply<Phone>, { readonly type: 'refused' }>;

const digits = 6;

export const logic: MethodLogic<Phone> = {
  start(context, pending) {
    const draft = { country: firstCountry(context.locale, context.offer), number: '' };
    return pending ? arrived(draft, pending) : [numberPage(draft, context)];
  },

  update(state, incoming, context) {
    switch (incoming.type) {
      case 'number-given':
        return state.page === 'number' && !state.isBusy ? numberGiven({ ...state, draft: incoming.draft }) : [state];
      case 'zone-loaded':
        return state.page === 'number' ? zoneLoaded(state, incoming.zone) : [state];
      case 'zone-missed':
        return state.page === 'number' && state.awaited === incoming.code
          ? [{ ...state, awaited: undefined, isBusy: false, problem: 'unread' }]
          : [state];
      case 'code-given':
        return state.page === 'code' && !state.busy ? codeGiven(state, incoming.typed) : [state];
      case 'resend-asked':
        return state.page === 'code' && !state.busy && state.resend.type === 'allowed'
          ? [{ ...state, busy: 'sending', problem: undefined }, [{ type: 'challenge', channel: 'sms' }]]
          : [state];
      case 'resend-allowed':
        return [
          state.page === 'code' && state.resend.type === 'waiting' ? { ...state, resend: { type: 'allowed' } } : state,
        ];
      case 'wait-shrunk':
        return state.page === 'code' && state.resend.type === 'waiting'
          ? waitShrunk(state, state.resend.left)
          : [state];
      case 'went-back':
        return [state.page === 'code' ? numberPage(state.draft, context) : state];
      case 'went-on':
        return state.page === 'registered' ? [state, [{ type: 'leave' }]] : [state];
      case 'enrolled':
        return enrolled(state, incoming);
      case 'refused':
        return [refused(state, incoming, context)];
      case 'withdrawn':
        if (state.page === 'number') return [{ ...state, isBusy: false, awaited: undefined }];
        return [state.page === 'code' ? { ...state, busy: undefined } : state];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function numberPage(draft: Draft, { offer }: Context, problem?: On<'number'>['problem']): On<'number'> {
  return {
    page: 'number',
    draft,
    countries: offer.countries,
    zones: [],
    awaited: undefined,
    isBusy: false,
    problem,
  };
}

function numberGiven(state: On<'number'>): Next<Phone> {
  const { draft, countries, zones } = state;
  const code = zoneOf(draft.number, draft.country);
  const zone = zones.find((known) => known.code === code);
  if (!zone) return [{ ...state, awaited: code, isBusy: true, problem: undefined }];
  const read = readNumber(draft.number, draft.country, countries, zone);
  if ('problem' in read) return [{ ...state, awaited: undefined, isBusy: false, problem: read.problem }];
  const { e164, country } = read;
  return [
    { ...state, draft: { ...draft, country }, awaited: undefined, isBusy: true, problem: undefined },
    [{ type: 'begin', input: { number: e164, channel: 'sms' } }],
  ];
}

/** The plans are here: a number that waited for them is read now. */
function zoneLoaded(state: On<'number'>, zone: Zone): Next<Phone> {
  if (state.zones.some(({ code }) => code === zone.code)) return [state];
  const next = { ...state, zones: [...state.zones, zone] };
  return state.awaited === zone.code ? numberGiven(next) : [next];
}

function codeGiven(state: On<'code'>, typed: string): Next<Phone> {
  const read = readCode(typed, state);
  if ('problem' in read) return [{ ...state, problem: read.problem }];
  return [
    { ...state, busy: 'checking', problem: undefined },
    [{ type: 'verify', proof: { type: 'code', code: read.code } }],
  ];
}

/** Where an enrolment stands. The wait for another code runs from the moment the answer arrived. */
function arrived(draft: Draft, { enrollment: { next } }: Enrolled<Phone>): Next<Phone> {
  if (next.type !== 'code') return [{ page: 'registered' }];
  const { length = digits, alphabet, delivery } = next;
  const wait = delivery?.resendIn ?? 0;
  const resend: Resend =
    delivery?.sendsLeft === 0 ? { type: 'used-up' } : wait > 0 ? { type: 'waiting', left: wait } : { type: 'allowed' };
  const to = draft.number.trim() || (delivery?.to ?? '');
  return [
    { page: 'code', draft, to, length, alphabet, resend, busy: undefined, problem: undefined },
    resend.type === 'waiting'
      ? [{ type: 'after', id: 'resend', ms: wait, event: { type: 'resend-allowed' } }, shrink]
      : [],
  ];
}

/** Told every ten seconds; the end has a timer of its own, which no throttled tab can drag out. */
const shrinkEvery = 10_000;
const shrink = { type: 'after', id: 'shrink', ms: shrinkEvery, event: { type: 'wait-shrunk' } } as const;

function waitShrunk(state: On<'code'>, before: number): Next<Phone> {
  const left = before - shrinkEvery;
  return left > 0 ? [{ ...state, resend: { type: 'waiting', left } }, [shrink]] : [state];
}

function enrolled(state: PhoneState, reply: Enrolled<Phone>): Next<Phone> {
  if (state.page === 'registered') return [state];
  const [next, effects = []] = arrived(state.draft, reply);
  if (state.page !== 'code' || state.busy !== 'sending' || next.page !== 'code') return [next, effects];
  return [next, [...effects, { type: 'announce', text: 'code.sent' }]];
}

function refused(state: PhoneState, { fault }: Refused, context: Context): PhoneState {
  switch (state.page) {
    case 'number':
      return { ...state, isBusy: false, awaited: undefined, problem: fault };
    case 'registered':
      return state;
    case 'code': {
      const { code } = fault;
      if (code === 'enrollment_gone') return numberPage(state.draft, context, 'gone');
      if (leadsElsewhere(fault)) return numberPage(state.draft, context, fault);
      // A code that has to be replaced can be, at once.
      const isSpent = code === 'code_expired' || (code === 'attempts_exhausted' && fault.recover === 'resend');
      const resend: Resend = isSpent && state.resend.type !== 'used-up' ? { type: 'allowed' } : state.resend;
      return { ...state, busy: undefined, problem: fault, resend };
    }
  }
}
