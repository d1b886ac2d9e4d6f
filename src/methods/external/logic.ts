/** What `external` decides: what it is about → leaving → back again → registered, or what went wrong. Pure. */
import type { MethodFault } from '../../contract/fault.js';
import { leadsElsewhere } from '../../contract/fault.js';
import type { Enrolled, MethodLogic, MethodSpec, Next, Reply } from '../../contract/method.js';
import type { NextRejected } from '../../contract/next.js';
import type {} from './contract.js';
import { frames } from './frames.js';
import { siteOf } from './site.js';
import type { en } from './strings.js';

/** Where somebody goes: the address, and the part of it that tells whose it is. */
export interface Elsewhere {
  readonly url: string;
  readonly site: string;
}

export type ExternalState =
  | { readonly page: 'about'; readonly isBusy: boolean; readonly problem: 'broken' | MethodFault | undefined }
  | {
      readonly page: 'go';
      readonly to: Elsewhere;
      /** The button was pressed, and this page still stands: the host opened the other one beside it. */
      readonly isAway: boolean;
      readonly problem: 'unfinished' | MethodFault | undefined;
    }
  /** Back, or a reload on the way: the backend knows. The step tells at which address. */
  | { readonly page: 'returning'; readonly to: Elsewhere; readonly isAsked: boolean }
  | {
      readonly page: 'rejected';
      readonly reason: NextRejected['reason'];
      readonly mayRetry: boolean;
      readonly isBusy: boolean;
      readonly problem: MethodFault | undefined;
    }
  | { readonly page: 'registered' };

export type On<P extends ExternalState['page']> = Extract<ExternalState, { readonly page: P }>;

export type ExternalEvent =
  | { readonly type: 'went-on' }
  | { readonly type: 'went-back' }
  | { readonly type: 'left' }
  | { readonly type: 'finished' }
  | { readonly type: 'came-back'; readonly url: string };

export interface External extends MethodSpec {
  readonly kind: 'external';
  readonly state: ExternalState;
  readonly event: ExternalEvent;
  readonly strings: typeof en;
}

export const logic: MethodLogic<External> = {
  start: (_context, pending) => [pending ? arrived(pending, (to) => returning(to)) : about()],

  update(state, incoming) {
    switch (incoming.type) {
      case 'went-on':
        return wentOn(state);
      case 'went-back':
        return [state.page === 'go' || state.page === 'rejected' ? about() : state];
      case 'left':
        return [state.page === 'go' ? { ...state, isAway: true, problem: undefined } : state];
      case 'finished':
        return [state.page === 'go' ? returning(state.to) : state];
      case 'came-back':
        if (state.page !== 'returning' || state.isAsked) return [state];
        return [{ ...state, isAsked: true }, [{ type: 'verify', proof: { type: 'returned', url: incoming.url } }]];
      case 'enrolled':
        if (state.page === 'registered') return [state];
        return [arrived(incoming, (to) => go(to, state.page === 'returning' ? 'unfinished' : undefined))];
      case 'refused':
        return [refused(state, incoming)];
      case 'withdrawn':
        if (state.page === 'returning') return [go(state.to, 'unfinished')];
        return ['isBusy' in state ? { ...state, isBusy: false } : state];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function about(problem?: On<'about'>['problem']): ExternalState {
  return { page: 'about', isBusy: false, problem };
}

function go(to: Elsewhere, problem?: On<'go'>['problem']): ExternalState {
  return { page: 'go', to, isAway: false, problem };
}

function returning(to: Elsewhere): ExternalState {
  return { page: 'returning', to, isAsked: false };
}

function wentOn(state: ExternalState): Next<External> {
  if (state.page === 'registered') return [state, [{ type: 'leave' }]];
  if ((state.page !== 'about' && state.page !== 'rejected') || state.isBusy) return [state];
  const isOver = state.page === 'rejected';
  return [
    { ...state, isBusy: true, problem: undefined },
    [{ type: 'begin', input: {}, ...(isOver && { restart: true }) }],
  ];
}

/** Where an enrolment stands; `onTheWay`: it is to be finished elsewhere. */
function arrived(
  { enrollment: { next } }: Enrolled<External>,
  onTheWay: (to: Elsewhere) => ExternalState,
): ExternalState {
  if (next.type === 'done') return { page: 'registered' };
  if (next.type === 'rejected') {
    const { reason, recover } = next;
    return { page: 'rejected', reason, mayRetry: recover !== 'none', isBusy: false, problem: undefined };
  }
  const site = siteOf(next.url);
  return site === undefined ? about('broken') : onTheWay({ url: next.url, site });
}

function refused(
  state: ExternalState,
  { fault }: Extract<Reply<External>, { readonly type: 'refused' }>,
): ExternalState {
  if (state.page === 'registered') return state;
  if (state.page === 'about' || fault.code === 'enrollment_gone' || leadsElsewhere(fault)) return about(fault);
  return state.page === 'rejected' ? { ...state, isBusy: false, problem: fault } : go(state.to, fault);
}
