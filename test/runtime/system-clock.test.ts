/** The one file that touches timers: what it promises, on real ones that are short. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { systemClock } from '../../src/runtime/clock.js';

test('the clock never goes back and does not care about the wall', () => {
  const before = systemClock.now();
  mock.timers.enable({ apis: ['Date'], now: 0 });
  const after = systemClock.now();
  mock.timers.reset();
  assert.ok(after >= before);
  assert.ok(after < Date.now(), 'it counts from the start of the page');
});

test('a timer rings once, unless it is called off', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let rang = 0;
  systemClock.after(1_000, () => void rang++);
  const callOff = systemClock.after(1_000, () => void rang++);
  callOff();
  t.mock.timers.tick(10_000);
  assert.equal(rang, 1);
});

test('a wait longer than a browser can count does not ring at once', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let rang = 0;
  for (const ms of [2 ** 31, 2 ** 40, Infinity]) systemClock.after(ms, () => void rang++);
  t.mock.timers.tick(1_000_000);
  assert.equal(rang, 0);
});

test('a countdown ticks at once and then each second, until it is called off', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let ticks = 0;
  const callOff = systemClock.everySecond(() => void ticks++);
  assert.equal(ticks, 1);
  t.mock.timers.tick(3_000);
  assert.equal(ticks, 4);
  callOff();
  t.mock.timers.tick(3_000);
  assert.equal(ticks, 4);
});

test('what may wait until the page is painted waits, unless it is called off', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let ran = 0;
  systemClock.afterPaint(() => void ran++);
  systemClock.afterPaint(() => void ran++)();
  assert.equal(ran, 0);
  t.mock.timers.tick(1_000);
  assert.equal(ran, 1);
});
