/** What `email` decides: address → code by mail → registered. Pure. */
import { type AddressProblem, readAddress } from '../../contract/email-address.js';
import { leadsElsewhere, type MethodFault } from '../../contract/fault.js';
import type { Enrolled, MethodContext, MethodLogic, MethodSpec, Next, Reply } from '../../contract/method.js';
import type { Delivery } from '../../contract/next.js';
import {
  type Resend,
  type ResendEvent,
  resendAfter,
  resendAfterRefusal,
  shrunk,
  timersOf,
} from '../../contract/resend.js';
import { type CodeProblem, readCode } from '../../contract/typed-code.js';
import { frames } from './frames.js';
import type { en } from './strings.js';

export type EmailState =
  | {
      readonly page: 'address';
      readonly typed: string;
      readonly busy: 'sending' | undefined;
      readonly problem: AddressProblem | 'gone' | MethodFault | undefined;
    }
  | {
      readonly page: 'code';
      readonly typed: string;
      /** Shown: what was typed; after a reload the backend's masked form. */
      readonly to: string;
      readonly length: number;
      readonly alphabet: 'digits' | 'alphanumeric';
      readonly resend: Resend;
      readonly busy: 'checking' | 'sending' | undefined;
      readonly problem: CodeProblem | MethodFault | undefined;
    }
  | { readonly page: 'registered' };

export type EmailEvent =
  | { readonly type: 'address-given'; readonly typed: string }
  | { readonly type: 'code-given'; readonly typed: string }
  | { readonly type: 'asked-again' }
  | ResendEvent
  | { readonly type: 'went-back' }
  | { readonly type: 'went-on' };

export interface Email extends MethodSpec {
  readonly kind: 'email';
  readonly state: EmailState;
  readonly event: EmailEvent;
  readonly strings: typeof en;
}

export type On<P extends EmailState['page']> = Extract<EmailState, { readonly page: P }>;

const digits = 6;

export const logic: MethodLogic<Email> = {
  start: (_context, pending) => (pending ? arrived({ typed: '' }, pending) : [addressPage('')]),

  update(state, incoming, context) {
    switch (incoming.type) {
      case 'address-given':
        return state.page === 'address' && !state.busy ? addressGiven(incoming.typed, context) : [state];
      case 'code-given':
        return state.page === 'code' && !state.busy ? codeGiven(state, incoming.typed) : [state];
      case 'asked-again':
        return state.page === 'code' ? askedAgain(state) : [state];
      case 'resend-allowed':
        return [
          state.page === 'code' && state.resend.type === 'waiting' ? { ...state, resend: { type: 'allowed' } } : state,
        ];
      case 'wait-shrunk':
        return state.page === 'code' ? shrunk(state) : [state];
      case 'went-back':
        return [state.page === 'code' ? addressPage(state.typed) : state];
      case 'went-on':
        return state.page === 'registered' ? [state, [{ type: 'leave' }]] : [state];
      case 'enrolled':
        return enrolled(state, incoming);
      case 'refused':
        return [refused(state, incoming)];
      case 'withdrawn':
        return [state.page === 'registered' ? state : { ...state, busy: undefined }];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function addressPage(typed: string, problem?: On<'address'>['problem']): On<'address'> {
  return { page: 'address', typed, busy: undefined, problem };
}

function addressGiven(typed: string, { offer, account }: MethodContext<Email>): Next<Email> {
  const read = readAddress(typed, { domains: offer.refusedDomains, own: account.label });
  if ('problem' in read) return [addressPage(typed, read.problem)];
  return [{ ...addressPage(typed), busy: 'sending' }, [{ type: 'begin', input: { address: read.address } }]];
}

function codeGiven(state: On<'code'>, typed: string): Next<Email> {
  const read = readCode(typed, state);
  if ('problem' in read) return [{ ...state, problem: read.problem }];
  return [
    { ...state, busy: 'checking', problem: undefined },
    [{ type: 'verify', proof: { type: 'code', code: read.code } }],
  ];
}

/** A link that has to wait is held. */
function askedAgain(state: On<'code'>): Next<Email> {
  if (state.busy || state.resend.type !== 'allowed') return [state];
  return [{ ...state, busy: 'sending', problem: undefined }, [{ type: 'challenge' }]];
}

/** Where an enrolment stands; of the page before what was typed, and where it went. */
function arrived(
  { typed, to: known = '' }: { readonly typed: string; readonly to?: string },
  { enrollment: { next } }: Enrolled<Email>,
): Next<Email> {
  if (next.type === 'done') return [{ page: 'registered' }];
  const { length = digits, alphabet } = next;
  const delivery: Partial<Delivery> = next.delivery ?? {};
  const resend = resendAfter(delivery);
  const to = typed.trim() || (delivery.to ?? known);
  return [{ page: 'code', typed, to, length, alphabet, resend, busy: undefined, problem: undefined }, timersOf(resend)];
}

function enrolled(state: EmailState, reply: Enrolled<Email>): Next<Email> {
  if (state.page === 'registered') return [state];
  const isRepeated = state.page === 'code' && state.busy === 'sending';
  const [next, effects = []] = arrived(state, reply);
  return [next, isRepeated && next.page === 'code' ? [...effects, { type: 'announce', text: 'code.sent' }] : effects];
}

function refused(state: EmailState, { fault }: Extract<Reply<Email>, { readonly type: 'refused' }>): EmailState {
  if (state.page === 'registered') return state;
  if (state.page === 'address' || leadsElsewhere(fault)) return addressPage(state.typed, fault);
  if (fault.code === 'enrollment_gone') return addressPage(state.typed, 'gone');
  return { ...state, busy: undefined, problem: fault, resend: resendAfterRefusal(state.resend, fault) };
}
