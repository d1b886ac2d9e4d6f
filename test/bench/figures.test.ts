// What the bench says of its figures: a wrong median or a mild verdict would hide a slow wizard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure, median, ratio, shown, verdict } from './figures.js';
import { rows, type Row } from './limits.js';
import { judge } from './table.js';

test('a median is the value in the middle, or the mean of the two in the middle', () => {
  assert.equal(median([90, 10, 20]), 20);
  assert.equal(median([4, 1, 100, 2]), 3);
  assert.equal(median([7]), 7);
});

test('there is no median of nothing, and sorting leaves the values alone', () => {
  assert.throws(() => median([]), RangeError);
  const values = [3, 1, 2];
  median(values);
  assert.deepEqual(values, [3, 1, 2]);
});

test('a ratio compares medians, so one slow visit changes nothing', () => {
  assert.equal(ratio([110, 120, 5000], [100, 100, 100]), 1.2);
});

test('a figure is judged as it is shown', () => {
  const bound = { limit: 1.3, goal: 1.1, decimals: 2 };
  assert.equal(verdict(1.1, bound), '');
  assert.equal(verdict(1.104, bound), '');
  assert.equal(verdict(1.11, bound), 'over the goal');
  assert.equal(verdict(1.304, bound), 'over the goal');
  assert.equal(verdict(1.306, bound), 'OVER THE LIMIT');
  assert.equal(shown(-0.001, bound), '0.00');
});

test('without a limit there is only a goal, and what was not measured fails', () => {
  assert.equal(verdict(9, { goal: 1, decimals: 0 }), 'over the goal');
  assert.equal(verdict(undefined, { goal: 1, decimals: 0 }), 'NOT MEASURED');
  assert.equal(verdict(Number.NaN, { goal: 1, decimals: 0 }), 'NOT MEASURED');
});

const everything = new Set(['first', 'pages', 'memory'] as const);

test('every row of the table is judged, in order, and each one over its limit is named', () => {
  const fine = Object.fromEntries(rows.map(({ id, goal }) => [id, goal]));
  const calm = judge(fine, everything);
  assert.deepEqual(
    calm.lines.map(({ id }) => id),
    rows.map(({ id }) => id),
  );
  assert.deepEqual(calm.failures, []);
  const slow = judge({ ...fine, key: 1000, requests: undefined }, everything);
  assert.equal(slow.failures.length, 2);
  assert.match(slow.failures.join('\n'), /a key in the phone field.*1000.*33/);
  assert.match(slow.failures.join('\n'), /requests before the first control.*not measured/i);
  assert.ok(slow.lines.some(({ said }) => isFailure(said)));
});

test('rows of what was not asked for are left out', () => {
  const { lines, failures } = judge({}, new Set(['pages']));
  assert.deepEqual(
    lines.map(({ id }) => id),
    rows.filter(({ by }) => by === 'pages').map(({ id }) => id),
  );
  assert.equal(failures.length, lines.length);
});

test('no goal is milder than its limit', () => {
  for (const { name, limit, goal } of rows as readonly Row[]) assert.ok(limit === undefined || goal <= limit, name);
});
