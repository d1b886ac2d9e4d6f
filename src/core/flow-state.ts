/** The vocabulary of the flow: its states, what happens to it, and what it wishes for. Types only. */
import type { MethodId, MethodKind, Offer } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { NextDone } from '../contract/next.js';
import type { MethodRef, PendingEnrollment, RegisteredMethod, SecurityInfo } from '../contract/security-info.js';

/** Where in the plan a visit stands. */
export interface Place {
  readonly requirementId: string;
  readonly offer: Offer;
  readonly pending: PendingEnrollment | undefined;
  /** Opened by the backend after another method: its requirement is met, so there is nothing to exchange, and it may be left. */
  readonly follows?: true;
}

/** What of this run outlives a new `load`. */
interface Past {
  /** The prompt is behind the person. */
  readonly begun: boolean;
  /** Something was registered, so there is a last page to show. */
  readonly gained: boolean;
}

/** What is known once `load` has answered. */
interface Known {
  readonly info: SecurityInfo;
  /** Something was registered in this run, so there is a last page to show. */
  readonly gained: boolean;
  readonly problem: EnrollmentFault | undefined;
}

/** A visit under way; the chooser lies over it without ending it. */
interface Visiting extends Known {
  readonly at: Place;
  /** Set by the runtime's own eyes when the backend said `done`; `fresh` once `load` was asked again since. */
  readonly registered:
    | {
        readonly methods: readonly RegisteredMethod[];
        readonly fresh: boolean;
      }
    | undefined;
  /** The requirement that is being put off right now. */
  readonly puttingOff: string | undefined;
  /** What was registered is not right, and is being taken away again. */
  readonly removing?: true | undefined;
}

export type FlowState =
  | ({ readonly phase: 'loading' } & Past)
  /** Why the wizard cannot go on by itself is in the fault; each has a page with a way on. */
  | ({ readonly phase: 'trouble'; readonly fault: EnrollmentFault } & Past)
  | (Known & { readonly phase: 'prompt'; readonly puttingOff: string | undefined })
  | (Visiting & { readonly phase: 'method' })
  | (Visiting & { readonly phase: 'chooser' })
  | (Known & {
      readonly phase: 'summary';
      /** Another default is being chosen, on a page over this one. */
      readonly choosing: boolean;
      readonly working: 'setting-default' | 'completing' | undefined;
    })
  | { readonly phase: 'left'; readonly outcome: Outcome };

/** How a run ended. */
export type Outcome = 'complete' | 'skip' | 'cancel';

export type FlowEvent =
  /** From scratch: on connect, on return from the back/forward cache, after signing in again. */
  | { readonly type: 'started' }
  | { readonly type: 'loaded'; readonly info: SecurityInfo }
  | { readonly type: 'load-refused'; readonly fault: EnrollmentFault }
  | { readonly type: 'went-on' }
  | { readonly type: 'retry-asked' }
  | { readonly type: 'put-off-asked' }
  | { readonly type: 'put-off'; readonly info: SecurityInfo }
  | { readonly type: 'chooser-asked' }
  | { readonly type: 'chooser-left' }
  /** What is needed to draw a choice did not come. */
  | { readonly type: 'aside-missed' }
  | { readonly type: 'offer-chosen'; readonly offer: Offer }
  | { readonly type: 'registered'; readonly kind: MethodKind; readonly done: NextDone }
  | { readonly type: 'method-left' }
  /** What was just registered is not right. */
  | { readonly type: 'removal-asked' }
  | { readonly type: 'removed'; readonly info: SecurityInfo }
  /** The visit shows another page: what was wrong on the one before is over. */
  | { readonly type: 'page-turned' }
  /** `network`: its code did not come. `protocol`: it threw, so it is broken, or its offer is. */
  | { readonly type: 'method-missed'; readonly code: 'network' | 'protocol' }
  | { readonly type: 'default-asked' }
  | { readonly type: 'default-left' }
  | { readonly type: 'default-chosen'; readonly ref: MethodRef }
  | { readonly type: 'default-set'; readonly info: SecurityInfo }
  | { readonly type: 'finished' }
  | { readonly type: 'completed'; readonly info: SecurityInfo }
  /** The person is still there and wants the session to go on, or it may be over: the backend is asked. */
  | { readonly type: 'renewal-asked' }
  /** A call of the shell's own (skip, remove, default, complete) was refused, or given up by the person. */
  | { readonly type: 'refused'; readonly fault: EnrollmentFault }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'session-expired' }
  | { readonly type: 'cancelled' };

export type FlowEffect =
  | { readonly type: 'load' }
  | { readonly type: 'skip'; readonly requirementId: string }
  | { readonly type: 'set-default'; readonly ref: MethodRef }
  | { readonly type: 'remove'; readonly id: MethodId }
  | { readonly type: 'complete' }
  | { readonly type: 'enter'; readonly place: Place }
  /** `cancel`: the person left for another method, so the enrolment is ended; otherwise it stays open. */
  | { readonly type: 'leave'; readonly cancel: boolean }
  | { readonly type: 'tell'; readonly news: News }
  /** The first chunk leaves this to the whole flow: the event comes again once that is there. */
  | { readonly type: 'defer'; readonly event: FlowEvent };

/** Facts for the host page. */
export type News =
  | { readonly type: 'ready' }
  | { readonly type: 'registered'; readonly kind: MethodKind }
  | { readonly type: 'complete' }
  | { readonly type: 'skip' }
  /** `kind`: what is required first, where this wizard has nothing of what is required. */
  | { readonly type: 'error'; readonly fault: EnrollmentFault | Insecure; readonly kind?: MethodKind | undefined };

/** Over plain http no adapter is asked, so none can say so. */
interface Insecure {
  readonly code: 'insecure';
  readonly traceId?: undefined;
}

/** What the flow may know beyond its state. */
export interface FlowContext {
  /** The kinds that this copy of the wizard can draw; offers of others are passed over. */
  readonly kinds: ReadonlySet<string>;
  /** False with the `no-prompt` attribute. */
  readonly prompt: boolean;
}

export type FlowStep = readonly [state: FlowState, effects?: readonly FlowEffect[]];
