/** Walks a pure machine to the end of what it can do, so that tests prove things of every state instead of a few. */

export interface Machine<S, E, O> {
  readonly start: readonly S[];
  /** Everything that may happen; a function where that depends on the state. */
  readonly alphabet: readonly E[] | ((state: S) => readonly E[]);
  /** The state after, and whatever else came of it. */
  readonly step: (state: S, event: E) => readonly [state: S, output: O];
  /** What makes two states one; the whole state, if not told otherwise. */
  readonly key?: (state: S) => string;
  /** A machine with more states than this is taken for endless. */
  readonly limit?: number;
}

export interface Edge<S, E, O> {
  readonly from: S;
  readonly event: E;
  readonly to: S;
  readonly output: O;
}

export interface Walk<S, E, O> {
  readonly states: readonly S[];
  readonly edges: readonly Edge<S, E, O>[];
  edgesFrom(state: S): readonly Edge<S, E, O>[];
  /** The states from which none that `isGoal` can be reached over edges that `isTaken`. */
  strandedFrom(isGoal: (state: S) => boolean, isTaken?: (edge: Edge<S, E, O>) => boolean): readonly S[];
}

/**
 * Visits every state that can be reached and takes every event in each. Whatever the machine throws comes out with the
 * path that led there.
 */
export function explore<S, E, O>({
  start,
  alphabet,
  step,
  key = (state) => JSON.stringify(state),
  limit = 100_000,
}: Machine<S, E, O>): Walk<S, E, O> {
  const nodes = new Map<string, { readonly state: S; readonly out: Edge<S, E, O>[]; readonly path: readonly E[] }>();
  const open: string[] = [];
  // An event that changes nothing returns the very same state, and most events change nothing.
  const names = new Map<S, string>();
  const nameOf = (state: S): string => {
    const name = names.get(state) ?? key(state);
    if (nodes.has(name)) names.set(nodes.get(name)!.state, name);
    return name;
  };
  const meet = (state: S, path: readonly E[]): S => {
    const name = nameOf(state);
    const known = nodes.get(name);
    if (known) return known.state;
    if (nodes.size === limit) throw new Error(`more than ${limit} states, such as ${name}`);
    nodes.set(name, { state, out: [], path });
    open.push(name);
    return state;
  };

  for (const state of start) meet(state, []);
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    const { state, out, path } = nodes.get(name)!;
    for (const event of typeof alphabet === 'function' ? alphabet(state) : alphabet) {
      const here = [...path, event];
      const [to, output] = trace(here, () => step(state, event));
      out.push({ from: state, event, to: meet(to, here), output });
    }
  }

  const states = [...nodes.values()].map(({ state }) => state);
  const edges = [...nodes.values()].flatMap(({ out }) => out);
  return {
    states,
    edges,
    edgesFrom: (state) => nodes.get(nameOf(state))?.out ?? [],
    strandedFrom(isGoal, isTaken = () => true) {
      const into = new Map<S, S[]>();
      for (const edge of edges) if (isTaken(edge)) into.set(edge.to, [...(into.get(edge.to) ?? []), edge.from]);
      const saved = new Set(states.filter(isGoal));
      for (const state of saved) for (const before of into.get(state) ?? []) saved.add(before);
      return states.filter((state) => !saved.has(state));
    },
  };
}

function trace<T>(path: readonly unknown[], run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new Error(`thrown after ${path.map((event) => JSON.stringify(event)).join(' → ')}`, { cause });
  }
}
