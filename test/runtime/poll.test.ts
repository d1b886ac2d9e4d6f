/** Law 3 of the runtime: while the backend waits for something elsewhere, it is asked again, and only news is news. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import { asksForCode, challenge, codeNext, done, enrollment, verify, wait } from './puppet.js';
import { infoOf, otherOffer, requirement, Stage } from './stage.js';

test('a backend that waits is asked again each time its pause is over', async () => {
  const stage = await Stage.enrolled(wait({ pollAfter: 2_000 }));
  await stage.pass(1_999);
  assert.equal(stage.backend.count('get'), 0);
  await stage.pass(1);
  assert.equal(stage.backend.count('get'), 1);
  await stage.pass(10_000);
  assert.equal(stage.backend.count('get'), 1, 'one question at a time');
  await stage.reply('get', wait({ pollAfter: 500 }));
  await stage.pass(500);
  assert.equal(stage.backend.count('get'), 2, 'the latest pause counts');
});

test('an answer that says the same is not delivered; one that differs is', async () => {
  const stage = await Stage.enrolled(wait({ matchNumber: '12' }));
  await stage.pass(2_000);
  await stage.reply('get', wait({ matchNumber: '12' }));
  assert.deepEqual(stage.heard, ['wait']);
  await stage.pass(2_000);
  await stage.reply('get', wait({ matchNumber: '34' }));
  assert.deepEqual(stage.heard, ['wait', 'wait']);
  await stage.pass(2_000);
  await stage.reply('get', asksForCode);
  assert.deepEqual(stage.heard, ['wait', 'wait', 'code']);
});

test('durations that run down are no news', async () => {
  const delivery = { channel: 'sms', to: '+81 **-****-5678' };
  const stage = await Stage.enrolled(wait({ delivery: { ...delivery, resendIn: 30_000 } }, 60_000));
  await stage.pass(2_000);
  await stage.reply('get', wait({ pollAfter: 3_000, delivery: { ...delivery, resendIn: 28_000 } }, 58_000));
  assert.deepEqual(stage.heard, ['wait']);
});

test('nothing is asked once the waiting is over', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  await stage.reply('get', asksForCode);
  await stage.pass(60_000);
  assert.equal(stage.backend.count('get'), 1);
  assert.equal(stage.clock.waiting, 0);
});

test('the waiting goes on over all pages of the method', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.tell({ page: 'help' });
  await stage.pass(2_000);
  await stage.reply('get', done());
  assert.deepEqual(stage.heard, ['wait', 'done']);
});

test('a question that is out survives a turn of the page', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  await stage.tell({ page: 'help' });
  await stage.reply('get', asksForCode);
  assert.deepEqual(stage.heard, ['wait', 'code']);
});

test('a resumed enrolment that waits is asked about', async () => {
  const stage = await Stage.resume(wait());
  await stage.pass(2_000);
  assert.equal(stage.backend.count('get'), 2);
});

test('a wish ends the question that is out, and the waiting goes on after its answer', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  const question = stage.backend.open('get');
  await stage.tell({ effects: [challenge] });
  assert.equal(question.signal.aborted, true);
  await stage.pass(5_000);
  assert.equal(stage.backend.count('get'), 1, 'nothing is asked beside a wish');
  question.answer(asksForCode);
  await stage.settled();
  assert.deepEqual(stage.heard, ['wait'], 'its late answer is not news');
  await stage.reply('challenge', wait({ matchNumber: '56' }));
  await stage.pass(2_000);
  assert.equal(stage.backend.count('get'), 2);
});

test('the waiting goes on after a refused wish, and after one that the person gave up', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.tell({ effects: [challenge] });
  await stage.refuse('challenge', { code: 'rate_limited' });
  await stage.pass(2_000);
  await stage.reply('get', wait());
  assert.equal(stage.backend.count('get'), 1);
  await stage.tell({ effects: [challenge] });
  await stage.refuse('challenge', { code: 'human_check_required' });
  await stage.answer({ type: 'withdrawn' });
  await stage.pass(2_000);
  assert.equal(stage.backend.count('get'), 2);
});

test('the waiting goes on when a turn of the page ended the wish', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.tell({ effects: [challenge] });
  await stage.tell({ page: 'elsewhere' });
  await stage.pass(2_000);
  assert.equal(stage.backend.count('get'), 1);
});

test('a wish that finds the enrolment done ends the waiting', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.tell({ effects: [verify] });
  await stage.reply('verify', done());
  await stage.pass(60_000);
  assert.equal(stage.backend.count('get'), 0);
});

test('an enrolment that runs out while it waits is gone, at that moment', async () => {
  const stage = await Stage.enrolled(wait({ pollAfter: 2_000 }, 5_000));
  for (const ms of [2_000, 2_000]) {
    await stage.pass(ms);
    await stage.reply('get', wait());
  }
  await stage.pass(999);
  assert.deepEqual(stage.heard, ['wait']);
  await stage.pass(1);
  assert.deepEqual(stage.heard, ['wait', 'wait refused enrollment_gone']);
  await stage.pass(60_000);
  assert.equal(stage.backend.count('get'), 2, 'and nothing more is asked');
});

test('it is gone at that moment although the backend holds the question open', async () => {
  const stage = await Stage.enrolled(wait({ pollAfter: 1_000 }, 30_000));
  await stage.pass(1_000);
  assert.equal(stage.backend.count('get'), 1);
  await stage.pass(29_000);
  assert.deepEqual(stage.heard, ['wait', 'wait refused enrollment_gone']);
});

test('the end of a resumed enrolment counts from the moment its answer came', async () => {
  const stage = await Stage.resume(wait({ pollAfter: 10_000 }, 4_000));
  await stage.pass(4_000);
  assert.deepEqual(stage.heard, ['wait refused enrollment_gone']);
});

test('a question may be held open for long: nothing is said to be slow, and nothing is lost', async () => {
  const stage = await Stage.enrolled(wait({ pollAfter: 0 }));
  await stage.pass(0);
  await stage.pass(55_000);
  assert.equal(stage.run.isSlow, false);
  assert.equal(stage.backend.open('get').signal.aborted, false);
  await stage.reply('get', asksForCode);
  assert.deepEqual(stage.heard, ['wait', 'code']);
});

for (const lack of ['left out', 'told by load'] as const)
  test(`a backend that waits and cannot be asked breaks the protocol (get ${lack})`, async () => {
    const stage = await Stage.enrolled(
      wait(),
      lack === 'left out' ? { without: ['get'] } : { info: infoOf([requirement()], { absent: ['get'] }) },
    );
    assert.deepEqual(stage.heard, ['wait', 'wait refused protocol']);
    assert.equal(stage.backend.count('get'), 0);
  });

const passing: readonly EnrollmentFault[] = [{ code: 'network' }, { code: 'server' }, { code: 'rate_limited' }];
for (const fault of passing)
  test(`a question refused with ${fault.code} is asked again, and the person sees nothing of it`, async () => {
    const stage = await Stage.enrolled(wait({ pollAfter: 1_000 }));
    for (let n = 0; n < 6; n++) {
      while (stage.backend.allOpen.length === 0) await stage.pass(500);
      await stage.refuse('get', fault);
    }
    while (stage.backend.allOpen.length === 0) await stage.pass(500);
    assert.deepEqual([stage.heard, stage.asked], [['wait'], undefined]);
    await stage.reply('get', asksForCode);
    assert.deepEqual(stage.heard, ['wait', 'code']);
  });

test('an enrolment that is gone from the backend is gone here', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  await stage.refuse('get', { code: 'enrollment_gone', reason: 'superseded' });
  assert.deepEqual(stage.heard, ['wait', 'wait refused enrollment_gone']);
  await stage.tell({ effects: [verify] });
  assert.deepEqual(stage.heard.at(-1), 'verify refused enrollment_gone', 'without another call');
  assert.equal(stage.backend.count('verify'), 0);
});

test('a session that is over while waiting is trouble', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  await stage.refuse('get', { code: 'session_expired' });
  assert.equal(stage.phase, 'trouble');
});

test('leaving and stopping end the waiting', async () => {
  for (const end of ['leave', 'stop', 'cancel'] as const) {
    const stage = await Stage.enrolled(wait());
    await stage.pass(2_000);
    const question = stage.backend.open('get');
    if (end === 'leave') await stage.send({ type: 'offer-chosen', offer: otherOffer });
    if (end === 'cancel') await stage.send({ type: 'cancelled' });
    if (end === 'stop') stage.run.stop();
    await stage.pass(60_000);
    assert.equal(question.signal.aborted, true, end);
    assert.equal(stage.backend.count('get'), 1, end);
  }
});

test('an answer that changes only its provision is no news; one that adds a way on is', async () => {
  const provision = { uri: 'otpauth://a', manual: [] };
  const stage = await Stage.enrolled(wait({ for: 'pairing', provision }));
  await stage.pass(2_000);
  await stage.reply('get', wait({ for: 'pairing' }));
  assert.deepEqual(stage.heard, ['wait']);
  await stage.pass(2_000);
  await stage.reply('get', enrollment({ type: 'ready' }));
  assert.deepEqual(stage.heard, ['wait', 'ready']);
});

test('the kind of an answer that was waited for is checked', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  await stage.reply('get', { ...enrollment(codeNext), kind: 'another' });
  assert.deepEqual(stage.heard, ['wait']);
});
