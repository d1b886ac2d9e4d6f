/** What `phone` decides: number → code by text, or a call to answer → registered. Pure. */
import { leadsElsewhere } from '../../contract/fault.js';
import type { Enrolled, MethodContext, MethodLogic, Next, Reply } from '../../contract/method.js';
import { resendAfter, resendAfterRefusal, shrunk, timersOf } from '../../contract/resend.js';
import { foldDigits, readCode } from '../../contract/typed-code.js';
import { channelsOf } from './channels.js';
import type { PhoneChannel } from './contract.js';
import { frames } from './frames.js';
import { firstCountry, readNumber, zoneOf, type Zone } from './phone-number.js';
import type { Draft, On, Phone, PhoneState, Reach } from './state.js';

export type { Phone, PhoneEvent, PhoneState } from './state.js';

type Context = MethodContext<Phone>;
type Refused = Extract<Reply<Phone>, { readonly type: 'refused' }>;
/** Where the phone is being reached, or was. */
type Reaching = On<'code' | 'calling' | 'unanswered'>;

const digits = 6;

export const logic: MethodLogic<Phone> = {
  start(context, pending) {
    const { locale, offer } = context;
    const draft: Draft = {
      country: firstCountry(locale, offer),
      number: '',
      extension: '',
      channel: channelsOf(offer)[0],
    };
    return pending ? arrived(draft, pending) : [numberPage(draft)];
  },

  update(state, incoming, context) {
    switch (incoming.type) {
      case 'number-given': {
        if (state.page !== 'number' || state.isBusy) return [state];
        const { type: _type, ...draft } = incoming;
        return numberGiven({ ...state, draft: { ...draft, channel: chosen(draft.channel, context) } }, context);
      }
      case 'zone-loaded':
        return state.page === 'number' ? zoneLoaded(state, incoming.zone, context) : [state];
      case 'zone-missed':
        return state.page === 'number' && state.awaited === incoming.code
          ? [{ ...state, awaited: undefined, isBusy: false, problem: 'unread' }]
          : [state];
      case 'code-given':
        return state.page === 'code' && !state.busy ? codeGiven(state, incoming.typed) : [state];
      case 'asked-again':
        return isReaching(state) ? askedAgain(state, incoming.channel, context) : [state];
      case 'resend-allowed':
        return isReaching(state) && state.resend.type === 'waiting' ? resendAllowed(state) : [state];
      case 'wait-shrunk':
        return isReaching(state) ? shrunk(state) : [state];
      case 'went-back':
        return [isReaching(state) ? numberPage(state.draft) : state];
      case 'went-on':
        return state.page === 'registered' ? [state, [{ type: 'leave' }]] : [state];
      case 'enrolled':
        return enrolled(state, incoming);
      case 'refused':
        return [refused(state, incoming)];
      case 'withdrawn':
        if (state.page === 'number') return [{ ...state, isBusy: false, awaited: undefined }];
        return [isReaching(state) ? { ...state, busy: undefined } : state];
    }
  },

  frame: (state, { offer }) => frames[state.page](state as never, channelsOf(offer)),
};

function isReaching(state: PhoneState): state is Reaching {
  return state.page === 'code' || state.page === 'calling' || state.page === 'unanswered';
}

function chosen(channel: string, { offer }: Context): PhoneChannel {
  const channels = channelsOf(offer);
  return channels.find((one) => one === channel) ?? channels[0];
}

function numberPage(draft: Draft, problem?: On<'number'>['problem']): On<'number'> {
  return { page: 'number', draft, zones: [], awaited: undefined, isBusy: false, problem };
}

function numberGiven(state: On<'number'>, context: Context): Next<Phone> {
  const { draft, zones } = state;
  const code = zoneOf(draft.number, draft.country);
  const zone = zones.find((known) => known.code === code);
  if (!zone) return [{ ...state, awaited: code, isBusy: true, problem: undefined }];
  const read = readNumber(draft.number, draft.country, context.offer.countries, zone);
  if ('problem' in read) return [{ ...state, awaited: undefined, isBusy: false, problem: read.problem }];
  const { e164: number, country } = read;
  const extension = foldDigits(draft.extension.trim());
  if (!/^\d{0,7}$/.test(extension)) return [{ ...state, awaited: undefined, isBusy: false, problem: 'extension' }];
  return [
    { ...state, draft: { ...draft, country }, awaited: undefined, isBusy: true, problem: undefined },
    [{ type: 'begin', input: { number, channel: draft.channel, ...(extension && { extension }) } }],
  ];
}

/** The plans are here: a number that waited for them is read now. */
function zoneLoaded(state: On<'number'>, zone: Zone, context: Context): Next<Phone> {
  if (state.zones.some(({ code }) => code === zone.code)) return [state];
  const next = { ...state, zones: [...state.zones, zone] };
  return state.awaited === zone.code ? numberGiven(next, context) : [next];
}

function codeGiven(state: On<'code'>, typed: string): Next<Phone> {
  const read = readCode(typed, state);
  if ('problem' in read) return [{ ...state, problem: read.problem }];
  return [
    { ...state, busy: 'checking', problem: undefined },
    [{ type: 'verify', proof: { type: 'code', code: read.code } }],
  ];
}

/** A link that has to wait is held; the one button of its page says how long. */
function askedAgain(state: Reaching, channel: PhoneChannel, { offer }: Context): Next<Phone> {
  const { resend } = state;
  if (state.page === 'unanswered' && !state.busy && resend.type === 'waiting')
    return [{ ...state, problem: { type: 'early', left: resend.left } }];
  const isHeld = state.busy !== undefined || resend.type !== 'allowed' || !channelsOf(offer).includes(channel);
  return isHeld ? [state] : [{ ...state, busy: channel, problem: undefined }, [{ type: 'challenge', channel }]];
}

function resendAllowed(state: Reaching): Next<Phone> {
  const next = { ...state, resend: { type: 'allowed' } } as const;
  const isTold = next.page === 'unanswered' && next.problem !== undefined && 'type' in next.problem;
  return isTold ? [{ ...next, problem: undefined }, [{ type: 'announce', text: 'again.allowed' }]] : [next];
}

/** Where an enrolment stands. */
function arrived(draft: Draft, { enrollment: { next } }: Enrolled<Phone>): Next<Phone> {
  if (next.type === 'done') return [{ page: 'registered', by: draft.channel === 'sms' ? 'code' : 'call' }];
  const delivery = next.type === 'rejected' ? undefined : next.delivery;
  const resend = resendAfter(next.type === 'rejected' ? { resendIn: next.retryAfter ?? 0 } : (next.delivery ?? {}));
  const to = draft.number.trim() || (delivery?.to ?? '');
  const reach: Reach = { draft, to, resend, busy: undefined };
  return [pageOf(next, reach), timersOf(resend)];
}

function pageOf(
  next: Exclude<Enrolled<Phone>['enrollment']['next'], { readonly type: 'done' }>,
  reach: Reach,
): Reaching {
  switch (next.type) {
    case 'code': {
      const { length = digits, alphabet, delivery } = next;
      const via = delivery?.channel === 'voice' ? 'voice' : 'sms';
      return { page: 'code', ...reach, via, length, alphabet, problem: undefined };
    }
    case 'wait':
      return { page: 'calling', ...reach, from: next.delivery?.from, problem: undefined };
    case 'rejected':
      return {
        page: 'unanswered',
        ...reach,
        reason: next.reason,
        canCall: next.recover !== 'none',
        problem: undefined,
      };
  }
}

function enrolled(state: PhoneState, reply: Enrolled<Phone>): Next<Phone> {
  const { next } = reply.enrollment;
  if (state.page === 'registered') return [state];
  if (next.type === 'done') return [{ page: 'registered', by: state.page === 'code' ? 'code' : 'call' }];
  // The call of before goes on while another number is typed; how it ends does not matter any more.
  if (state.page === 'number' && !state.isBusy) return [state];
  const draft =
    isReaching(state) && state.busy && state.busy !== 'checking'
      ? { ...state.draft, channel: state.busy }
      : state.draft;
  const [to, effects = []] = arrived(draft, reply);
  if (to.page === 'calling' && state.page !== 'calling')
    return [to, [...effects, { type: 'announce', text: 'calling.said' }]];
  const isRepeated = isReaching(state) && state.busy === 'sms' && to.page === state.page;
  return [keepingName(state, to), isRepeated ? [...effects, { type: 'announce', text: 'code.sent' }] : effects];
}

/** A refusal of a call names no number; the page before it did. */
function keepingName(from: PhoneState, to: PhoneState): PhoneState {
  return isReaching(from) && isReaching(to) && to.to === '' ? { ...to, to: from.to } : to;
}

function refused(state: PhoneState, { fault }: Refused): PhoneState {
  if (state.page === 'registered') return state;
  if (state.page === 'number')
    return state.isBusy ? { ...state, isBusy: false, awaited: undefined, problem: fault } : state;
  if (fault.code === 'enrollment_gone')
    return numberPage(state.draft, state.page === 'code' ? 'gone-code' : 'gone-call');
  if (leadsElsewhere(fault)) return numberPage(state.draft, fault);
  return { ...state, busy: undefined, problem: fault, resend: resendAfterRefusal(state.resend, fault) };
}
