/** Every event in every state of the flow, whether it belongs there or not: what can never happen, whatever happens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MethodId } from '../../src/contract/enrollment.js';
import type { Requirement, SecurityInfo } from '../../src/contract/security-info.js';
import type { FlowContext, FlowEffect, FlowEvent, FlowState } from '../../src/core/flow-state.js';
import { initial, transition } from '../../src/core/flow.js';
import { deepFreeze } from '../explore/deep-freeze.js';
import { explore, type Edge, type Walk } from '../explore/explore.js';
import { familyOf, followerOf, phone, plans, registered, withoutPrompt, withPrompt } from './plans.js';

/** What came of an event: the very state that was returned, and the wishes. */
interface Outcome {
  readonly next: FlowState;
  readonly effects: readonly FlowEffect[];
}
type FlowWalk = Walk<FlowState, FlowEvent, Outcome>;
type FlowEdge = Edge<FlowState, FlowEvent, Outcome>;

/** Everything that can be sent to a flow with this plan, by the person, the backend, the method or the page. */
function alphabetOf(plan: readonly Requirement[]): readonly FlowEvent[] {
  const infos = familyOf(plan);
  const offers = plan.flatMap(({ anyOf }) => anyOf);
  return deepFreeze<readonly FlowEvent[]>([
    { type: 'started' },
    { type: 'went-on' },
    { type: 'retry-asked' },
    { type: 'put-off-asked' },
    { type: 'chooser-asked' },
    { type: 'chooser-left' },
    ...[...offers, phone].map((offer) => ({ type: 'offer-chosen', offer }) as const),
    registered(),
    registered('totp', followerOf(phone)),
    { type: 'method-left' },
    { type: 'method-missed', code: 'network' },
    { type: 'page-turned' },
    { type: 'removal-asked' },
    { type: 'renewal-asked' },
    { type: 'default-asked' },
    { type: 'default-left' },
    { type: 'aside-missed' },
    { type: 'default-chosen', ref: { methodId: 'method-1' as MethodId } },
    { type: 'finished' },
    { type: 'withdrawn' },
    { type: 'session-expired' },
    { type: 'cancelled' },
    ...infos.flatMap((info) =>
      (['loaded', 'put-off', 'default-set', 'removed', 'completed'] as const).map((type) => ({ type, info })),
    ),
    ...(['network', 'method_unavailable', 'session_expired'] as const).map(
      (code) => ({ type: 'load-refused', fault: { code } }) as const,
    ),
    { type: 'load-refused', fault: { code: 'policy_denied' } },
    { type: 'load-refused', fault: { code: 'policy_denied', reason: 'place' } },
    { type: 'refused', fault: { code: 'server' } },
  ]);
}

function keyOf(state: FlowState, infos: readonly SecurityInfo[] = []): string {
  const { info, at, ...rest } = { info: undefined, at: undefined, ...state };
  const place = at && [at.requirementId, at.offer.kind, at.offer.offerId, at.pending?.id];
  // An answer of load is long and there are few of them: their numbers keep the keys short.
  const known = info && infos.includes(info) ? infos.indexOf(info) : info?.requirements;
  return JSON.stringify({ ...rest, place, known });
}

function walkOf(plan: readonly Requirement[], context: FlowContext): FlowWalk {
  const alphabet = alphabetOf(plan);
  const infos = [...new Set(alphabet.flatMap((event) => ('info' in event ? [event.info] : [])))];
  return explore<FlowState, FlowEvent, Outcome>({
    start: [initial],
    alphabet,
    step: (state, event) => {
      const [next, effects = []] = transition(deepFreeze(state), event, context);
      return [next, { next, effects }];
    },
    key: (state) => keyOf(state, infos),
  });
}

const walks: readonly { readonly plan: string; readonly walk: FlowWalk }[] = Object.entries(plans).flatMap(
  ([plan, requirements]) => [
    { plan, walk: walkOf(requirements, withPrompt) },
    // The prompt is the first page only, so a few plans stand for all.
    ...(requirements.length === 1 ? [{ plan: `${plan}, no prompt`, walk: walkOf(requirements, withoutPrompt) }] : []),
  ],
);

/** Proves something of every edge of every plan; what it says of a breach is worth a string only then. */
function onEveryEdge(title: string, breach: (edge: FlowEdge) => string | false | undefined): void {
  test(title, () => {
    for (const { plan, walk } of walks)
      for (const edge of walk.edges) {
        const found = breach(edge);
        if (found) assert.fail(`${plan}: ${found}\n  on ${JSON.stringify(edge.event)}\n  in ${keyOf(edge.from)}`);
      }
  });
}

/** What the flow knows of the plan once this event has been heard. */
const knownAfter = ({ from, event }: FlowEdge): SecurityInfo | undefined =>
  'info' in event ? event.info : 'info' in from ? from.info : undefined;

const effectsOf = <T extends FlowEffect['type']>(
  { output: { effects } }: FlowEdge,
  type: T,
): readonly Extract<FlowEffect, { readonly type: T }>[] =>
  effects.filter((effect): effect is Extract<FlowEffect, { readonly type: T }> => effect.type === type);

const told = (edge: FlowEdge): readonly string[] => effectsOf(edge, 'tell').map(({ news }) => news.type);

const hasOpen = (info: SecurityInfo | undefined): boolean =>
  info?.requirements.some(({ status }) => status === 'open') ?? true;

test('the flow comes to a closure whatever is sent to it, without throwing or writing into what it was given', (t) => {
  let states = 0;
  let edges = 0;
  for (const { plan, walk } of walks) {
    states += walk.states.length;
    edges += walk.edges.length;
    t.diagnostic(`${plan}: ${walk.states.length} states, ${walk.edges.length} edges`);
  }
  t.diagnostic(`core, all plans: ${states} states, ${edges} edges`);
  const phases = new Set(walks.flatMap(({ walk }) => walk.states.map(({ phase }) => phase)));
  assert.deepEqual(
    [...phases].sort(),
    ['chooser', 'left', 'loading', 'method', 'prompt', 'summary', 'trouble'],
    'and every phase is met',
  );
});

onEveryEdge('“complete” and “skip” are never told while a requirement is known to be open', (edge) => {
  const isEnd = told(edge).some((news) => news === 'complete' || news === 'skip');
  return isEnd && hasOpen(knownAfter(edge)) && 'told too early';
});

onEveryEdge('an end is told once, as the wizard leaves; a cancelled run tells none', (edge) => {
  const ends = told(edge).filter((news) => news === 'complete' || news === 'skip');
  const { next } = edge.output;
  const due = next.phase === 'left' && edge.from.phase !== 'left' && next.outcome !== 'cancel' ? [next.outcome] : [];
  return ends.join() !== due.join() && `told ${ends.join()} instead of ${due.join()}`;
});

onEveryEdge('the wizard stands at the place that it enters, and enters anew whenever the place is another', (edge) => {
  const { from, output } = edge;
  const [entered, ...more] = effectsOf(edge, 'enter');
  const before = 'at' in from ? from.at : undefined;
  const after = 'at' in output.next ? output.next.at : undefined;
  if (more.length > 0) return 'entered two at once';
  if (entered) return (entered.place !== after || after === before) && 'entered one place and stands at another';
  return after !== before && after !== undefined && 'stands at a place that was not entered';
});

onEveryEdge('a method is left before anything else is opened or drawn', ({ from, output: { next, effects } }) => {
  const isElsewhere = 'at' in from && !('at' in next && next.at === from.at);
  return isElsewhere && effects[0]?.type !== 'leave' && 'the visit was not left first';
});

onEveryEdge('only methods that this wizard can draw are entered', (edge) => {
  // What the person chose was offered by the shell, which offers known kinds alone.
  const { from } = edge;
  const unknown = effectsOf(edge, 'enter').find(({ place }) => !withPrompt.kinds.has(place.offer.kind));
  // A visit to what was chosen may start over.
  const isSame = 'at' in from && unknown?.place.offer === from.at.offer;
  return edge.event.type !== 'offer-chosen' && !isSame && unknown && `entered ${unknown.place.offer.kind}`;
});

onEveryEdge('“ready” is told with each first answer of load, and with nothing else', (edge) => {
  const isFirst = edge.from.phase === 'loading' && edge.event.type === 'loaded';
  return told(edge).includes('ready') !== isFirst && 'ready';
});

/** In which states an event of the person, the backend or the page means something; elsewhere it is late or stray. */
const means: { readonly [T in FlowEvent['type']]: (state: FlowState) => boolean } = {
  started: () => true,
  cancelled: ({ phase }) => phase !== 'left',
  'session-expired': ({ phase }) => phase !== 'left',
  'retry-asked': ({ phase }) => phase === 'trouble',
  loaded: (state) => state.phase === 'loading' || 'info' in state,
  'load-refused': ({ phase }) => phase === 'loading',
  'went-on': (state) => state.phase === 'prompt' && !state.puttingOff,
  'put-off-asked': (state) =>
    (state.phase === 'prompt' || (state.phase === 'method' && !state.registered)) && !state.puttingOff,
  'put-off': (state) => 'puttingOff' in state && state.puttingOff !== undefined,
  'chooser-asked': (state) => state.phase === 'method' && !state.registered && !state.puttingOff,
  'chooser-left': ({ phase }) => phase === 'chooser',
  'offer-chosen': (state) => 'at' in state && !state.registered && !state.puttingOff,
  registered: (state) => 'at' in state,
  'method-left': (state) => 'at' in state && !state.removing,
  'removal-asked': (state) => 'at' in state && state.registered !== undefined && !state.removing,
  removed: (state) => 'at' in state && state.removing === true,
  'renewal-asked': (state) => 'info' in state && !isWriting(state),
  'page-turned': (state) => 'at' in state && state.problem !== undefined,
  'method-missed': ({ phase }) => phase !== 'left',
  'aside-missed': (state) => state.phase === 'chooser' || (state.phase === 'summary' && state.choosing),
  'default-asked': (state) => state.phase === 'summary' && !state.working && !state.choosing,
  'default-left': (state) => state.phase === 'summary' && !state.working && state.choosing,
  'default-chosen': (state) => state.phase === 'summary' && !state.working,
  'default-set': (state) => state.phase === 'summary' && state.working === 'setting-default',
  finished: (state) => state.phase === 'summary' && !state.working,
  completed: (state) => state.phase === 'summary' && state.working === 'completing',
  refused: (state) => 'info' in state,
  withdrawn: (state) => 'info' in state,
};

/** One of the shell's own writes is out. */
function isWriting(state: FlowState): boolean {
  const { puttingOff, removing, working } = {
    puttingOff: undefined,
    removing: undefined,
    working: undefined,
    ...state,
  };
  return puttingOff !== undefined || removing !== undefined || working !== undefined;
}

onEveryEdge('an event that means nothing where it arrives changes nothing and wishes for nothing', (edge) => {
  const { from, event, to, output } = edge;
  return !means[event.type](from) && (to !== from || output.effects.length > 0) && 'something came of it';
});

test('every state but the last has a way on besides cancelling and starting over', () => {
  for (const { plan, walk } of walks)
    for (const state of walk.states) {
      if (state.phase === 'left') continue;
      const ways = walk.edgesFrom(state).filter(({ to, event }) => to !== state && !isDrastic(event));
      if (ways.length === 0) assert.fail(`${plan}: ${keyOf(state)}`);
    }
});

test('the end can be reached from everywhere, and where no method can be drawn, a page with a reason [F34, C10]', () => {
  for (const { plan, walk } of walks) {
    const stranded = walk.strandedFrom(
      ({ phase }) => phase === 'left',
      ({ event }) => !isDrastic(event),
    );
    assert.deepEqual(
      stranded.map((state) => keyOf(state)),
      [],
      plan,
    );
  }
});

function isDrastic({ type }: FlowEvent): boolean {
  return type === 'cancelled' || type === 'started' || type === 'session-expired';
}
