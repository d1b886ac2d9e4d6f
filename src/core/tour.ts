/** The flow from the first method to the last page: visits, the chooser over them, the summary. Pure. */
import type { SecurityInfo } from '../contract/security-info.js';
import { end, leave, onward } from './arrival.js';
import { renew } from './arrived.js';
import type { FlowState, FlowStep, Place } from './flow-state.js';
import type { Phases, Rows, StateIn } from './machine.js';
import { nextOpen } from './plan.js';
import { goOn } from './resumed.js';

type Visiting = StateIn<'method' | 'chooser'>;

/** None of the shell's own writes is under way. */
const idle = { puttingOff: undefined, removing: undefined };

/** What goes on under the chooser as well: the visit is not ended by it. */
const visiting: Rows<Visiting> = {
  // Whenever it comes, it is what the backend said last.
  loaded: (state, { info }) => [
    { ...state, info, registered: state.registered && { ...state.registered, fresh: true } },
  ],

  'offer-chosen': (state, { offer }) => {
    if (isSettled(state)) return [state];
    // Taking the method that is already open is going back to it.
    if (offer.kind === state.at.offer.kind && offer.offerId === state.at.offer.offerId)
      return [{ ...state, phase: 'method' }];
    const at: Place = { ...state.at, offer, pending: undefined };
    return enter({ ...state, problem: undefined }, at, true);
  },

  registered: (state, { kind, done: { methods } }) => [
    {
      ...state,
      phase: 'method',
      gained: true,
      problem: undefined,
      puttingOff: undefined,
      registered: { methods, fresh: false },
    },
    [{ type: 'tell', news: { type: 'registered', kind } }, { type: 'load' }],
  ],

  'removal-asked': (state) => {
    const [method] = state.registered?.methods ?? [];
    return method && !state.removing
      ? [{ ...state, removing: true, problem: undefined }, [{ type: 'remove', id: method.id }]]
      : [state];
  },
  removed: (state, { info }, context) => {
    if (!state.removing) return [state];
    const next: Visiting = { ...state, ...idle, info, registered: undefined };
    // Its requirement is open again: the same method, from its first page.
    if (isOpen(info, state.at.requirementId)) return enter(next, { ...state.at, pending: undefined }, false);
    const [after, effects = []] = goOn(next, info, context);
    return [after, [leave, ...effects]];
  },

  'renewal-asked': (state) => (state.puttingOff || state.removing ? [state] : renew(state)),
  refused: (state, { fault }) => [{ ...state, ...idle, problem: fault }],
  withdrawn: (state) => [{ ...state, ...idle }],

  'page-turned': (state) => [state.problem ? { ...state, problem: undefined } : state],

  'method-left': (state, _event, context) => {
    const { registered, info } = state;
    if (state.removing) return [state];
    const [next, effects = []]: FlowStep =
      registered?.fresh === false
        ? [{ phase: 'loading', begun: true, gained: true }, [{ type: 'load' }]]
        : goOn(state, info, context);
    return [next, [leave, ...effects]];
  },
};

export const tourPhases: Phases = {
  method: {
    ...visiting,
    'chooser-asked': (state) => (isSettled(state) ? [state] : [{ ...state, phase: 'chooser' }]),

    'put-off-asked': (state, _event, context) => {
      const { requirementId, follows } = state.at;
      // Its requirement is met, so nobody has to grant that it is left.
      if (follows && !state.registered) return leaveFor(onward(state, state.info, context));
      if (isSettled(state)) return [state];
      return [{ ...state, problem: undefined, puttingOff: requirementId }, [{ type: 'skip', requirementId }]];
    },
    'put-off': (state, { info }, context) => {
      if (!state.puttingOff) return [state];
      if (isOpen(info, state.puttingOff))
        return [{ ...state, info, puttingOff: undefined, problem: { code: 'protocol' } }];
      return leaveFor(nextOpen(info) || state.gained ? goOn(state, info, context) : end('skip'));
    },
  },

  chooser: {
    ...visiting,
    'chooser-left': (state) => [{ ...state, phase: 'method' }],
    'aside-missed': (state) => [{ ...state, phase: 'method', problem: { code: 'network' } }],
  },

  summary: {
    'default-asked': (state) => [
      state.working || state.choosing ? state : { ...state, choosing: true, problem: undefined },
    ],
    'default-left': (state) => [
      state.working || !state.choosing ? state : { ...state, choosing: false, problem: undefined },
    ],
    'aside-missed': (state) => [state.choosing ? { ...state, choosing: false, problem: { code: 'network' } } : state],
    'default-chosen': (state, { ref }) =>
      state.working
        ? [state]
        : [{ ...state, problem: undefined, working: 'setting-default' }, [{ type: 'set-default', ref }]],
    'default-set': (state, { info }) =>
      state.working === 'setting-default' ? [{ ...state, info, choosing: false, working: undefined }] : [state],
    finished: (state) =>
      state.working ? [state] : [{ ...state, problem: undefined, working: 'completing' }, [{ type: 'complete' }]],
    completed: (state, { info }, context) => {
      if (state.working !== 'completing') return [state];
      return nextOpen(info) ? goOn(state, info, context) : end('complete');
    },
    'renewal-asked': (state) => (state.working ? [state] : renew(state)),
    loaded: (state, { info }) => [{ ...state, info }],
    refused: (state, { fault }) => [{ ...state, working: undefined, problem: fault }],
    withdrawn: (state) => [{ ...state, working: undefined }],
  },
};

/** Its requirement is met, or on the way to being put off: no other method can be taken. */
function isSettled({ registered, puttingOff, at }: Visiting): boolean {
  return registered !== undefined || puttingOff !== undefined || at.follows === true;
}

function enter(state: Visiting, at: Place, cancel: boolean): FlowStep {
  const next: FlowState = { ...state, phase: 'method', at };
  return [
    next,
    [
      { type: 'leave', cancel },
      { type: 'enter', place: at },
    ],
  ];
}

/** The visit and its enrolment end before what comes next. */
function leaveFor([next, effects = []]: FlowStep): FlowStep {
  return [next, [{ type: 'leave', cancel: true }, ...effects]];
}

function isOpen(info: SecurityInfo, requirementId: string): boolean {
  return info.requirements.some(({ id, status }) => id === requirementId && status === 'open');
}
