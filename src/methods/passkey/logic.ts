/** What `passkey` decides: about → name it, and have the browser make it → registered; or why that cannot be. Pure. */
import { leadsElsewhere, type MethodFault } from '../../contract/fault.js';
import type { Enrolled, MethodLogic, Next, Reply } from '../../contract/method.js';
import { frames } from './frames.js';
import { longest } from './name.js';
import type { On, Passkey, PasskeyState } from './state.js';

export type { Passkey, PasskeyEvent, PasskeyState } from './state.js';

type Refused = Extract<Reply<Passkey>, { readonly type: 'refused' }>;

export const logic: MethodLogic<Passkey> = {
  start: (_context, pending) => (pending ? [arrived(pending)] : [about()]),

  update(state, incoming) {
    switch (incoming.type) {
      case 'went-on':
        return wentOn(state);
      case 'went-back':
        return [state.page === 'create' ? about() : state];
      case 'found-unable':
        return [canStop(state) ? { page: 'unable', reason: incoming.reason } : state];
      case 'name-given':
        return state.page === 'create' && !state.busy ? nameGiven(state, incoming.typed.trim()) : [state];
      case 'made':
        if (!isAtDevice(state)) return [state];
        return saved({ ...state, made: incoming.credential });
      case 'not-made':
        return [isAtDevice(state) ? { ...state, busy: undefined, problem: incoming.why } : state];
      case 'enrolled':
        return enrolled(state, incoming);
      case 'refused':
        return refused(state, incoming);
      case 'withdrawn':
        if (state.page !== 'create') return [state];
        return [state.options === undefined ? about() : { ...state, busy: undefined }];
    }
  },

  frame: (state, context) => frames[state.page](state as never, context),
};

function about(problem?: MethodFault): On<'about'> {
  return { page: 'about', problem };
}

/** Whether nothing is under way that the news could come too late for. */
function canStop(state: PasskeyState): boolean {
  return state.page === 'about' || (state.page === 'create' && (!state.busy || state.busy === 'preparing'));
}

function isAtDevice(state: PasskeyState): state is On<'create'> {
  return state.page === 'create' && state.busy === 'device';
}

function wentOn(state: PasskeyState): Next<Passkey> {
  switch (state.page) {
    case 'about':
      return prepared('', undefined);
    case 'unable':
      // Looked at once more: a screen lock may have been set up meanwhile.
      return [about()];
    case 'create':
      return [state];
    case 'registered':
      return [state, [{ type: 'leave' }]];
  }
}

/** Asks for options before anybody presses anything: browsers make a passkey only in the press itself. */
function prepared(name: string, problem: On<'create'>['problem'], restart = false): Next<Passkey> {
  return [
    { page: 'create', options: undefined, name, made: undefined, busy: 'preparing', problem },
    [{ type: 'begin', input: {}, ...(restart && { restart }) }],
  ];
}

function nameGiven(state: On<'create'>, name: string): Next<Passkey> {
  const length = [...name].length;
  if (length === 0) return [{ ...state, problem: 'empty' }];
  if (length > longest) return [{ ...state, problem: 'too-long' }];
  if (state.made !== undefined) return saved({ ...state, name });
  return [{ ...state, name, busy: 'device', problem: undefined }, [{ type: 'perform' }]];
}

/** Hands in what was made, under its name. */
function saved(state: On<'create'>): Next<Passkey> {
  return [
    { ...state, busy: 'saving', problem: undefined },
    [{ type: 'verify', proof: { type: 'webauthn', credential: state.made, label: state.name } }],
  ];
}

/** Where an enrolment stands. */
function arrived({ enrollment: { next } }: Enrolled<Passkey>): PasskeyState {
  if (next.type === 'done') return { page: 'registered' };
  const { options } = next;
  return { page: 'create', options, name: '', made: undefined, busy: undefined, problem: undefined };
}

function enrolled(state: PasskeyState, reply: Enrolled<Passkey>): Next<Passkey> {
  const { next } = reply.enrollment;
  if (next.type === 'done' || state.page === 'registered') return [{ page: 'registered' }];
  if (state.page !== 'create') return [arrived(reply)];
  const isRenewed = state.busy !== 'preparing';
  const { options } = next;
  return [
    { ...state, options, made: undefined, busy: undefined, problem: isRenewed ? 'renewed' : state.problem },
    [{ type: 'announce', text: 'create.ready' }],
  ];
}

function refused(state: PasskeyState, { during, fault }: Refused): Next<Passkey> {
  if (state.page === 'registered') return [state];
  if (state.page !== 'create' || during === 'begin' || leadsElsewhere(fault)) return [about(fault)];
  // Its challenge is used: another try needs another one, which is fetched while the person reads why.
  if (fault.code === 'credential_rejected') return prepared(state.name, fault, true);
  if (fault.code === 'enrollment_gone') return prepared(state.name, 'renewed');
  return [{ ...state, busy: undefined, problem: fault }];
}
