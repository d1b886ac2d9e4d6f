/** What `badge` decides: number → PIN → registered. Pure. */
import { leadsElsewhere, readCode } from '../../src/method.js';
import type {
  CodeProblem,
  Enrolled,
  Frame,
  MethodFault,
  MethodLogic,
  MethodSpec,
  Next,
  Reply,
} from '../../src/method.js';
import type {} from './contract.js';
import { frames } from './frames.js';
import type { en } from './strings.js';

interface Asking {
  /** Wrong as it was typed, or refused. */
  readonly problem: CodeProblem | MethodFault | undefined;
  readonly isBusy: boolean;
}

/** The tag is the page. A PIN is in none of them: it goes from the field into the call. */
export type BadgeState =
  /** `badge`: shown in the field, such as after going back. */
  | ({ readonly page: 'number'; readonly badge: string } & Asking)
  /** `badge` is empty after a reload, when only the backend knows the number. */
  | ({ readonly page: 'pin'; readonly badge: string; readonly length: number } & Asking)
  | { readonly page: 'registered' };

export type BadgeEvent =
  | { readonly type: 'number-given'; readonly typed: string }
  | { readonly type: 'pin-given'; readonly typed: string }
  | { readonly type: 'went-back' }
  | { readonly type: 'went-on' };

export interface Badge extends MethodSpec {
  readonly kind: 'badge';
  readonly state: BadgeState;
  readonly event: BadgeEvent;
  readonly strings: typeof en;
}

export type On<P extends BadgeState['page']> = Extract<BadgeState, { readonly page: P }>;

/** Digits of the number on a badge. */
export const numberDigits = 8;
/** Of a PIN whose length the backend does not tell. */
const pinDigits = 6;

export const logic: MethodLogic<Badge> = {
  start: (_context, pending) => (pending ? enrolled('', pending) : [number('')]),

  update(state, incoming) {
    switch (incoming.type) {
      case 'number-given':
        return state.page === 'number' && !state.isBusy ? numberGiven(state, incoming.typed) : [state];
      case 'pin-given':
        return state.page === 'pin' && !state.isBusy ? pinGiven(state, incoming.typed) : [state];
      case 'went-back':
        return [state.page === 'pin' ? number(state.badge) : state];
      case 'went-on':
        return state.page === 'registered' ? [state, [{ type: 'leave' }]] : [state];
      case 'enrolled':
        return state.page === 'registered' ? [state] : enrolled(state.badge, incoming);
      case 'refused':
        return [refused(state, incoming)];
      case 'withdrawn':
        return [state.page === 'registered' ? state : { ...state, isBusy: false }];
    }
  },

  frame: (state): Frame<Badge> => frames[state.page](state as never),
};

function number(badge: string, problem?: MethodFault): On<'number'> {
  return { page: 'number', badge, problem, isBusy: false };
}

function numberGiven(state: On<'number'>, typed: string): Next<Badge> {
  const read = readCode(typed, { alphabet: 'digits', length: numberDigits });
  if ('problem' in read) return [{ ...state, problem: read.problem }];
  const badge = read.code;
  return [{ page: 'number', badge, problem: undefined, isBusy: true }, [{ type: 'begin', input: { badge } }]];
}

function pinGiven(state: On<'pin'>, typed: string): Next<Badge> {
  const read = readCode(typed, { alphabet: 'digits', length: state.length });
  if ('problem' in read) return [{ ...state, problem: read.problem }];
  return [
    { ...state, problem: undefined, isBusy: true },
    [{ type: 'verify', proof: { type: 'code', code: read.code } }],
  ];
}

function enrolled(badge: string, { enrollment: { next } }: Enrolled<Badge>): Next<Badge> {
  if (next.type === 'done') return [{ page: 'registered' }];
  const { length = pinDigits } = next;
  return [{ page: 'pin', badge, length, problem: undefined, isBusy: false }];
}

/** What no other PIN would mend is said where the number is, and where other methods can be chosen. */
function refused(state: BadgeState, { fault }: Extract<Reply<Badge>, { readonly type: 'refused' }>): BadgeState {
  if (state.page === 'registered') return state;
  const isOver =
    leadsElsewhere(fault) ||
    fault.code === 'enrollment_gone' ||
    (fault.code === 'attempts_exhausted' && fault.recover !== 'wait');
  return isOver ? number(state.badge, fault) : { ...state, problem: fault, isBusy: false };
}
