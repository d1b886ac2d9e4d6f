/** The explorer carries the proofs of every machine, so it is proved first, on machines that fit into the head. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explore } from './explore.js';

/** A lift between three floors, with a trap below the lowest. */
const lift = (floor: number, event: 'up' | 'down'): readonly [number, string] =>
  floor === -1 ? [-1, 'stuck'] : event === 'up' ? [Math.min(floor + 1, 2), 'ding'] : [floor - 1, 'ding'];

test('every state that can be reached is met once, and every event is taken in each', () => {
  const { states, edges } = explore({ start: [0], alphabet: ['up', 'down'], step: lift });
  assert.deepEqual([...states].sort(), [-1, 0, 1, 2]);
  assert.equal(edges.length, 8);
  assert.deepEqual(
    edges.find(({ from, event }) => from === 2 && event === 'up'),
    { from: 2, event: 'up', to: 2, output: 'ding' },
  );
});

test('the edges of one state are found by what the state says, not by which object it is', () => {
  const walk = explore({
    start: [{ floor: 0 }],
    alphabet: ['up', 'down'] as const,
    step: ({ floor }, event) => [{ floor: lift(floor, event)[0] }, undefined],
  });
  assert.deepEqual(
    walk.edgesFrom({ floor: 1 }).map(({ to }) => to.floor),
    [2, 0],
  );
  assert.deepEqual(walk.edgesFrom({ floor: 99 }), []);
});

test('states that a key takes for one are one', () => {
  const { states } = explore({
    start: [0],
    alphabet: ['count'],
    step: (n) => [n + 1, undefined],
    key: (n) => String(n % 5),
  });
  assert.deepEqual(states, [0, 1, 2, 3, 4]);
});

test('the alphabet may depend on the state', () => {
  const { states } = explore({
    start: [0],
    alphabet: (floor): ('up' | 'down')[] => (floor === 2 ? [] : ['up']),
    step: lift,
  });
  assert.deepEqual(states, [0, 1, 2]);
});

test('a state from which the goal is out of reach is called stranded', () => {
  const walk = explore({ start: [0], alphabet: ['up', 'down'], step: lift });
  assert.deepEqual(
    walk.strandedFrom((floor) => floor === 2),
    [-1],
  );
  assert.deepEqual(
    [
      ...walk.strandedFrom(
        (floor) => floor === 0,
        ({ event }) => event === 'up',
      ),
    ].sort(),
    [-1, 1, 2],
    'over the way up only',
  );
});

test('a machine without an end is reported instead of walked for ever', () => {
  const endless = () => explore({ start: [0], alphabet: ['more'], step: (n) => [n + 1, undefined], limit: 50 });
  assert.throws(endless, /more than 50 states, such as 50/);
});

test('what a machine throws is reported with the events that led there', () => {
  const walk = () =>
    explore({
      start: [0],
      alphabet: ['up'],
      step: (n) => {
        if (n === 2) throw new RangeError('no such floor');
        return [n + 1, undefined];
      },
    });
  assert.throws(walk, (thrown: Error) => {
    assert.match(thrown.message, /thrown after "up" → "up" → "up"/);
    assert.ok(thrown.cause instanceof RangeError);
    return true;
  });
});
