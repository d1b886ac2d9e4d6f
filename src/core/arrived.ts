/** What the first chunk leaves out of the pages before the first method: going on, putting off, staying away. Pure. */
import type { SecurityInfo } from '../contract/security-info.js';
import { arrivalPhases, arrive, end, onward, ready } from './arrival.js';
import type { FlowState, FlowStep } from './flow-state.js';
import type { Phases, StateIn } from './machine.js';
import { nextOpen } from './plan.js';
import { goOn, resumed } from './resumed.js';

export const arrivedPhases: Phases = {
  loading: {
    ...arrivalPhases.loading,
    // Whoever has registered something is past the first page.
    loaded: (state, { info }, context) =>
      ready(
        resumed(state, info, context) ??
          (info.review && !nextOpen(info)
            ? review(state, info)
            : (state.gained ? onward : arrive)(state, info, context)),
      ),
  },

  prompt: {
    ...arrivalPhases.prompt,
    'put-off-asked': (state) => (state.puttingOff ? [state] : putOffNext(state, state.info)),
    'put-off': (state, { info }) => (state.puttingOff ? putOffNext(state, info) : [state]),
    'renewal-asked': (state) => (state.puttingOff ? [state] : renew(state)),
    loaded: (state, { info }, context) => (nextOpen(info) ? [{ ...state, info }] : goOn(state, info, context)),
    refused: (state, { fault }) => [{ ...state, puttingOff: undefined, problem: fault }],
    withdrawn: (state) => [{ ...state, puttingOff: undefined }],
  },

  left: {
    'session-expired': (state) => [state],
    cancelled: (state) => [state],
    'method-missed': (state) => [state],
  },
};

/** The backend is asked again where everything stands, which renews the session where it can. */
export function renew(state: FlowState): FlowStep {
  return [state, [{ type: 'load' }]];
}

/** Nothing is open, but the organisation wants what is registered looked at again (F153). */
function review({ gained }: StateIn<'loading'>, info: SecurityInfo): FlowStep {
  return [{ phase: 'summary', info, gained, problem: undefined, choosing: false, working: undefined }];
}

/** Puts the open requirements off one after the other, and ends when none is left. */
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
