/** What `recovery-codes` decides: set up → the codes, shown once and acknowledged → registered. Pure. */
import type { MethodFault } from '../../contract/fault.js';
import type { Enrolled, Frame, MethodLogic, MethodSpec, Next, Reply } from '../../contract/method.js';
import type {} from './contract.js';
import type { en } from './strings.js';

export type RecoveryCodesState =
  | {
      readonly page: 'set-up';
      readonly isBusy: boolean;
      /** `gone`: codes that were shown have died meanwhile. */
      readonly problem: MethodFault | 'gone' | undefined;
    }
  /** The only page that holds the codes. */
  | {
      readonly page: 'codes';
      readonly codes: readonly string[];
      readonly isBusy: boolean;
      readonly problem: MethodFault | 'unsaved' | undefined;
    }
  | { readonly page: 'registered' };

export type RecoveryCodesEvent =
  | { readonly type: 'went-on' }
  | { readonly type: 'went-back' }
  /** By the checkbox: retyping a code would prove as much, and cost more (WCAG 2.2, 3.3.8). */
  | { readonly type: 'acknowledged'; readonly isSaved: boolean };

export interface RecoveryCodes extends MethodSpec {
  readonly kind: 'recovery-codes';
  readonly state: RecoveryCodesState;
  readonly event: RecoveryCodesEvent;
  readonly strings: typeof en;
}

export const logic: MethodLogic<RecoveryCodes> = {
  start: (_context, pending) => [pending ? arrived(pending) : setUp()],

  update(state, incoming) {
    switch (incoming.type) {
      case 'went-on':
        return wentOn(state);
      case 'went-back':
        return [state.page === 'codes' && !state.isBusy ? setUp() : state];
      case 'acknowledged':
        return state.page === 'codes' && !state.isBusy ? acknowledged(state, incoming.isSaved) : [state];
      case 'enrolled':
        return [state.page === 'registered' ? state : arrived(incoming)];
      case 'refused':
        return [refused(state, incoming)];
      case 'withdrawn':
        return [state.page === 'registered' ? state : { ...state, isBusy: false }];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function setUp(problem?: MethodFault | 'gone'): RecoveryCodesState {
  return { page: 'set-up', isBusy: false, problem };
}

function wentOn(state: RecoveryCodesState): Next<RecoveryCodes> {
  switch (state.page) {
    case 'set-up':
      return state.isBusy ? [state] : [{ ...state, isBusy: true, problem: undefined }, [{ type: 'begin', input: {} }]];
    case 'codes':
      return [state];
    case 'registered':
      return [state, [{ type: 'leave' }]];
  }
}

function acknowledged(
  state: Extract<RecoveryCodesState, { readonly page: 'codes' }>,
  isSaved: boolean,
): Next<RecoveryCodes> {
  if (!isSaved) return [{ ...state, problem: 'unsaved' }];
  return [{ ...state, isBusy: true, problem: undefined }, [{ type: 'verify', proof: { type: 'acknowledged' } }]];
}

/** Where an enrolment stands. */
function arrived({ enrollment: { next } }: Enrolled<RecoveryCodes>): RecoveryCodesState {
  if (next.type === 'done') return { page: 'registered' };
  return { page: 'codes', codes: next.codes, isBusy: false, problem: undefined };
}

function refused(
  state: RecoveryCodesState,
  { during, fault }: Extract<Reply<RecoveryCodes>, { readonly type: 'refused' }>,
): RecoveryCodesState {
  if (state.page === 'registered') return state;
  if (state.page !== 'codes' || during === 'begin') return setUp(fault);
  // What is on the screen opens nothing any more, and the copy in the person's hand neither.
  if (fault.code === 'enrollment_gone') return setUp(fault.reason === 'superseded' ? fault : 'gone');
  return { ...state, isBusy: false, problem: fault };
}

const frames: {
  readonly [P in RecoveryCodesState['page']]: (
    state: Extract<RecoveryCodesState, { readonly page: P }>,
  ) => Frame<RecoveryCodes>;
} = {
  'set-up': ({ isBusy, problem }) => ({
    title: 'set-up.title',
    stage: 'first',
    submit: { label: 'set-up.show', toEvent: () => ({ type: 'went-on' }) },
    ...(isBusy && { busy: 'set-up.preparing' }),
    ...(problem && { problem: problem === 'gone' ? { text: 'set-up.gone' } : { fault: problem } }),
  }),
  codes: ({ isBusy, problem }) => ({
    title: 'codes.title',
    stage: 'middle',
    submit: { toEvent: ({ saved }) => ({ type: 'acknowledged', isSaved: saved !== undefined }) },
    back: { type: 'went-back' },
    ...(isBusy && { busy: 'codes.saving' }),
    ...(problem && {
      problem: problem === 'unsaved' ? { field: 'saved', text: 'codes.unsaved' } : { fault: problem },
    }),
  }),
  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};
