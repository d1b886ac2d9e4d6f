/** What the plan says: what may be put off, what is loaded ahead, and how far the person has come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowanceOf, allowanceOfAll } from '../../src/core/allowance.js';
import { kindsAhead } from '../../src/core/plan.js';
import { progressOf } from '../../src/core/progress.js';
import type { Requirement } from '../../src/contract/security-info.js';
import { app, infoOf, kinds, newer, pendingOf, phone, requirement } from './plans.js';

const skips: readonly (readonly [skip: Requirement['skip'], allowed: boolean, why: string])[] = [
  [undefined, false, 'nothing said: it may not be put off'],
  [{}, true, 'said, without a limit: for ever'],
  [{ daysLeft: 14 }, true, 'days are left'],
  [{ daysLeft: 0 }, false, 'the days are over'],
  [{ timesLeft: 1, timesTotal: 3 }, true, 'one time is left'],
  [{ timesLeft: 0, timesTotal: 3 }, false, 'the times are used up'],
  [{ daysLeft: 5, timesLeft: 0 }, false, 'days are left, but no times'],
  [{ daysLeft: 0, timesLeft: 5 }, false, 'times are left, but no days'],
  [{ requiredFrom: '2026-02-01' }, true, 'a date is for display only'],
];

for (const [skip, allowed, why] of skips)
  test(`a requirement ${allowed ? 'may' : 'may not'} be put off: ${why}`, () => {
    assert.equal(allowanceOf(requirement('a', [app], skip)) !== undefined, allowed);
  });

test('what is left is shown as the organisation counts it', () => {
  const skip = { daysLeft: 3, timesLeft: 2, timesTotal: 4, requiredFrom: '2026-02-01' };
  assert.deepEqual(allowanceOf(requirement('a', [app], skip)), skip);
});

test('Not now stands only when every open requirement may be put off', () => {
  const lenient = requirement('a', [app], {});
  const firm = requirement('b', [phone]);
  assert.ok(allowanceOfAll(infoOf([lenient])));
  assert.equal(allowanceOfAll(infoOf([lenient, firm])), undefined);
  assert.equal(allowanceOfAll(infoOf([firm, lenient])), undefined, 'in whatever order');
  assert.ok(allowanceOfAll(infoOf([lenient, { ...firm, status: 'satisfied' }])), 'what is met is not asked');
});

test('Not now shows the smallest count', () => {
  const three = requirement('a', [app], { timesLeft: 3 });
  const one = requirement('b', [phone], { timesLeft: 1 });
  const ever = requirement('c', [phone], {});
  assert.equal(allowanceOfAll(infoOf([three, one, ever]))?.timesLeft, 1);
  assert.equal(allowanceOfAll(infoOf([ever, one, three]))?.timesLeft, 1);
  assert.equal(allowanceOfAll(infoOf([ever]))?.timesLeft, undefined);
});

test('with nothing open there is nothing to put off', () => {
  assert.equal(allowanceOfAll(infoOf([])), undefined);
});

test('progress counts every requirement, those that were met before among them', () => {
  const info = infoOf([
    requirement('a', [app], undefined, 'satisfied'),
    requirement('b', [phone], {}, 'put-off'),
    requirement('c', [app, phone]),
    requirement('d', [phone]),
  ]);
  assert.deepEqual(progressOf(info, 'c', phone, false), {
    current: 3,
    total: 4,
    steps: [
      { offer: app, status: 'done' },
      { offer: phone, status: 'put-off' },
      { offer: phone, status: 'current' },
      { offer: phone, status: 'ahead' },
    ],
  });
});

test('a reload in the middle still says “2 of 2”', () => {
  const info = infoOf([requirement('a', [app], undefined, 'satisfied'), requirement('b', [phone])]);
  const { current, total } = progressOf(info, 'b', phone, false);
  assert.deepEqual([current, total], [2, 2]);
});

test('the requirement being visited is current until it is met', () => {
  const info = infoOf([requirement('a', [app], undefined, 'satisfied')]);
  assert.equal(progressOf(info, 'a', app, false).steps[0]?.status, 'current');
  assert.equal(progressOf(info, 'a', app, true).steps[0]?.status, 'done');
});

test('the methods that come next are loaded ahead: what is open, and two of those that can be drawn', () => {
  const done = requirement('a', [app], undefined, 'satisfied');
  assert.deepEqual(kindsAhead(infoOf([done, requirement('b', [phone, app]), requirement('c', [app])]), kinds), [
    'phone',
    'totp',
  ]);
  assert.deepEqual(kindsAhead(infoOf([requirement('b', [newer, phone])]), kinds), ['phone']);
  assert.deepEqual(kindsAhead(infoOf([requirement('b', [newer])]), kinds), []);
  const many = ['b', 'c', 'd', 'e'].map((id) => requirement(id, [phone]));
  assert.equal(kindsAhead(infoOf(many), kinds).length, 2);
  assert.deepEqual(kindsAhead(infoOf([requirement('b', [phone])], [pendingOf(app)]), kinds), ['totp', 'phone']);
});
