/** Law 4 of the runtime, its second half: a write whose answer is lost may have worked, and must not be done twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksForCode, begin, challenge, codeNext, done, enrollment, verify, wait } from './puppet.js';
import { Stage, type StageOptions } from './stage.js';

/** A method whose `verify` has gone out and not come back. */
async function lost(options: StageOptions = {}): Promise<Stage> {
  const stage = await Stage.enrolled(asksForCode, options);
  await stage.tell({ effects: [verify] });
  await stage.refuse('verify', { code: 'network' });
  return stage;
}

test('the backend is asked what became of it, and where it worked, that is taken', async () => {
  const stage = await lost();
  assert.deepEqual(stage.backend.open('get').args, ['enrollment-1']);
  assert.equal(stage.asked, undefined, 'before anything is asked of the person');
  await stage.reply('get', done());
  assert.deepEqual(stage.heard, ['code', 'done']);
  assert.deepEqual(stage.told, ['ready', 'registered']);
  assert.equal(stage.backend.count('verify'), 1);
});

test('where it did not, or nobody knows, the person may try again, with the very same wish', async () => {
  const stage = await lost();
  await stage.reply('get', asksForCode);
  assert.equal(stage.asked, 'network');
  assert.deepEqual(stage.heard, ['code'], 'the method knows nothing of it');
  await stage.answer({ type: 'again' });
  const [first, second] = stage.backend.calls('verify');
  assert.equal(second?.idempotencyKey, first?.idempotencyKey);
  assert.deepEqual(second?.args, first?.args);
  assert.equal(stage.asked, undefined);
  await stage.reply('verify', done());
  assert.deepEqual(stage.heard, ['code', 'done']);
});

test('it may be tried again as often as it takes, always under one key', async () => {
  const stage = await lost({ without: ['get'] });
  for (let n = 0; n < 4; n++) {
    await stage.answer({ type: 'again' });
    await stage.refuse('verify', { code: 'network' });
    assert.equal(stage.asked, 'network');
  }
  assert.equal(new Set(stage.backend.calls('verify').map(({ idempotencyKey }) => idempotencyKey)).size, 1);
});

test('a verdict that comes with the second try is heard as it is', async () => {
  const stage = await lost({ without: ['get'] });
  await stage.answer({ type: 'again' });
  await stage.refuse('verify', { code: 'invalid_code' });
  assert.deepEqual(stage.heard, ['code', 'verify refused invalid_code']);
});

test('whoever gives it up finds the page as it was, and the next wish has a new key', async () => {
  const stage = await lost();
  await stage.reply('get', asksForCode);
  await stage.answer({ type: 'withdrawn' });
  assert.deepEqual([stage.heard, stage.asked], [['code', 'verify withdrawn'], undefined]);
  await stage.tell({ effects: [verify] });
  const [first, second] = stage.backend.calls('verify');
  assert.notEqual(second?.idempotencyKey, first?.idempotencyKey);
});

test('where the backend cannot be asked, the person is', async () => {
  const stage = await lost({ without: ['get'] });
  assert.equal(stage.asked, 'network');
});

test('where asking fails as well, the person is asked', async () => {
  const stage = await lost();
  stage.backend.scripts.get = (call) => void call.fail({ name: 'EnrollmentError', fault: { code: 'network' } });
  await stage.refuse('get', { code: 'network' });
  await stage.pass(60_000);
  assert.equal(stage.asked, 'network');
});

test('a lost begin is told apart by nothing, so the person is asked; the key keeps it one enrolment', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [begin] });
  await stage.refuse('begin', { code: 'network' });
  assert.deepEqual([stage.asked, stage.backend.count('get')], ['network', 0]);
  await stage.answer({ type: 'again' });
  const [first, second] = stage.backend.calls('begin');
  assert.equal(second?.idempotencyKey, first?.idempotencyKey);
});

test('a lost challenge sends one message, not two', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [challenge] });
  await stage.refuse('challenge', { code: 'network' });
  await stage.reply('get', enrollment(codeNext));
  await stage.answer({ type: 'again' });
  const [first, second] = stage.backend.calls('challenge');
  assert.equal(second?.idempotencyKey, first?.idempotencyKey);
});

test('an answer that never comes is a lost one: after a quarter of a minute the backend is asked', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  const call = stage.backend.open('verify');
  await stage.pass(14_999);
  assert.equal(stage.backend.count('get'), 0);
  await stage.pass(1);
  assert.equal(call.signal.aborted, true);
  assert.equal(stage.backend.count('get'), 1);
  call.answer(done());
  await stage.reply('get', asksForCode);
  assert.deepEqual([stage.heard, stage.asked], [['code'], 'network'], 'what comes later still is not heard');
});

test('a turn of the page takes the question away with the wish', async () => {
  const stage = await lost({ without: ['get'] });
  await stage.tell({ page: 'elsewhere' });
  assert.deepEqual([stage.asked, stage.heard], [undefined, ['code']]);
  await stage.answer({ type: 'again' });
  assert.equal(stage.backend.count('verify'), 1, 'and there is nothing left to try again');
});

test('stopping takes the question away', async () => {
  const stage = await lost({ without: ['get'] });
  stage.run.stop();
  await stage.answer({ type: 'again' });
  assert.deepEqual([stage.asked, stage.backend.count('verify')], [undefined, 1]);
});

test('the shell’s own writes keep their key as well', async () => {
  const stage = await Stage.open({ prompt: true });
  await stage.send({ type: 'put-off-asked' });
  await stage.refuse('skip', { code: 'network' });
  assert.equal(stage.asked, 'network');
  await stage.answer({ type: 'again' });
  const [first, second] = stage.backend.calls('skip');
  assert.equal(second?.idempotencyKey, first?.idempotencyKey);
  await stage.refuse('skip', { code: 'network' });
  await stage.answer({ type: 'withdrawn' });
  assert.ok(stage.run.state.phase === 'prompt');
  assert.deepEqual([stage.run.state.puttingOff, stage.run.state.problem], [undefined, undefined]);
});

test('what the backend waits for meanwhile does not count as done', async () => {
  const stage = await lost();
  await stage.reply('get', wait());
  assert.deepEqual([stage.asked, stage.heard], ['network', ['code']]);
});
