/** Law 4 of the runtime, its first half: what is asked again by itself, when, and how often; and what never is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import { everyFault, methodFaults } from '../../demo/gallery/methods/every-fault.js';
import { asksForCode, begin, challenge, verify } from './puppet.js';
import { Stage } from './stage.js';

const minute = 60_000;

/** A run whose first load is out. */
async function loading(random?: () => number): Promise<Stage> {
  const stage = new Stage(random ? { random } : {});
  stage.run.send({ type: 'started' });
  await stage.settled();
  return stage;
}

/** How often load is tried when each try is refused with this. */
async function triesOf(fault: EnrollmentFault): Promise<number> {
  const stage = await loading();
  stage.backend.scripts.load = (call) => void call.fail({ name: 'EnrollmentError', fault });
  await stage.refuse('load', fault);
  await stage.pass(minute);
  assert.deepEqual([stage.phase, stage.told], ['trouble', ['error']], 'and then the person is told');
  return stage.backend.count('load');
}

const isPassing = ({ code }: EnrollmentFault): boolean => code === 'network' || code === 'server';
const asksFirst = ({ code }: EnrollmentFault): boolean => code === 'reauth_required' || code === 'human_check_required';

test('a load refused with what may pass is tried three times', async () => {
  for (const fault of everyFault.filter(isPassing)) assert.equal(await triesOf(fault), 3, fault.code);
});

test('a load refused with anything else is not repeated', async () => {
  for (const fault of everyFault)
    if (!isPassing(fault) && !asksFirst(fault)) assert.equal(await triesOf(fault), 1, fault.code);
});

test('a load that works the second time shows nothing of the first', async () => {
  const stage = await loading();
  await stage.refuse('load', { code: 'network' });
  await stage.pass(stage.clock.untilNext ?? 0);
  await stage.reply('load', stage.info);
  assert.deepEqual([stage.phase, stage.told], ['method', ['ready']]);
});

test('the pauses grow, and are spread so that a crowd does not come back at once', async () => {
  const pauses = async (random: number): Promise<readonly (number | undefined)[]> => {
    const stage = await loading(() => random);
    await stage.refuse('load', { code: 'network' });
    const first = stage.clock.untilNext;
    await stage.pass(first ?? 0);
    await stage.refuse('load', { code: 'network' });
    return [first, stage.clock.untilNext];
  };
  const [short = 0, longer = 0] = await pauses(1);
  assert.ok(short > 0 && longer > short, `${short}, ${longer}`);
  const [half = 0] = await pauses(0.5);
  assert.equal(half, short / 2);
  assert.deepEqual(await pauses(0), [0, 0]);
});

test('a backend that says when to come back is obeyed', async () => {
  const stage = await loading();
  await stage.refuse('load', { code: 'server', retryAfter: 7_000 });
  await stage.pass(6_999);
  assert.equal(stage.backend.count('load'), 1);
  await stage.pass(1);
  assert.equal(stage.backend.count('load'), 2);
});

test('stopping ends the pause before the next try', async () => {
  const stage = await loading();
  await stage.refuse('load', { code: 'network' });
  stage.run.stop();
  await stage.pass(minute);
  assert.deepEqual([stage.backend.count('load'), stage.clock.waiting], [1, 0]);
});

test('fetching what was left open is tried three times, and then the method starts afresh', async () => {
  const stage = await Stage.resume(asksForCode);
  assert.equal(stage.page, 'resumed code');
  const other = Stage.resume(undefined);
  const failing = await other;
  failing.backend.scripts.get = (call) => void call.fail(new Error('down'));
  await failing.pass(minute);
  assert.equal(failing.page, 'first');
});

const wishes = { begin, verify, challenge } as const;
for (const name of ['begin', 'verify', 'challenge'] as const)
  test(`${name} is never repeated by itself, whatever it is refused with: the method hears it as it is`, async () => {
    for (const fault of methodFaults) {
      const stage = name === 'begin' ? await Stage.open() : await Stage.enrolled();
      await stage.tell({ effects: [wishes[name]] });
      await stage.refuse(name, fault);
      await stage.pass(minute);
      assert.equal(stage.backend.allOpen.length, 0, fault.code);
      assert.deepEqual(stage.heard.at(-1), `${name} refused ${fault.code}`);
      assert.equal(stage.clock.waiting, 0, `nothing is left to come after ${fault.code}`);
    }
  });

test('the fault reaches the method whole', async () => {
  const fault: EnrollmentFault = { code: 'invalid_code', reason: 'clock_skew', attemptsLeft: 2, traceId: 'trace-1' };
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  await stage.refuse('verify', fault);
  const { heard } = stage.run.tour?.visit?.state as unknown as { readonly heard: readonly unknown[] };
  assert.deepEqual(heard.at(-1), { type: 'refused', during: 'verify', fault });
});

test('skip, default and complete are never repeated by themselves', async () => {
  const stage = await Stage.open({ prompt: true });
  await stage.send({ type: 'put-off-asked' });
  await stage.refuse('skip', { code: 'server' });
  await stage.pass(minute);
  assert.equal(stage.backend.count('skip'), 1);
  assert.ok(stage.run.state.phase === 'prompt');
  assert.deepEqual(stage.run.state.problem, { code: 'server' });
});
