/** How the flow is written down: a table by phase, then by event. Pure. */
import type { FlowContext, FlowEvent, FlowState, FlowStep } from './flow-state.js';

export type StateIn<P extends FlowState['phase']> = Extract<FlowState, { readonly phase: P }>;
type EventOf<T extends FlowEvent['type']> = Extract<FlowEvent, { readonly type: T }>;

/** What may happen in a phase; an event without a row means nothing there and changes nothing. */
export type Rows<S extends FlowState> = {
  readonly [T in FlowEvent['type']]?: (state: S, event: EventOf<T>, context: FlowContext) => FlowStep;
};

export type Phases = { readonly [P in FlowState['phase']]?: Rows<StateIn<P>> };

export type Transition = (state: FlowState, event: FlowEvent, context: FlowContext) => FlowStep;

/**
 * Makes a transition function of a table; `always` holds what means the same in every phase, `otherwise` says what to do
 * with an event that has no row.
 */
export function machine(
  phases: Phases,
  always: Rows<FlowState>,
  otherwise: Transition = (state) => [state],
): Transition {
  return (state, event, context) => {
    const rows = phases[state.phase] as Rows<FlowState> | undefined;
    // The row was picked by the state's and the event's own tags, so it takes both.
    const handle = (rows?.[event.type] ?? always[event.type]) as Transition | undefined;
    return (handle ?? otherwise)(state, event, context);
  };
}
