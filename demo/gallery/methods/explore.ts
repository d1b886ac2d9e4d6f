/** Finds every state that a person can bring a method to: samples and faults, tried in each state until none is new. */
import type {
  Call,
  Frame,
  MethodContext,
  MethodEffect,
  MethodLogic,
  MethodSpec,
  Reply,
} from '../../../src/contract/method.js';
import type { MethodSamples } from '../../../src/contract/samples.js';
import { methodFaults } from './every-fault.js';

type State = MethodSpec['state'];

/** A state, and what is out for an answer there. */
export interface Stop {
  readonly state: State;
  readonly context: MethodContext<MethodSpec>;
  readonly frame: Frame<MethodSpec>;
  readonly wish: Call | undefined;
  /** What led to it, from the start. */
  readonly way: string;
  /** Where the last step came from. */
  readonly before: Stop | undefined;
}

/** When the answers arrive: now, so that a countdown still counts when a state is drawn. */
const at = Math.round(performance.now());

export function explore(
  logic: MethodLogic<MethodSpec>,
  samples: MethodSamples<MethodSpec>,
): readonly [Stop, ...Stop[]] {
  const found = new Map<string, Stop>();
  const ahead: Stop[] = [];
  const reach = (
    [state, effects = []]: ReturnType<typeof logic.update>,
    before: Stop | undefined,
    context: MethodContext<MethodSpec>,
    way: string,
  ): void => {
    const isTurned = before?.state.page !== state.page;
    const wish = wishOf(effects) ?? (isTurned ? undefined : before?.wish);
    const key = [keyOf(state), wish, keyOf(context)].join('|');
    if (found.has(key)) return;
    const stop = { state, context, frame: logic.frame(state, context), wish, way, before };
    found.set(key, stop);
    ahead.push(stop);
  };
  for (const context of samples.contexts) {
    reach(logic.start(context), undefined, context, 'start');
    for (const enrollment of samples.enrollments)
      reach(logic.start(context, { type: 'enrolled', enrollment, at }), undefined, context, 'resumed');
  }
  for (let stop = ahead.shift(); stop; stop = ahead.shift()) {
    const { state, context, wish } = stop;
    for (const event of samples.events)
      reach(logic.update(state, event, context), stop, context, `${stop.way} > ${event.type}`);
    // Answers come to those who asked; after one, nothing is out any more.
    if (wish === undefined) continue;
    for (const reply of repliesTo(wish, samples))
      reach(logic.update(state, reply, context), { ...stop, wish: undefined }, context, `${stop.way} > ${reply.type}`);
  }
  // Every method has a start.
  return [...found.values()] as unknown as readonly [Stop, ...Stop[]];
}

/** Where one more event leads from a stop. */
export function after(
  logic: MethodLogic<MethodSpec>,
  before: Stop,
  event: MethodSpec['event'] | Reply<MethodSpec>,
): Stop {
  const { context, way } = before;
  const [state, effects = []] = logic.update(before.state, event, context);
  return {
    ...{ state, context, before },
    frame: logic.frame(state, context),
    wish: wishOf(effects),
    way: `${way} > ${event.type}`,
  };
}

/** Equal objects get the same number; a large one, such as a table inside a state, is read once only. */
function keyOf(record: object): string {
  return Object.entries(record)
    .map(
      ([name, value]) =>
        `${name}:${typeof value === 'object' && value !== null ? numberOf(value as object) : String(value)}`,
    )
    .join();
}

const numbers = new WeakMap<object, number>();
const known = new Map<string, number>();

function numberOf(value: object): number {
  const found = numbers.get(value);
  if (found !== undefined) return found;
  const text = JSON.stringify(value);
  const number = known.get(text) ?? known.size;
  known.set(text, number);
  numbers.set(value, number);
  return number;
}

function wishOf(effects: readonly MethodEffect<MethodSpec>[]): Call | undefined {
  const wish = effects.find(({ type }) => type === 'begin' || type === 'verify' || type === 'challenge');
  return wish?.type as Call | undefined;
}

function repliesTo(during: Call, { enrollments }: MethodSamples<MethodSpec>): readonly Reply<MethodSpec>[] {
  return [
    ...enrollments.map((enrollment) => ({ type: 'enrolled', enrollment, at }) as const),
    ...methodFaults.map((fault) => ({ type: 'refused', during, fault }) as const),
    { type: 'withdrawn', during },
  ];
}

/** How a page looks, as far as its structure goes; `detail` tells one fault from another. */
export function lookOf({ state, frame }: Stop, detail: 'fault' | 'place'): string {
  const { problem, busy, links = [], submit, back } = frame;
  const flags = Object.entries(state).map(([name, value]) => [name, flagOf(value)]);
  return JSON.stringify({
    page: state.page,
    problem: problem && [
      problem.field,
      detail === 'place' ? undefined : 'fault' in problem ? problem.fault : problem.text,
    ],
    busy: busy && textKey(busy),
    links: links.map(({ label, disabled }) => [textKey(label), disabled]),
    has: [submit !== undefined, back !== undefined],
    flags: detail === 'place' ? flags.filter(([name]) => name !== 'problem') : flags,
  });
}

/** Numbers in a text change nothing about its look. */
function textKey(text: string | readonly [string, unknown]): string {
  return typeof text === 'string' ? text : text[0];
}

function flagOf(value: unknown): unknown {
  if (typeof value === 'boolean' || value === undefined) return value;
  const isTagged = typeof value === 'object' && value !== null && 'type' in value;
  return isTagged ? value.type : 'set';
}
