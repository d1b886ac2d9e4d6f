/** What `app-password` decides: a name → the password, shown once and acknowledged → registered. Pure. */
import type { MethodFault } from '../../contract/fault.js';
import type { Enrolled, Frame, MethodLogic, MethodSpec, Next, Reply } from '../../contract/method.js';
import type {} from './contract.js';
import type { en } from './strings.js';

export type AppPasswordState =
  | {
      readonly page: 'name';
      /** As it was given; without one yet, a name is suggested. */
      readonly name: string | undefined;
      readonly isBusy: boolean;
      readonly problem: MethodFault | 'empty' | 'too-long' | 'gone' | undefined;
    }
  /** The only page that holds the password. Without a name, it was begun before a reload. */
  | {
      readonly page: 'password';
      readonly name: string | undefined;
      readonly password: string;
      readonly isBusy: boolean;
      readonly problem: MethodFault | undefined;
    }
  | { readonly page: 'registered' };

export type AppPasswordEvent =
  { readonly type: 'named'; readonly typed: string } | { readonly type: 'went-on' } | { readonly type: 'went-back' };

export interface AppPassword extends MethodSpec {
  readonly kind: 'app-password';
  readonly state: AppPasswordState;
  readonly event: AppPasswordEvent;
  readonly strings: typeof en;
}

type On<P extends AppPasswordState['page']> = Extract<AppPasswordState, { readonly page: P }>;

/** Room for an app and a device, and for one line of a list. */
const longest = 60;

export const logic: MethodLogic<AppPassword> = {
  start: (_context, pending) => [pending ? arrived(pending, undefined) : naming(undefined)],

  update(state, incoming) {
    switch (incoming.type) {
      case 'named':
        return state.page === 'name' && !state.isBusy ? named(state, incoming.typed) : [state];
      case 'went-on':
        return wentOn(state);
      case 'went-back':
        return [state.page === 'password' && !state.isBusy ? naming(state.name) : state];
      case 'enrolled':
        return [state.page === 'registered' ? state : arrived(incoming, state.name)];
      case 'refused':
        return [refused(state, incoming)];
      case 'withdrawn':
        return [state.page === 'registered' ? state : { ...state, isBusy: false }];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function naming(name: string | undefined, problem?: On<'name'>['problem']): AppPasswordState {
  return { page: 'name', name, isBusy: false, problem };
}

function named(state: On<'name'>, typed: string): Next<AppPassword> {
  const name = typed.replace(/\s+/gu, ' ').trim();
  if (name === '') return [{ ...state, problem: 'empty' }];
  if ([...name].length > longest) return [{ ...state, problem: 'too-long' }];
  return [{ page: 'name', name, isBusy: true, problem: undefined }, [{ type: 'begin', input: { name } }]];
}

function wentOn(state: AppPasswordState): Next<AppPassword> {
  switch (state.page) {
    case 'name':
      return [state];
    case 'password':
      return state.isBusy
        ? [state]
        : [{ ...state, isBusy: true, problem: undefined }, [{ type: 'verify', proof: { type: 'acknowledged' } }]];
    case 'registered':
      return [state, [{ type: 'leave' }]];
  }
}

/** Where an enrolment stands. */
function arrived({ enrollment: { next } }: Enrolled<AppPassword>, name: string | undefined): AppPasswordState {
  if (next.type === 'done') return { page: 'registered' };
  return { page: 'password', name, password: next.codes.join(' '), isBusy: false, problem: undefined };
}

function refused(
  state: AppPasswordState,
  { during, fault }: Extract<Reply<AppPassword>, { readonly type: 'refused' }>,
): AppPasswordState {
  if (state.page === 'registered') return state;
  if (state.page === 'name' || during === 'begin') return naming(state.name, fault);
  // What is on the screen, or in the app already, will never work.
  if (fault.code === 'enrollment_gone') return naming(state.name, fault.reason === 'superseded' ? fault : 'gone');
  return { ...state, isBusy: false, problem: fault };
}

function nameProblem(problem: NonNullable<On<'name'>['problem']>): NonNullable<Frame<AppPassword>['problem']> {
  if (problem === 'empty') return { field: 'label', text: 'name.empty' };
  if (problem === 'too-long') return { field: 'label', text: ['name.too-long', { count: longest }] };
  if (problem === 'gone') return { text: 'name.gone' };
  if (problem.code === 'limit_reached') return { text: 'name.full' };
  if (problem.code !== 'invalid_input') return { fault: problem };
  return problem.reason === 'duplicate' ? { field: 'label', text: 'name.taken' } : { field: 'label', fault: problem };
}

const frames: { readonly [P in AppPasswordState['page']]: (state: On<P>) => Frame<AppPassword> } = {
  name: ({ isBusy, problem }) => ({
    title: 'name.title',
    stage: 'first',
    submit: { toEvent: ({ label = '' }) => ({ type: 'named', typed: label }) },
    ...(isBusy && { busy: 'name.preparing' }),
    ...(problem && { problem: nameProblem(problem) }),
  }),
  password: ({ isBusy, problem }) => ({
    title: 'password.title',
    stage: 'middle',
    submit: { label: 'password.done', toEvent: () => ({ type: 'went-on' }) },
    back: { type: 'went-back' },
    ...(isBusy && { busy: 'password.saving' }),
    ...(problem && { problem: { fault: problem } }),
  }),
  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};
