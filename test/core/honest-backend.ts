/** The flow in front of a backend that keeps its word, and a person who presses only what is drawn: one machine. */
import type { MethodId, MethodKind, Offer } from '../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import type { PendingEnrollment, Requirement, SecurityInfo } from '../../src/contract/security-info.js';
import type { FlowContext, FlowEffect, FlowEvent, FlowState, News } from '../../src/core/flow-state.js';
import { initial, transition } from '../../src/core/flow.js';
import { followerOf, infoOf, phone, registered } from './plans.js';

/** A call of the shell's own that is out. The latest one ends the one before, as in the runtime. */
type Out = Extract<FlowEffect, { readonly type: 'load' | 'skip' | 'set-default' | 'remove' | 'complete' }> | undefined;

export interface World {
  readonly flow: FlowState;
  /** What is true at the backend. */
  readonly truth: readonly Requirement[];
  /** What the backend has opened by itself, and holds open. */
  readonly follower: PendingEnrollment | undefined;
  readonly out: Out;
  /** The latest answer that the flow was given. */
  readonly told: SecurityInfo | undefined;
  /** The method that is drawn. */
  readonly visited: MethodKind | undefined;
}

/** Something that may happen, and what is true afterwards. */
export interface Happening {
  readonly event: FlowEvent;
  readonly truth?: readonly Requirement[];
  readonly follower?: PendingEnrollment | undefined;
  /** Whoever leaves an enrolment ends it, unless that never arrives. */
  readonly isCancelLost?: true;
  /** The call that this answers is no longer out. */
  readonly isAnswer?: true;
}

export function worldOf(truth: readonly Requirement[]): World {
  const loading: FlowEffect = { type: 'load' };
  return { flow: initial, truth, follower: undefined, out: loading, told: undefined, visited: undefined };
}

export function live(world: World, happening: Happening, context: FlowContext): readonly [World, readonly News[]] {
  const { event, truth = world.truth, isAnswer } = happening;
  let { follower } = 'follower' in happening ? happening : world;
  const [flow, effects = []] = transition(world.flow, event, context);
  let out = isAnswer ? undefined : world.out;
  let { visited } = world;
  const news: News[] = [];
  for (const effect of effects) {
    if (effect.type === 'leave') {
      visited = undefined;
      const isCancelled = effect.cancel && 'at' in world.flow && world.flow.at.pending === world.follower;
      if (isCancelled && !happening.isCancelLost) follower = undefined;
    }
    if (effect.type === 'leave') continue;
    if (effect.type === 'enter') visited = effect.place.offer.kind;
    else if (effect.type === 'tell') news.push(effect.news);
    else if (effect.type === 'defer') throw new Error('The whole flow leaves nothing to a later one');
    else out = effect;
  }
  return [{ flow, truth, follower, out, told: 'info' in event ? event.info : world.told, visited }, news];
}

export function mayPutOff({ skip }: Requirement): boolean {
  return skip !== undefined && skip.daysLeft !== 0 && skip.timesLeft !== 0;
}

/** All that may happen next. */
export function happenings(world: World, context: FlowContext): readonly Happening[] {
  const pressed = presses(world.flow, context).map((event) => ({ event }));
  const isLeft = 'at' in world.flow && world.flow.at.follows === true;
  const lost = isLeft ? pressed.map((happening) => ({ ...happening, isCancelLost: true }) as const) : [];
  return [...answers(world), ...visits(world), ...pressed, ...lost];
}

const refusal: EnrollmentFault = { code: 'server' };

/** What the backend may answer to the call that is out. */
function answers({ out, truth, flow, follower }: World): readonly Happening[] {
  const isAnswer = true;
  if (!out) return [];
  const over: Happening = { event: { type: 'session-expired' }, isAnswer };
  const open = follower ? [follower] : [];
  const info = infoOf(truth, open);
  if (out.type === 'load')
    return [
      over,
      { event: { type: 'loaded', info }, isAnswer },
      { event: { type: 'load-refused', fault: { code: 'network' } }, isAnswer },
    ];
  const not: readonly Happening[] = [
    over,
    { event: { type: 'refused', fault: refusal }, isAnswer },
    { event: { type: 'withdrawn' }, isAnswer },
  ];
  switch (out.type) {
    case 'skip': {
      const after = truth.map((one) =>
        one.id === out.requirementId && mayPutOff(one) ? { ...one, status: 'put-off' as const } : one,
      );
      if (after.every((one, index) => one.status === truth[index]?.status)) return not;
      return [...not, { event: { type: 'put-off', info: infoOf(after, open) }, truth: after, isAnswer }];
    }
    case 'set-default':
      return [...not, { event: { type: 'default-set', info }, isAnswer }];
    case 'remove': {
      // What was just registered met one requirement; which, the backend knows.
      const met = 'at' in flow ? flow.at.requirementId : undefined;
      const after = truth.map((one) => (one.id === met ? { ...one, status: 'open' as const } : one));
      return [...not, { event: { type: 'removed', info: infoOf(after) }, truth: after, follower: undefined, isAnswer }];
    }
    case 'complete': {
      // The organisation may have thought of more in the meantime.
      const more = truth.map((one) => ({ ...one, status: one.status === 'put-off' ? ('open' as const) : one.status }));
      return [
        ...not,
        { event: { type: 'completed', info }, isAnswer },
        { event: { type: 'completed', info: infoOf(more, open) }, truth: more, isAnswer },
      ];
    }
  }
}

/** What may happen inside the method that is drawn. */
function visits({ visited, flow, truth }: World): readonly Happening[] {
  if (visited === undefined || !('at' in flow)) return [];
  if (flow.removing) return [];
  if (flow.registered) return [{ event: { type: 'method-left' } }, { event: { type: 'removal-asked' } }];
  const met = truth.map((one) => (one.id === flow.at.requirementId ? { ...one, status: 'satisfied' as const } : one));
  // One follower is as good as many: what follows the second kind is nothing.
  const followers = visited === 'phone' ? [undefined] : [undefined, followerOf(phone)];
  const dones = followers.map((then): Happening => ({ event: registered(visited, then), truth: met, follower: then }));
  return [...dones, { event: { type: 'method-missed', code: 'network' } }];
}

/** What is drawn can be pressed, and nothing else. */
function presses(flow: FlowState, { kinds }: FlowContext): readonly FlowEvent[] {
  const cancel: FlowEvent = { type: 'cancelled' };
  /** Drawn over every page once the session is about to end. */
  const renew: FlowEvent = { type: 'renewal-asked' };
  const isOpen = ({ status }: Requirement): boolean => status === 'open';
  switch (flow.phase) {
    case 'loading':
      return [cancel];
    case 'left':
      return [];
    case 'trouble':
      return [cancel, { type: 'retry-asked' }];
    case 'prompt':
      if (flow.puttingOff) return [cancel];
      return [
        cancel,
        renew,
        { type: 'went-on' },
        ...(flow.info.requirements.filter(isOpen).every(mayPutOff) ? [{ type: 'put-off-asked' } as const] : []),
      ];
    case 'method': {
      const at = flow.info.requirements.find(({ id }) => id === flow.at.requirementId);
      if (flow.puttingOff || flow.removing) return [cancel];
      if (flow.at.follows && !flow.registered) return [cancel, renew, { type: 'put-off-asked' }];
      if (flow.registered || !at || !isOpen(at)) return [cancel, renew];
      return [cancel, renew, { type: 'chooser-asked' }, ...(mayPutOff(at) ? [{ type: 'put-off-asked' } as const] : [])];
    }
    case 'chooser': {
      const at = flow.info.requirements.find(({ id }) => id === flow.at.requirementId);
      const offers: readonly Offer[] = at?.anyOf.filter(({ kind }) => kinds.has(kind)) ?? [];
      return [cancel, { type: 'chooser-left' }, ...offers.map((offer) => ({ type: 'offer-chosen', offer }) as const)];
    }
    case 'summary':
      if (flow.working) return [cancel];
      return [
        cancel,
        renew,
        { type: 'finished' },
        { type: 'default-chosen', ref: { methodId: 'method-1' as MethodId } },
      ];
  }
}
