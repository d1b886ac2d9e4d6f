/** The flow up to the first method: loading, prompt, trouble. All that the first page needs. Pure. */
import type { MethodKind } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { FlowContext, FlowEffect, FlowState, FlowStep, Outcome, Place } from './flow-state.js';
import { machine, type Phases, type Rows, type StateIn } from './machine.js';
import { knownOffers, nextOpen } from './plan.js';

/** Before anything happened. */
export const initial: FlowState = { phase: 'loading', begun: false, gained: false };

export const always: Rows<FlowState> = {
  started: () => [initial, [leave, { type: 'load' }]],
  'session-expired': (state) => trouble(state, { code: 'session_expired' }),
  cancelled: () => [{ phase: 'left', outcome: 'cancel' }, [leave]],
  'method-missed': (state, { code }) => trouble(state, { code }),
};

export const arrivalPhases: Phases = {
  loading: {
    // What few people meet is left to the whole flow.
    loaded: (state, event, context) =>
      event.info.review || event.info.pending[0]
        ? [state, [{ type: 'defer', event }]]
        : ready(arrive(state, event.info, context)),
    'load-refused': (state, { fault }) => trouble(state, fault),
  },

  prompt: {
    'went-on': (state, _event, context) => (state.puttingOff ? [state] : onward(state, state.info, context)),
  },

  trouble: {
    'retry-asked': ({ begun, gained }) => [{ phase: 'loading', begun, gained }, [{ type: 'load' }]],
  },
};

/** The flow of the first chunk. What it does not know is left to the whole of it, in `flow.ts`. */
export const arriving = machine(arrivalPhases, always, (state, event) => [state, [{ type: 'defer', event }]]);

/** The visit ends; its enrolment stays open. */
export const leave: FlowEffect = { type: 'leave', cancel: false };

/** Tells the host that the first answer is drawn. */
export function ready([state, effects = []]: FlowStep): FlowStep {
  return [state, [...effects, { type: 'tell', news: { type: 'ready' } }]];
}

/** The first page of a run. */
export function arrive(state: StateIn<'loading'>, info: SecurityInfo, context: FlowContext): FlowStep {
  const requirement = nextOpen(info);
  if (!requirement) return end('complete');
  const offers = knownOffers(requirement, context.kinds);
  // Whoever has begun, now or in an earlier run, is not held up by the prompt again.
  const begun = state.begun || info.requirements.some(({ status }) => status === 'satisfied');
  if (begun || !context.prompt || offers.length === 0) return onward(state, info, context);
  return [{ phase: 'prompt', info, gained: false, problem: undefined, puttingOff: undefined }];
}

/** The next requirement's first method, or the last page. */
export function onward(state: FlowState, info: SecurityInfo, context: FlowContext): FlowStep {
  const requirement = nextOpen(info);
  if (!requirement) {
    const gained = hasGained(state);
    if (!gained) return end('complete');
    return [{ info, gained, problem: undefined, phase: 'summary', choosing: false, working: undefined }];
  }
  const [offer] = knownOffers(requirement, context.kinds);
  if (!offer) return trouble(state, { code: 'method_unavailable' }, requirement.anyOf[0].kind);
  return visit(state, info, { requirementId: requirement.id, offer, pending: undefined });
}

/** On to a method. */
export function visit(state: FlowState, info: SecurityInfo, at: Place): FlowStep {
  const gained = hasGained(state);
  return [
    { info, gained, problem: undefined, phase: 'method', at, registered: undefined, puttingOff: undefined },
    [{ type: 'enter', place: at }],
  ];
}

function hasGained(state: FlowState): boolean {
  return 'gained' in state && state.gained;
}

export function end(outcome: Exclude<Outcome, 'cancel'>): FlowStep {
  return [{ phase: 'left', outcome }, [{ type: 'tell', news: { type: outcome } }]];
}

function trouble(state: FlowState, fault: EnrollmentFault, kind?: MethodKind): FlowStep {
  const past = { begun: 'begun' in state ? state.begun : 'at' in state, gained: hasGained(state) };
  return [{ phase: 'trouble', fault, ...past }, [leave, { type: 'tell', news: { type: 'error', fault, kind } }]];
}
