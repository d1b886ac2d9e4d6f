/** What holds for the decisions of every method: all events and all answers in all states, by exploration. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Enrolled, Frame, MethodContext, MethodSpec } from '../../src/contract/method.js';
import { readCode } from '../../src/contract/typed-code.js';
import { deepFreeze } from '../explore/deep-freeze.js';
import { explore, type Edge, type Walk } from '../explore/explore.js';
import { faultOfTomorrow, methodFaults } from '../../demo/gallery/methods/every-fault.js';
import {
  enrolledOf,
  isReply,
  pressable,
  repliesOf,
  shortKey,
  type Effects,
  type Incoming,
  type State,
} from './alphabet.js';
import { everyMethod, type LoadedMethod } from './every-method.js';
import { wrongWith } from './holes.js';

type MethodWalk = Walk<State, Incoming, Effects>;
type MethodEdge = Edge<State, Incoming, Effects>;

/** One method in one context, walked to its end. */
interface Explored {
  readonly name: string;
  readonly method: LoadedMethod;
  readonly context: MethodContext<MethodSpec>;
  readonly walk: MethodWalk;
  readonly pending: readonly Enrolled<MethodSpec>[];
  frame(state: State): Frame<MethodSpec>;
}

const explored: readonly Explored[] = everyMethod.flatMap((method) => {
  const { kind, logic, samples } = deepFreeze(method);
  const incoming = deepFreeze([...samples.events, ...repliesOf(method)]);
  const pending = deepFreeze(enrolledOf(method));
  // One context is enough for what may never happen; `every-conversation` goes through all of them.
  return samples.contexts.slice(0, 1).map((context): Explored => {
    const frames = new Map<State, Frame<MethodSpec>>();
    const frame = (state: State): Frame<MethodSpec> => {
      const known = frames.get(state) ?? logic.frame(deepFreeze(state), context);
      frames.set(state, known);
      return known;
    };
    const key = shortKey(incoming);
    const walk = explore<State, Incoming, Effects>({
      key,
      start: [undefined, ...pending].map((open) => logic.start(deepFreeze(context), open)[0]),
      alphabet: (state) => [...incoming, ...pressable(frame(state))],
      step: (state, event) => {
        const [next, effects = []] = logic.update(deepFreeze(state), event, context);
        return [next, effects];
      },
    });
    return { name: kind, method, context, walk, pending, frame };
  });
});

function inEveryState(title: string, breach: (state: State, of: Explored) => string | false | undefined): void {
  test(title, () => {
    for (const of of explored)
      for (const state of of.walk.states) {
        const found = breach(state, of);
        if (found) assert.fail(`${of.name}: ${found}\n  in ${JSON.stringify(state)}`);
      }
  });
}

function onEveryEdge(title: string, breach: (edge: MethodEdge, of: Explored) => string | false | undefined): void {
  test(title, () => {
    for (const of of explored)
      for (const edge of of.walk.edges) {
        const found = breach(edge, of);
        if (!found) continue;
        const { from, event, to } = edge;
        const path = [from, event, to].map((part) => JSON.stringify(part)).join('\n  → ');
        assert.fail(`${of.name}: ${found}\n    ${path}`);
      }
  });
}

test('every method comes to a closure whatever it is told, without throwing or writing into what it was given', (t) => {
  assert.ok(everyMethod.length >= 2);
  for (const { name, walk } of explored) {
    t.diagnostic(`${name}: ${walk.states.length} states, ${walk.edges.length} edges`);
    assert.ok(walk.states.length > 2);
  }
});

test('the same event in the same state always leads to the same', () => {
  for (const { name, method, context, walk } of explored)
    for (const { from, event, to, output } of walk.states.slice(0, 100).flatMap(walk.edgesFrom)) {
      const [next, effects = []] = method.logic.update(from, event, context);
      assert.deepEqual([next, effects], [to, output], name);
    }
});

inEveryState('every text of a frame is one of the method’s own, with every hole filled', (state, { frame, method }) => {
  const { title, submit, links = [], busy, problem } = frame(state);
  const texts = [
    title,
    submit?.label,
    busy,
    ...links.map(({ label }) => label),
    problem && 'text' in problem && problem.text,
  ];
  for (const text of texts) {
    const wrong = text && wrongWith(text, method.strings.en);
    if (wrong) return wrong;
  }
  return false;
});

onEveryEdge('what is announced is one of the method’s own texts, with every hole filled', ({ output }, { method }) => {
  for (const effect of output) {
    const wrong = effect.type === 'announce' && wrongWith(effect.text, method.strings.en);
    if (wrong) return wrong;
  }
  return false;
});

inEveryState('a page always stands at the same stage', (state, { frame, walk }) => {
  const same = walk.states.find(({ page }) => page === state.page);
  return same && frame(same).stage !== frame(state).stage && 'two stages of one page';
});

test('every method opens on a page of the first stage, where other methods can be chosen', () => {
  for (const { name, method, context, frame } of explored)
    assert.equal(frame(method.logic.start(context)[0]).stage, 'first', name);
});

test('what the backend holds open is gone on with: done where it is done, and else short of that', () => {
  for (const { name, method, context, pending, frame } of explored)
    for (const open of pending) {
      const { stage } = frame(method.logic.start(context, open)[0]);
      assert.equal(stage === 'registered', open.enrollment.next.type === 'done', `${name}: ${stage}`);
    }
});

onEveryEdge(
  'the backend’s word, and nothing else, makes a method registered; and that is for good',
  (edge, { frame }) => {
    const { from, event, to } = edge;
    const [before, after] = [frame(from).stage === 'registered', frame(to).stage === 'registered'];
    const isDone = event.type === 'enrolled' && 'enrollment' in event && event.enrollment.next.type === 'done';
    if (before && !after) return 'registered no longer';
    return !before && after !== isDone && (after ? 'registered by itself' : 'done, and not registered');
  },
);

onEveryEdge('only a registered method is finished', ({ from, output }, { frame }) => {
  return output.some(({ type }) => type === 'leave') && frame(from).stage !== 'registered' && 'left before that';
});

inEveryState('every page has a way on: a button that can be pressed, or an answer on its way', (state, { frame }) => {
  const { submit, back, links = [], busy } = frame(state);
  if (busy !== undefined || submit || back) return false;
  return !links.some(({ disabled }) => !disabled) && 'no way on';
});

test('from every page the person comes to the registered one, if the backend lets them', () => {
  for (const { name, walk, frame } of explored) {
    // Whatever is refused, something that the person does or the backend answers leads on.
    const isFriendly = ({ event }: MethodEdge): boolean => event.type !== 'refused' && event.type !== 'withdrawn';
    const stranded = walk.strandedFrom((state) => frame(state).stage === 'registered', isFriendly);
    assert.deepEqual(stranded, [], name);
  }
});

onEveryEdge('a proof is handed in only by the person, and a code only as the field reads it', ({ event, output }) => {
  const effect = output.find(({ type }) => type === 'verify');
  if (effect?.type !== 'verify') return false;
  if (isReply(event)) return `verified on ${event.type}`;
  const proof = effect.proof as { readonly type: string; readonly code?: string };
  if (proof.type !== 'code') return false;
  const { code = '' } = proof;
  const { typed = '' } = event as { readonly typed?: string };
  const readings = (['digits', 'alphanumeric'] as const).map((alphabet) =>
    readCode(typed, { alphabet, length: code.length }),
  );
  return !readings.some((read) => 'code' in read && read.code === code) && `${code} was never typed`;
});

test('a secret stands only on the pages that show it', () => {
  for (const { name, method, walk } of explored)
    for (const { value, pages } of method.samples.secrets) {
      const holding = walk.states.filter((state) => JSON.stringify(state).includes(value));
      assert.deepEqual([...new Set(holding.map(({ page }) => page))].sort(), [...pages].sort(), name);
      const told = walk.edges.find(({ output }) => JSON.stringify(output).includes(value));
      assert.equal(told, undefined, `${name}: a wish carries a secret`);
    }
});

test('what a button or a timer sends is among the events that the samples stand for', () => {
  for (const { name, method, walk, frame } of explored) {
    const known = new Set(method.samples.events.map(({ type }) => type));
    const timed = walk.edges.flatMap(({ output }) =>
      output.flatMap((effect) => (effect.type === 'after' ? [effect] : [])),
    );
    const sent = [...walk.states.flatMap((state) => pressable(frame(state))), ...timed.map(({ event }) => event)];
    const unknown = sent.find(({ type }) => !known.has(type));
    assert.equal(unknown, undefined, `${name}: ${unknown?.type}`);
  }
});

inEveryState('a fault that is shown is one that the backend gave', (state, { frame }) => {
  const { problem } = frame(state);
  return (
    problem &&
    'fault' in problem &&
    ![...methodFaults, faultOfTomorrow].includes(problem.fault) &&
    'a fault of its own making'
  );
});

test('every page of a method’s state union is met', () => {
  for (const { name, walk, frame } of explored) {
    const pages = [...new Set(walk.states.map(({ page }) => page))];
    assert.ok(pages.length >= 3, `${name}: ${pages.join()}`);
    assert.ok(walk.states.some((state) => frame(state).stage === 'registered'));
  }
});
