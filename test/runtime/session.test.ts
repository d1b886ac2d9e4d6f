/** Sessions end: the person is told two minutes before, can go on where the backend lets them, and loses nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { infoOf, Stage } from './stage.js';

const minutes = (count: number): number => count * 60_000;
const lasting = (ms: number) => infoOf(undefined, { sessionExpiresIn: ms });

async function open(ms: number, prompt = false): Promise<Stage> {
  const stage = await Stage.open({ info: lasting(ms), prompt });
  // The first page is painted, and the chunk that keeps the time is fetched.
  await stage.pass(0);
  return stage;
}

for (const prompt of [true, false])
  test(`nothing is said before the last two minutes ${prompt ? 'on the prompt' : 'in a method'}`, async () => {
    const stage = await open(minutes(15), prompt);
    await stage.pass(minutes(13) - 1);
    assert.equal(stage.run.tour?.session.left, undefined);
    const drawn = stage.changes;
    await stage.pass(10_001);
    assert.equal(stage.run.tour?.session.left, minutes(2) - 10_000);
    assert.ok(stage.changes - drawn >= 10, 'it counts down');
  });

test('whoever wants to go on asks the backend anew, and stays where they are', async () => {
  const stage = await open(minutes(15));
  await stage.pass(minutes(14));
  const { page } = stage;
  await stage.send({ type: 'renewal-asked' });
  await stage.reply('load', lasting(minutes(15)));
  assert.deepEqual([stage.page, stage.run.tour?.session.left], [page, undefined]);
  await stage.pass(minutes(14));
  assert.equal(stage.run.tour?.session.left, minutes(1), 'the next end is told as well');
});

test('where a session cannot be made longer, that is not offered a second time', async () => {
  const stage = await open(minutes(3));
  await stage.pass(minutes(2));
  assert.equal(stage.run.tour?.session.canRenew, true);
  await stage.send({ type: 'renewal-asked' });
  await stage.reply('load', lasting(minutes(1)));
  assert.deepEqual([stage.run.tour?.session.canRenew, stage.run.tour?.session.left], [false, minutes(1)]);
});

test('by our clock it is over: the backend is asked, and only its word ends the wizard', async () => {
  const stage = await open(minutes(3));
  await stage.pass(minutes(3) + 1_000);
  assert.equal(stage.phase, 'method', 'our clock alone ends nothing');
  await stage.refuse('load', { code: 'session_expired' });
  assert.deepEqual([stage.phase, stage.fault?.code], ['trouble', 'session_expired']);
});

test('a session that was kept alive by something else goes on without a word', async () => {
  const stage = await open(minutes(3));
  await stage.pass(minutes(3) + 1_000);
  await stage.reply('load', lasting(minutes(15)));
  assert.deepEqual([stage.phase, stage.run.tour?.session.left], ['method', undefined]);
});

test('a backend that does not say how long it lasts is not asked', async () => {
  const stage = await Stage.open({ info: infoOf() });
  await stage.pass(minutes(600));
  assert.deepEqual([stage.run.tour?.session.left, stage.backend.allOpen], [undefined, []]);
});

test('nothing is left to come once the wizard is taken away', async () => {
  const stage = await open(minutes(15));
  await stage.pass(minutes(14));
  stage.run.stop();
  assert.equal(stage.clock.waiting, 0);
});
