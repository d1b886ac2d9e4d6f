/** The flow: which page comes next. A table from event to `(state) → [state, effects]`; pure, so it can be explored. */
import type { EnrollmentFault } from '../contract/fault.js';
import type { PendingEnrollment, SecurityInfo } from '../contract/security-info.js';
import { knownOffers, nextOpen, offerOf, pendingFor } from './plan.js';
import type {
  FlowContext,
  FlowEffect,
  FlowEvent,
  FlowState,
  FlowStep,
  Outcome,
  Place,
  Trouble,
} from './flow-state.js';

/** Before anything happened. */
export const initial: FlowState = { phase: 'loading', gained: false, visit: 0 };

/**
 * Total: every event has an answer in every state, and one that means nothing there changes nothing.
 *
 * @example
 * const [state, effects] = transition(initial, { type: 'loaded', info }, { kinds: new Set(['totp']), prompt: true });
 */
export function transition(state: FlowState, event: FlowEvent, context: FlowContext): FlowStep {
  const handle: (state: FlowState, event: never, context: FlowContext) => FlowStep = table[event.type];
  // The row was picked by the event's own tag, so it takes this event.
  return handle(state, event as never, context);
}

type Row<T extends FlowEvent['type']> = (
  state: FlowState,
  event: Extract<FlowEvent, { readonly type: T }>,
  context: FlowContext,
) => FlowStep;

const table: { readonly [T in FlowEvent['type']]: Row<T> } = {
  started: (state) => [{ ...initial, visit: visitOf(state) }, [leave, { type: 'load' }]],
  'adapter-missed': (state) => trouble(state, { kind: 'no-adapter' }, { code: 'unsupported' }),
  'retry-asked': (state) =>
    state.phase === 'trouble'
      ? [{ phase: 'loading', gained: state.gained, visit: state.visit }, [{ type: 'load' }]]
      : [state],

  loaded: (state, { info }, context) => {
    if (state.phase === 'loading') {
      const [next, effects = []] = state.gained ? onward(state, info, context) : arrive(state, info, context);
      return [next, [...effects, { type: 'tell', news: { type: 'ready' } }]];
    }
    if (!isVisiting(state) || !state.registered) return [state];
    return [{ ...state, info, registered: { ...state.registered, fresh: true } }];
  },
  'load-refused': (state, { fault }) => (state.phase === 'loading' ? trouble(state, troubleOf(fault), fault) : [state]),
  'session-expired': (state) =>
    state.phase === 'left' ? [state] : trouble(state, { kind: 'session-expired' }, { code: 'session_expired' }),

  'went-on': (state, _event, context) =>
    state.phase === 'prompt' && !state.puttingOff ? onward(state, state.info, context) : [state],

  'put-off-asked': (state) => {
    if (state.phase === 'prompt' && !state.puttingOff) return putOffNext(state, state.info);
    if (state.phase !== 'method' || state.registered || state.puttingOff) return [state];
    const { requirementId } = state.at;
    return [{ ...state, problem: undefined, puttingOff: requirementId }, [{ type: 'skip', requirementId }]];
  },
  'put-off': (state, { info }, context) => {
    if (state.phase === 'prompt' && state.puttingOff) return putOffNext(state, info);
    if (state.phase !== 'method' || !state.puttingOff) return [state];
    // A backend that leaves it open has not put it off: say so instead of going round in circles.
    if (isOpen(info, state.puttingOff)) return [{ ...state, info, puttingOff: undefined, problem: { code: 'protocol' } }];
    const [next, effects = []] = nextOpen(info) || state.gained ? onward(state, info, context) : end(state, 'skip');
    return [next, [{ type: 'leave', cancel: true }, ...effects]];
  },

  'chooser-asked': (state) =>
    state.phase === 'method' && !state.registered && !state.puttingOff ? [{ ...state, phase: 'chooser' }] : [state],
  'chooser-left': (state) => (state.phase === 'chooser' ? [{ ...state, phase: 'method' }] : [state]),
  'offer-chosen': (state, { offer }) => {
    if (!isVisiting(state) || state.registered || state.puttingOff) return [state];
    // Taking the method that is already open is going back to it.
    if (offer.kind === state.at.offer.kind && offer.offerId === state.at.offer.offerId)
      return [{ ...state, phase: 'method' }];
    const place: Place = { ...state.at, offer, pending: undefined, visit: state.at.visit + 1 };
    return [
      { ...state, phase: 'method', at: place, problem: undefined },
      [
        { type: 'leave', cancel: true },
        { type: 'enter', place },
      ],
    ];
  },

  registered: (state, { kind, then }) =>
    isVisiting(state)
      ? [
          { ...state, phase: 'method', gained: true, problem: undefined, registered: { then, fresh: false } },
          [{ type: 'tell', news: { type: 'registered', kind } }, { type: 'load' }],
        ]
      : [state],
  'method-left': (state, _event, context) => {
    if (!isVisiting(state)) return [state];
    if (state.registered?.then) return follow(state, state.registered.then);
    const [next, effects = []] =
      state.registered?.fresh === false
        ? ([{ phase: 'loading', gained: true, visit: state.at.visit }, [{ type: 'load' }]] as const)
        : onward(state, state.info, context);
    return [next, [leave, ...effects]];
  },
  'method-missed': (state) =>
    isVisiting(state) ? trouble(state, { kind: 'cannot-load', fault: { code: 'network' } }, { code: 'network' }) : [state],

  'default-chosen': (state, { ref }) =>
    state.phase === 'summary' && !state.working
      ? [{ ...state, problem: undefined, working: 'setting-default' }, [{ type: 'set-default', ref }]]
      : [state],
  'default-set': (state, { info }) =>
    state.phase === 'summary' && state.working === 'setting-default' ? [{ ...state, info, working: undefined }] : [state],
  finished: (state) =>
    state.phase === 'summary' && !state.working
      ? [{ ...state, problem: undefined, working: 'completing' }, [{ type: 'complete' }]]
      : [state],
  completed: (state, { info }, context) => {
    if (state.phase !== 'summary' || state.working !== 'completing') return [state];
    return nextOpen(info) ? onward(state, info, context) : end(state, 'complete');
  },

  refused: (state, { fault }) => settle(state, fault),
  withdrawn: (state) => settle(state, undefined),
  cancelled: (state) => (state.phase === 'left' ? [state] : [end(state, 'cancel')[0], [leave]]),
};

const leave: FlowEffect = { type: 'leave', cancel: false };

/** The first page of a run. */
function arrive(state: FlowState, info: SecurityInfo, context: FlowContext): FlowStep {
  const requirement = nextOpen(info);
  if (!requirement) return end(state, 'complete');
  const offers = knownOffers(requirement, context.kinds);
  // Whoever has begun, now or in an earlier run, is not held up by the prompt again.
  const begun = pendingFor(info, offers) ?? info.requirements.find(({ status }) => status === 'satisfied');
  if (begun || !context.prompt || offers.length === 0) return onward(state, info, context);
  return [{ phase: 'prompt', info, gained: false, problem: undefined, puttingOff: undefined, visit: visitOf(state) }];
}

/** The next requirement's first method, or the last page. */
function onward(state: FlowState, info: SecurityInfo, context: FlowContext): FlowStep {
  const requirement = nextOpen(info);
  const gained = 'gained' in state && state.gained;
  const known = { info, gained, problem: undefined };
  if (!requirement) {
    if (!gained) return end(state, 'complete');
    return [{ ...known, phase: 'summary', working: undefined, visit: visitOf(state) }];
  }
  const offers = knownOffers(requirement, context.kinds);
  const [first] = offers;
  if (!first) return trouble(state, { kind: 'nothing-possible' }, { code: 'method_unavailable' });
  const { offer, pending } = pendingFor(info, offers) ?? { offer: first, pending: undefined };
  const at: Place = { requirementId: requirement.id, offer, pending, visit: visitOf(state) + 1 };
  return [
    { ...known, phase: 'method', at, registered: undefined, puttingOff: undefined },
    [{ type: 'enter', place: at }],
  ];
}

/** A method that the backend opened by itself, visited under the same requirement. */
function follow(state: Extract<FlowState, { readonly at: Place }>, pending: PendingEnrollment): FlowStep {
  const at: Place = { ...state.at, offer: offerOf(pending), pending, visit: state.at.visit + 1 };
  return [
    { ...state, phase: 'method', at, registered: undefined },
    [leave, { type: 'enter', place: at }],
  ];
}

/** The prompt puts the open requirements off one after the other, and ends when none is left. */
function putOffNext(state: Extract<FlowState, { readonly phase: 'prompt' }>, info: SecurityInfo): FlowStep {
  const requirement = nextOpen(info);
  if (!requirement) return end(state, 'skip');
  if (requirement.id === state.puttingOff)
    return [{ ...state, info, puttingOff: undefined, problem: { code: 'protocol' } }];
  return [
    { ...state, info, problem: undefined, puttingOff: requirement.id },
    [{ type: 'skip', requirementId: requirement.id }],
  ];
}

/** A call of the shell's own came to nothing: the page stands again, with the reason if there is one. */
function settle(state: FlowState, problem: EnrollmentFault | undefined): FlowStep {
  if (state.phase === 'summary') return [{ ...state, working: undefined, problem }];
  if (state.phase === 'prompt' || state.phase === 'method') return [{ ...state, puttingOff: undefined, problem }];
  return [state];
}

function end(state: FlowState, outcome: Outcome): FlowStep {
  const left: FlowState = { phase: 'left', outcome, visit: visitOf(state) };
  return outcome === 'cancel' ? [left] : [left, [{ type: 'tell', news: { type: outcome } }]];
}

function trouble(state: FlowState, what: Trouble, fault: EnrollmentFault): FlowStep {
  const gained = 'gained' in state && state.gained;
  return [
    { phase: 'trouble', trouble: what, gained, visit: visitOf(state) },
    [leave, { type: 'tell', news: { type: 'error', fault } }],
  ];
}

function troubleOf(fault: EnrollmentFault): Trouble {
  switch (fault.code) {
    case 'policy_denied':
      return { kind: 'blocked', reason: fault.reason ?? 'other' };
    case 'method_unavailable':
      return { kind: 'nothing-possible' };
    case 'session_expired':
      return { kind: 'session-expired' };
    default:
      return { kind: 'cannot-load', fault };
  }
}

function isVisiting(state: FlowState): state is Extract<FlowState, { readonly at: Place }> {
  return state.phase === 'method' || state.phase === 'chooser';
}

function isOpen(info: SecurityInfo, requirementId: string): boolean {
  return info.requirements.some(({ id, status }) => id === requirementId && status === 'open');
}

function visitOf(state: FlowState): number {
  return isVisiting(state) ? state.at.visit : state.visit;
}
