/** Every method in front of a backend that answers what it is asked: nobody waits for an answer that will not come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call, Frame, MethodContext, MethodSpec } from '../../src/contract/method.js';
import { deepFreeze } from '../explore/deep-freeze.js';
import { explore, type Edge, type Walk } from '../explore/explore.js';
import {
  callsIn,
  endsOf,
  enrolledOf,
  isReply,
  pressable,
  shortKey,
  type Effects,
  type Incoming,
  type State,
} from './alphabet.js';
import { everyMethod, type LoadedMethod } from './every-method.js';

/** A method and what of it is under way, as the runtime keeps it. */
interface Talk {
  readonly state: State;
  /** The wish that is out; a page takes it along when it turns. */
  readonly out: Exclude<Call, 'wait'> | undefined;
  /** The backend waits for something elsewhere, and is asked again and again. */
  readonly waits: boolean;
}

/** What came of an event: the wishes that were made, and those that were dropped, since one was out already. */
interface Outcome {
  readonly effects: Effects;
  readonly dropped: readonly Call[];
}

interface Conversation {
  readonly name: string;
  readonly walk: Walk<Talk, Incoming, Outcome>;
  readonly events: readonly Incoming[];
  frame(talk: Talk): Frame<MethodSpec>;
}

/** As the runtime does it: the new page first, then its wishes, one at a time. */
function follow(
  page: string | undefined,
  out: Talk['out'],
  state: State,
  effects: Effects,
  waits: boolean,
): readonly [Talk, Outcome] {
  const kept = page === state.page ? out : undefined;
  const [first, ...more] = [...(kept ? [kept] : []), ...callsIn(effects)];
  return [
    { state, out: first, waits },
    { effects, dropped: more },
  ];
}

function converse(method: LoadedMethod, context: MethodContext<MethodSpec>, name: string): Conversation {
  const { logic, samples } = method;
  const events = deepFreeze(samples.events);
  const answers = deepFreeze(enrolledOf(method));
  const frames = new Map<State, Frame<MethodSpec>>();
  const frame = ({ state }: Talk): Frame<MethodSpec> => {
    const known = frames.get(state) ?? logic.frame(state, context);
    frames.set(state, known);
    return known;
  };
  const isWait = (answer: (typeof answers)[number]): boolean => (answer.enrollment.next.type as string) === 'wait';
  const replies = (talk: Talk): readonly Incoming[] => [
    ...(talk.out ? [...answers, ...endsOf(talk.out)] : []),
    ...(talk.waits && !talk.out ? [...answers, ...endsOf('wait')] : []),
  ];
  const starts = [undefined, ...answers].map((open) => {
    const [state, effects = []] = logic.start(context, open);
    return follow(undefined, undefined, state, effects, open !== undefined && isWait(open))[0];
  });
  const walk = explore<Talk, Incoming, Outcome>({
    start: starts,
    // While a page is busy its buttons are held; what the device sends is not.
    alphabet: (talk) => [...events, ...pressable(frame(talk)), ...replies(talk)],
    step: (talk, incoming) => {
      const [state, effects = []] = logic.update(talk.state, incoming, context);
      const answer = answers.find((one) => one === incoming);
      const waits = answer ? isWait(answer) : talk.waits && !(isReply(incoming) && !talk.out);
      return follow(talk.state.page, isReply(incoming) ? undefined : talk.out, state, effects, waits);
    },
    key: shortKey([...events, ...answers]),
  });
  return { name, walk, events, frame };
}

const conversations = everyMethod.flatMap((method) =>
  method.samples.contexts.map((context, n) => converse(method, context, `${method.kind}, context ${n + 1}`)),
);

function onEveryEdge(
  title: string,
  breach: (edge: Edge<Talk, Incoming, Outcome>, of: Conversation) => string | false | undefined,
): void {
  test(title, () => {
    for (const of of conversations)
      for (const edge of of.walk.edges) {
        const found = breach(edge, of);
        if (!found) continue;
        const { from, event, to } = edge;
        assert.fail(
          `${of.name}: ${found}\n    ${[from, event, to].map((part) => JSON.stringify(part)).join('\n  → ')}`,
        );
      }
  });
}

test('every conversation is walked to its end', (t) => {
  for (const { name, walk } of conversations)
    t.diagnostic(`${name}: ${walk.states.length} states, ${walk.edges.length} edges`);
});

onEveryEdge(
  'no wish is made while one is out: the runtime would drop it, and the page wait for the wrong answer',
  (edge) => {
    return edge.output.dropped.length > 0 && `dropped ${edge.output.dropped.join()}`;
  },
);

test('while a call is out, the page shows that it is', () => {
  for (const { name, walk, frame } of conversations)
    for (const talk of walk.states)
      if (talk.out !== undefined) assert.ok(frame(talk).busy !== undefined, `${name}: ${JSON.stringify(talk)}`);
});

test('a page that is busy with nothing of the backend’s is so until the device has done its part', () => {
  for (const { name, walk, frame } of conversations)
    for (const talk of walk.states) {
      if (frame(talk).busy === undefined || talk.out !== undefined || talk.waits) continue;
      const ends = walk
        .edgesFrom(talk)
        .filter(({ event, to }) => !isReply(event) && (frame(to).busy === undefined || to.out));
      // Going back is no answer.
      const back = JSON.stringify(frame(talk).back);
      assert.ok(
        ends.some(({ event }) => JSON.stringify(event) !== back),
        `${name}: ${JSON.stringify(talk)}`,
      );
    }
});

test('whoever gives a call up finds a page that can be used', () => {
  for (const { name, walk, frame } of conversations)
    for (const { event, to } of walk.edges)
      if (event.type === 'withdrawn') assert.equal(frame(to).busy, undefined, `${name}: ${JSON.stringify(to)}`);
});

onEveryEdge('a refusal either stays on a page that can be used, or is followed by another wish', (edge, { frame }) => {
  return edge.event.type === 'refused' && frame(edge.to).busy !== undefined && !edge.to.out && 'busy with nothing';
});

/** The pages before anything is begun. */
function earlyPages({ walk }: Conversation): ReadonlySet<string> {
  const found = new Set(walk.states.slice(0, 1));
  for (const talk of found)
    for (const { event, to } of walk.edgesFrom(talk)) if (!isReply(event) && !to.out && !to.waits) found.add(to);
  return new Set([...found].map(({ state }) => state.page));
}
const early = new Map(conversations.map((of) => [of, earlyPages(of)]));

onEveryEdge('what the person is refused is said, unless the page says it in words of its own', (edge, of) => {
  const { frame, walk } = of;
  if (edge.event.type !== 'refused' || edge.to.out) return false;
  // Whoever has gone back to the start has given up what they waited for; its end is no news.
  const isWaiting = 'during' in edge.event && edge.event.during === 'wait';
  if (isWaiting && early.get(of)?.has(edge.from.state.page)) return false;
  // A page that starts over, but not at the start, is about what happened: its title says it.
  const [start] = walk.states;
  if (start && frame(edge.to).stage === 'first' && edge.to.state.page !== start.state.page) return false;
  return frame(edge.from).stage !== 'registered' && frame(edge.to).problem === undefined && 'not a word of it';
});
