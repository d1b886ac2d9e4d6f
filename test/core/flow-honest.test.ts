/** In front of a backend that keeps its word: what the flow tells is true, and nobody ever waits for nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { News } from '../../src/core/flow-state.js';
import { explore, type Edge, type Walk } from '../explore/explore.js';
import { happenings, live, mayPutOff, worldOf, type Happening, type World } from './honest-backend.js';
import { plans, statusesOf, withPrompt } from './plans.js';

type WorldWalk = Walk<World, Happening, readonly News[]>;
type WorldEdge = Edge<World, Happening, readonly News[]>;

const walks: readonly { readonly plan: string; readonly walk: WorldWalk }[] = Object.entries(plans).map(
  ([plan, requirements]) => ({
    plan,
    walk: explore<World, Happening, readonly News[]>({
      start: statusesOf(requirements).map(worldOf),
      alphabet: (world) => happenings(world, withPrompt),
      step: (world, happening) => live(world, happening, withPrompt),
    }),
  }),
);

function inEveryWorld(title: string, breach: (world: World) => string | false | undefined): void {
  test(title, () => {
    for (const { plan, walk } of walks)
      for (const world of walk.states) {
        const found = breach(world);
        if (found) assert.fail(`${plan}: ${found}\n  in ${JSON.stringify(world)}`);
      }
  });
}

function onEveryEdge(title: string, breach: (edge: WorldEdge) => string | false | undefined): void {
  test(title, () => {
    for (const { plan, walk } of walks)
      for (const edge of walk.edges) {
        const found = breach(edge);
        if (found)
          assert.fail(`${plan}: ${found}\n  on ${JSON.stringify(edge.event)}\n  in ${JSON.stringify(edge.from)}`);
      }
  });
}

test('every world is walked to its end', (t) => {
  for (const { plan, walk } of walks) t.diagnostic(`${plan}: ${walk.states.length} states, ${walk.edges.length} edges`);
  const news = new Set(walks.flatMap(({ walk }) => walk.edges.flatMap(({ output }) => output.map(({ type }) => type))));
  assert.deepEqual(
    [...news].sort(),
    ['complete', 'error', 'ready', 'registered', 'skip'],
    'all news is told somewhere',
  );
});

onEveryEdge('siw-complete is true: nothing that is required is open at the backend', ({ output, to }) => {
  const isTold = output.some(({ type }) => type === 'complete');
  return isTold && to.truth.some(({ status }) => status === 'open') && 'something is open';
});

onEveryEdge(
  'siw-skip comes only when all is met or put off, and what was put off was allowed to be',
  ({ output, to }) => {
    if (!output.some(({ type }) => type === 'skip')) return false;
    if (to.truth.some(({ status }) => status === 'open')) return 'something is open';
    return !to.truth.some(({ status }) => status === 'put-off') && 'nothing was put off';
  },
);

onEveryEdge('a call to put something off is made only where the backend will grant it', ({ from, to }) => {
  const { out } = to;
  if (out?.type !== 'skip' || out === from.out) return false;
  const asked = to.truth.find(({ id }) => id === out.requirementId);
  return !(asked?.status === 'open' && mayPutOff(asked)) && `asked to put ${out.requirementId} off`;
});

inEveryWorld('a page that waits for the backend has a call out that will end the waiting', ({ flow, out }) => {
  if (flow.phase === 'loading') return out?.type !== 'load' && 'loading, and nothing is asked';
  if ('puttingOff' in flow && flow.puttingOff !== undefined)
    return !(out?.type === 'skip' && out.requirementId === flow.puttingOff) && 'putting off, and nothing is asked';
  if ('removing' in flow && flow.removing) return out?.type !== 'remove' && 'removing, and nothing is asked';
  if (flow.phase !== 'summary' || !flow.working) return false;
  return out?.type !== (flow.working === 'completing' ? 'complete' : 'set-default') && 'working, and nothing is asked';
});

inEveryWorld('a method stands in the tree while its page does, and at no other time', ({ flow, visited }) => {
  const due = 'at' in flow ? flow.at.offer.kind : undefined;
  return visited !== due && `${visited} instead of ${due}`;
});

inEveryWorld('what is drawn of the plan is what the backend said last', ({ flow, told }) => {
  return 'info' in flow && flow.info !== told && 'an older answer is drawn';
});

inEveryWorld('the last page is for those who gained something', ({ flow }) => {
  return flow.phase === 'summary' && !flow.gained && 'a summary of nothing';
});

test('what follows a method holds nobody up: without ever registering it, a person comes to the end', () => {
  for (const { plan, walk } of walks) {
    const stranded = walk
      .strandedFrom(
        ({ flow }) => flow.phase === 'left',
        ({ from: { flow }, event: { event } }) =>
          event.type !== 'cancelled' && !(event.type === 'registered' && 'at' in flow && flow.at.follows),
      )
      .filter(({ flow }) => 'at' in flow && flow.at.follows && !flow.registered);
    if (!plan.includes('unknown')) assert.deepEqual(stranded, [], plan);
  }
});

test('whoever goes on, or tries again, comes to the end', () => {
  for (const { plan, walk } of walks) {
    const stranded = walk.strandedFrom(
      ({ flow }) => flow.phase === 'left',
      ({ event: { event } }) => event.type !== 'cancelled',
    );
    // Where the wizard knows no method, the page that says so is the end.
    if (!plan.includes('unknown')) assert.deepEqual(stranded, [], plan);
  }
});
