/** What only the organisation's app has: looking for it sends one test, and nothing that comes late undoes a choice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MethodEffect } from '../../../src/contract/method.js';
import { logic, type Push, type PushState } from '../../../src/methods/push/logic.js';
import { samples } from '../../../src/methods/push/samples.js';

type Happens = Parameters<typeof logic.update>[1];

const [computer, touch] = samples.contexts;
const enrolled = (index: number): Happens => ({ type: 'enrolled', enrollment: samples.enrollments[index] }) as Happens;
const pairing = enrolled(0);
const ready = enrolled(2);
const approval = enrolled(3);

/** All that was wished for on the way, and where it ended. */
function run(happens: readonly Happens[], context = computer): { state: PushState; effects: MethodEffect<Push>[] } {
  let [state, effects = []] = logic.start(context, undefined);
  const all = [...effects];
  for (const one of happens) {
    [state, effects = []] = logic.update(state, one, context);
    all.push(...effects);
  }
  return { state, effects: all };
}

const count = (effects: readonly MethodEffect<Push>[], type: MethodEffect<Push>['type']): number =>
  effects.filter((effect) => effect.type === type).length;

const next: Happens = { type: 'went-on' };
const toScan = [next, next, pairing];

test('an app that is connected while Next looks for it is tested once, however often Next is pressed', () => {
  const { state, effects } = run([...toScan, next, next, ready, next, next]);
  assert.equal(count(effects, 'challenge'), 1);
  assert.deepEqual('busy' in state && state.busy, 'sending');
});

test('looking that comes to its end after the app was found says nothing of it', () => {
  const { state } = run([...toScan, next, ready, { type: 'looked-in-vain' }]);
  assert.equal('problem' in state && state.problem, undefined);
});

test('nothing is tested before somebody asks for it', () => {
  assert.equal(count(run([...toScan, ready]).effects, 'challenge'), 0);
});

test('what was to be scanned is forgotten as soon as the app is connected', () => {
  const { state } = run([...toScan, ready]);
  assert.equal(JSON.stringify(state).includes(samples.secrets?.[0]?.value ?? '-'), false);
});

test('on a phone the link comes first where there is one, and the QR where there is none', () => {
  assert.equal(run([next, enrolled(1)], touch).state.page, 'pair');
  assert.equal(run([next, pairing], touch).state.page, 'scan');
});

test('a computer never shows the link', () => {
  assert.equal(run([next, next, enrolled(1)]).state.page, 'scan');
});

test('a link that was followed is not there to be followed again', () => {
  const { state } = run([next, enrolled(1), { type: 'link-opened' }, enrolled(1)], touch);
  assert.ok(state.page === 'pair');
  assert.equal(state.isOpened, true);
});

test('the number is spoken when it comes', () => {
  const { effects } = run([...toScan, ready, next, approval]);
  assert.deepEqual(effects.filter(({ type }) => type === 'announce').at(-1), {
    type: 'announce',
    text: ['test.said', { number: '4 7' }],
  });
});

test('an approval that is told after Back to the connected app registers all the same', () => {
  const { state } = run([...toScan, ready, next, approval, { type: 'went-back' }, enrolled(11)]);
  assert.equal(state.page, 'registered');
});
