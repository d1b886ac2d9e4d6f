/** The flow up to the first method: loading, prompt, trouble. All that the first page needs. Pure. */
import type { EnrollmentFault } from '../contract/fault.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { FlowContext, FlowEffect, FlowState, FlowStep, Outcome, Place } from './flow-state.js';
import { machine, type Phases, type Rows, type StateIn } from './machine.js';
import { knownOffers, nextOpen, pendingFor } from './plan.js';

/** Before anything happened. */
export const initial: FlowState = { phase: 'loading', begun: false, gained: false };

export const always: Rows<FlowState> = {
  started: () => [initial, [leave, { type: 'load' }]],
  'session-expired': (state) => trouble(state, { code: 'session_expired' }),
  cancelled: () => [{ phase: 'left', outcome: 'cancel' }, [leave]],
  'method-missed': (state) => trouble(state, { code: 'network' }),
};

export const arrivalPhases: Phases = {
  loading: {
    loaded: (state, { info }, context) => {
      const [next, effects = []] = state.gained ? onward(state, info, context) : arrive(state, info, context);
      return [next, [...effects, { type: 'tell', news: { type: 'ready' } }]];
    },
    'load-refused': (state, { fault }) => trouble(state, fault),
  },

  prompt: {
    'went-on': (state, _event, context) => (state.puttingOff ? [state] : onward(state, state.info, context)),
    'put-off-asked': (state) => (state.puttingOff ? [state] : putOffNext(state, state.info)),
    'put-off': (state, { info }) => (state.puttingOff ? putOffNext(state, info) : [state]),
    refused: (state, { fault }) => [{ ...state, puttingOff: undefined, problem: fault }],
    withdrawn: (state) => [{ ...state, puttingOff: undefined }],
  },

  trouble: {
    'retry-asked': ({ begun, gained }) => [{ phase: 'loading', begun, gained }, [{ type: 'load' }]],
  },

  left: {
    'session-expired': (state) => [state],
    cancelled: (state) => [state],
    'method-missed': (state) => [state],
  },
};

/** The flow of the first chunk; the whole of it is in `flow.ts`. */
export const arriving = machine(arrivalPhases, always);

/** The visit ends; its enrolment stays open. */
export const leave: FlowEffect = { type: 'leave', cancel: false };

/** The first page of a run. */
function arrive(state: StateIn<'loading'>, info: SecurityInfo, context: FlowContext): FlowStep {
  const requirement = nextOpen(info);
  if (!requirement) return end('complete');
  const offers = knownOffers(requirement, context.kinds);
  // Whoever has begun, now or in an earlier run, is not held up by the prompt again.
  const begun =
    state.begun || pendingFor(info, offers) || info.requirements.some(({ status }) => status === 'satisfied');
  if (begun || !context.prompt || offers.length === 0) return onward(state, info, context);
  return [{ phase: 'prompt', info, gained: false, problem: undefined, puttingOff: undefined }];
}

/** The next requirement's first method, or the last page. */
export function onward(state: FlowState, info: SecurityInfo, context: FlowContext): FlowStep {
  const requirement = nextOpen(info);
  const gained = 'gained' in state && state.gained;
  const known = { info, gained, problem: undefined };
  if (!requirement) {
    if (!gained) return end('complete');
    return [{ ...known, phase: 'summary', choosing: false, working: undefined }];
  }
  const offers = knownOffers(requirement, context.kinds);
  const [first] = offers;
  if (!first) return trouble(state, { code: 'method_unavailable' });
  const { offer, pending } = pendingFor(info, offers) ?? { offer: first, pending: undefined };
  const at: Place = { requirementId: requirement.id, offer, pending };
  return [
    { ...known, phase: 'method', at, registered: undefined, puttingOff: undefined },
    [{ type: 'enter', place: at }],
  ];
}

/** The prompt puts the open requirements off one after the other, and ends when none is left. */
function putOffNext(state: StateIn<'prompt'>, info: SecurityInfo): FlowStep {
  const requirement = nextOpen(info);
  if (!requirement) return end('skip');
  // A backend that leaves it open has not put it off: say so instead of going round in circles.
  if (requirement.id === state.puttingOff)
    return [{ ...state, info, puttingOff: undefined, problem: { code: 'protocol' } }];
  return [
    { ...state, info, problem: undefined, puttingOff: requirement.id },
    [{ type: 'skip', requirementId: requirement.id }],
  ];
}

export function end(outcome: Exclude<Outcome, 'cancel'>): FlowStep {
  return [{ phase: 'left', outcome }, [{ type: 'tell', news: { type: outcome } }]];
}

function trouble(state: FlowState, fault: EnrollmentFault): FlowStep {
  const past = { begun: 'begun' in state ? state.begun : 'at' in state, gained: 'gained' in state && state.gained };
  return [{ phase: 'trouble', fault, ...past }, [leave, { type: 'tell', news: { type: 'error', fault } }]];
}
