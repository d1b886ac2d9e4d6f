/** Entering a method and leaving it, stopping, and what is registered on the way (laws 2, 7, 9 and 10 of the runtime). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initial } from '../../src/core/flow.js';
import {
  asksForCode,
  begin,
  challenge,
  done,
  id,
  methodId,
  pendingPuppet,
  puppetModule,
  verify,
  wait,
} from './puppet.js';
import { infoOf, otherOffer, requirement, Stage } from './stage.js';

const minute = 60_000;

// ── entering ─────────────────────────────────────────────────────────────────────────────────────────────

test('a method is entered with the offer, the account, the language and the device of the person', async () => {
  const stage = await Stage.open();
  const { context } = stage.run.tour?.visit ?? assert.fail('a method stands');
  assert.deepEqual(context, {
    offer: { kind: 'puppet', usage: ['sign-in'] },
    locale: 'en',
    account: { label: 'a***@harbor.example' },
    device: { touch: false },
  });
});

test('what a reload left open is fetched, and the method goes on where it stands', async () => {
  const stage = await Stage.open({ info: infoOf([requirement()], { pending: [pendingPuppet] }) });
  assert.deepEqual(stage.backend.open('get').args, [id]);
  assert.equal(stage.run.tour?.visit, undefined, 'nothing is drawn before it is known where');
  await stage.reply('get', asksForCode);
  assert.equal(stage.page, 'resumed code');
  await stage.tell({ effects: [verify] });
  assert.equal(stage.backend.open('verify').args[0], id, 'and later calls are about it');
});

test('where what was left open is gone, or cannot be fetched, the method starts afresh', async () => {
  const gone = await Stage.open({ info: infoOf([requirement()], { pending: [pendingPuppet] }) });
  await gone.refuse('get', { code: 'enrollment_gone' });
  assert.equal(gone.page, 'first');
  const mute = await Stage.open({ info: infoOf([requirement()], { pending: [pendingPuppet] }), without: ['get'] });
  assert.equal(mute.page, 'first');
});

test('what was left open and is done by now is registered like any other', async () => {
  const stage = await Stage.resume(done());
  assert.deepEqual(stage.told, ['ready', 'registered']);
  assert.equal(stage.backend.open('load').isOpen, true, 'and the backend is asked what is left');
});

test('a method whose code does not come is trouble; trying again loads it again', async () => {
  let comes = false;
  const stage = await Stage.open({ load: () => Promise.resolve(comes ? puppetModule() : undefined) });
  assert.deepEqual(stage.fault, { code: 'network' });
  comes = true;
  await stage.send({ type: 'retry-asked' });
  await stage.reply('load', stage.info);
  assert.equal(stage.page, 'first');
});

test('a method that stumbles as it opens is trouble', async () => {
  const start = (): never => assert.fail('a defect');
  const stage = await Stage.open({ load: () => Promise.resolve(puppetModule({ start })) });
  assert.equal(stage.phase, 'trouble');
});

test('a method that opens with a wish has it made', async () => {
  const start = () => [{ page: 'first', heard: [] }, [begin]] as const;
  const stage = await Stage.open({ load: () => Promise.resolve(puppetModule({ start })) });
  await stage.reply('begin', asksForCode);
  assert.deepEqual(stage.heard, ['code']);
});

test('a method that was left before its code came is not entered', async () => {
  let come = (): void => undefined;
  const slow = new Promise<void>((resolve) => (come = resolve));
  const stage = await Stage.open({ load: () => slow.then(() => puppetModule()) });
  await stage.send({ type: 'cancelled' });
  come();
  await stage.settled();
  assert.deepEqual([stage.run.tour?.visit, stage.phase], [undefined, 'left']);
});

test('the next methods are fetched once the page is painted, not before', async () => {
  const stage = await Stage.open({ prompt: true });
  assert.deepEqual(stage.loaded, []);
  await stage.pass(0);
  assert.deepEqual(stage.loaded, ['puppet']);
});

test('nothing is fetched ahead for a wizard that was stopped', async () => {
  const stage = await Stage.open({ prompt: true });
  stage.run.stop();
  await stage.pass(minute);
  assert.deepEqual(stage.loaded, []);
});

test('a control for a call that the backend lacks can be left out', async () => {
  const stage = await Stage.open({
    info: infoOf([requirement()], { absent: ['skip', 'challenge'] }),
    without: ['setDefault'],
  });
  const { calls } = stage.run;
  assert.deepEqual(
    (['skip', 'challenge', 'setDefault', 'get'] as const).map((call) => calls.has(call)),
    [false, false, false, true],
  );
});

// ── leaving ──────────────────────────────────────────────────────────────────────────────────────────────

test('whoever leaves for another method ends the enrolment at the backend, once', async () => {
  const stage = await Stage.enrolled();
  await stage.send({ type: 'offer-chosen', offer: otherOffer });
  const [call, ...more] = stage.backend.calls('cancel');
  assert.deepEqual([call?.args, more], [[id], []]);
  assert.equal(typeof call?.idempotencyKey, 'string');
  assert.equal(stage.page, 'first');
});

test('an enrolment that was resumed is ended as well', async () => {
  const stage = await Stage.resume(asksForCode);
  await stage.send({ type: 'offer-chosen', offer: otherOffer });
  assert.equal(stage.backend.count('cancel'), 1);
});

test('putting the requirement off ends the enrolment', async () => {
  const stage = await Stage.enrolled();
  await stage.send({ type: 'put-off-asked' });
  await stage.reply('skip', infoOf([requirement('a', 'put-off')]));
  assert.equal(stage.backend.count('cancel'), 1);
  assert.deepEqual(stage.told, ['ready', 'skip']);
});

test('nothing is ended where nothing is open, where it is done, or where the backend cannot', async () => {
  const fresh = await Stage.open();
  await fresh.send({ type: 'offer-chosen', offer: otherOffer });
  assert.equal(fresh.backend.count('cancel'), 0);
  const registered = await Stage.enrolled();
  await registered.tell({ effects: [verify] });
  await registered.reply('verify', done());
  await registered.reply('load', infoOf([requirement('a', 'satisfied')]));
  await registered.tell({ effects: [{ type: 'leave' }] });
  assert.equal(registered.backend.count('cancel'), 0);
  const unable = await Stage.enrolled(asksForCode, { without: ['cancel'] });
  await unable.send({ type: 'offer-chosen', offer: otherOffer });
  assert.equal(unable.page, 'first');
});

test('stopping, cancelling and trouble leave the enrolment open, so that a reload goes on with it', async () => {
  for (const end of ['stop', 'cancelled', 'session-expired', 'started'] as const) {
    const stage = await Stage.enrolled();
    if (end === 'stop') stage.run.stop();
    else await stage.send({ type: end });
    assert.equal(stage.backend.count('cancel'), 0, end);
  }
});

test('nobody waits for the end of an enrolment: not when it fails, not when it hangs', async () => {
  const stage = await Stage.enrolled();
  await stage.send({ type: 'offer-chosen', offer: otherOffer });
  assert.equal(stage.page, 'first');
  await stage.pass(6_000);
  assert.equal(stage.run.isSlow, false, 'nothing that the person waits for takes long');
  stage.backend.open('cancel').fail(new Error('down'));
  await stage.pass(minute);
  assert.deepEqual([stage.page, stage.asked, stage.heard], ['first', undefined, []]);
});

test('what a method heard is forgotten when it is left', async () => {
  const stage = await Stage.enrolled();
  const visit = stage.run.tour?.visit;
  await stage.send({ type: 'offer-chosen', offer: otherOffer });
  assert.equal(visit?.state, undefined);
});

test('an answer that comes after the method was left is heard by nobody, not even the next visit of the same', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  const call = stage.backend.open('verify');
  await stage.send({ type: 'offer-chosen', offer: otherOffer });
  assert.equal(call.signal.aborted, true);
  call.answer(done());
  await stage.settled();
  assert.deepEqual([stage.heard, stage.told], [[], ['ready']]);
});

// ── stopping ─────────────────────────────────────────────────────────────────────────────────────────────

test('stopping aborts every call, ends every timer, and forgets everything', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.tell({ effects: [{ type: 'after', id: 'bell', ms: 1_000, event: { type: 'rang', id: 'bell' } }] });
  await stage.pass(500);
  await stage.tell({ effects: [challenge] });
  await stage.send({ type: 'put-off-asked' });
  const visit = stage.run.tour?.visit;
  stage.run.stop();
  assert.deepEqual(stage.backend.allOpen, []);
  assert.equal(stage.clock.waiting, 0);
  assert.deepEqual([stage.run.state, stage.run.tour?.visit, visit?.state], [initial, undefined, undefined]);
  assert.deepEqual([stage.run.asked?.what, stage.run.isSlow], [undefined, false]);
});

test('a wizard that was stopped says nothing more, whatever happens', async () => {
  const stage = await Stage.enrolled(wait());
  stage.run.stop();
  const { changes } = stage;
  const told = stage.told.length;
  for (const type of ['started', 'retry-asked', 'cancelled', 'session-expired'] as const) stage.run.send({ type });
  stage.run.stop();
  await stage.pass(minute);
  assert.deepEqual([stage.changes, stage.told.length, stage.backend.allOpen], [changes, told, []]);
});

test('stopping while the first answer is awaited aborts it', async () => {
  const stage = new Stage();
  stage.run.send({ type: 'started' });
  await stage.settled();
  const load = stage.backend.open('load');
  stage.run.stop();
  assert.equal(load.signal.aborted, true);
  load.answer(stage.info);
  await stage.settled();
  assert.deepEqual([stage.told, stage.backend.made.length], [[], 1]);
});

test('starting over asks anew, and the answer of before is heard by nobody', async () => {
  const stage = new Stage();
  stage.run.send({ type: 'started' });
  await stage.settled();
  const first = stage.backend.open('load');
  await stage.send({ type: 'started' });
  assert.equal(first.signal.aborted, true);
  first.answer(infoOf([]));
  await stage.reply('load', stage.info);
  assert.equal(stage.phase, 'method');
});

test('what the person was asked goes away with the wizard', async () => {
  const stage = await Stage.open({ prompt: true });
  await stage.send({ type: 'put-off-asked' });
  await stage.refuse('skip', { code: 'human_check_required' });
  await stage.send({ type: 'cancelled' });
  assert.equal(stage.asked, undefined);
  await stage.pass(minute);
  assert.deepEqual([stage.backend.allOpen.length, stage.asked], [0, undefined]);
});

test('a wizard that was cancelled asks for nothing more', async () => {
  const stage = new Stage();
  stage.run.send({ type: 'started' });
  await stage.settled();
  await stage.send({ type: 'cancelled' });
  assert.equal(stage.backend.allOpen.length, 0, 'the call that was out is aborted');
  for (const call of stage.backend.made)
    call.fail({ name: 'EnrollmentError', fault: { code: 'reauth_required', how: { kind: 'host' } } });
  await stage.pass(minute);
  assert.equal(stage.asked, undefined, 'nobody is asked to prove themselves to a wizard that has left');
});

// ── registering ──────────────────────────────────────────────────────────────────────────────────────────

test('whatever says done is told as registered, and the backend is asked what is left', async () => {
  for (const how of ['begin', 'verify', 'challenge', 'wait'] as const) {
    const stage = how === 'begin' ? await Stage.open() : await Stage.enrolled(how === 'wait' ? wait() : asksForCode);
    if (how === 'wait') await stage.pass(2_000);
    else await stage.tell({ effects: [{ begin, verify, challenge }[how]] });
    await stage.reply(how === 'wait' ? 'get' : how, done());
    assert.deepEqual(stage.news.at(-1), { type: 'registered', kind: 'puppet' }, how);
    assert.equal(stage.page, 'registered');
    assert.equal(stage.backend.count('load'), 2);
  }
});

test('after it the next requirement is the one that the fresh answer names', async () => {
  const stage = await Stage.enrolled(asksForCode, { info: infoOf([requirement('a'), requirement('b')]) });
  await stage.tell({ effects: [verify] });
  await stage.reply('verify', done());
  await stage.reply('load', infoOf([requirement('a', 'satisfied'), requirement('b')]));
  await stage.tell({ effects: [{ type: 'leave' }] });
  assert.ok(stage.run.state.phase === 'method');
  assert.deepEqual([stage.run.state.at.requirementId, stage.page], ['b', 'first']);
});

test('what was opened together with it is fetched and visited next', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  const follower = { ...pendingPuppet, follows: methodId };
  await stage.reply('verify', done(follower));
  await stage.reply('load', infoOf([requirement('a', 'satisfied')], { pending: [follower] }));
  await stage.tell({ effects: [{ type: 'leave' }] });
  assert.deepEqual(stage.backend.open('get').args, [id]);
  await stage.reply('get', asksForCode);
  assert.equal(stage.page, 'resumed code');
  await stage.tell({ effects: [verify] });
  await stage.reply('verify', done());
  await stage.reply('load', infoOf([requirement('a', 'satisfied')]));
  await stage.tell({ effects: [{ type: 'leave' }] });
  assert.equal(stage.phase, 'summary');
});

test('the last page completes with the backend’s own word, or with load where it has none', async () => {
  for (const without of [[], ['complete']] as const) {
    const stage = await Stage.enrolled(asksForCode, { without });
    await stage.tell({ effects: [verify] });
    await stage.reply('verify', done());
    const met = infoOf([requirement('a', 'satisfied')]);
    await stage.reply('load', met);
    await stage.tell({ effects: [{ type: 'leave' }] });
    await stage.send({ type: 'finished' });
    await stage.reply(without.length === 0 ? 'complete' : 'load', met);
    assert.deepEqual(stage.told, ['ready', 'registered', 'complete']);
  }
});

test('a default is set at the backend, and its answer is what is shown', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  await stage.reply('verify', done());
  const met = infoOf([requirement('a', 'satisfied')]);
  await stage.reply('load', met);
  await stage.tell({ effects: [{ type: 'leave' }] });
  const ref = { methodId: 'method-1' } as Parameters<NonNullable<typeof stage.backend.adapter.setDefault>>[0];
  await stage.send({ type: 'default-chosen', ref });
  assert.deepEqual(stage.backend.open('setDefault').args, [ref]);
  await stage.reply('setDefault', { ...met, defaultMethod: ref });
  assert.ok(stage.run.state.phase === 'summary');
  assert.deepEqual(stage.run.state.info.defaultMethod, ref);
});

test('an answer of the shell’s own call that is no security info is a breach of the protocol', async () => {
  const stage = await Stage.open({ prompt: true });
  await stage.send({ type: 'put-off-asked' });
  await stage.reply('skip', { requirements: 'none' });
  assert.ok(stage.run.state.phase === 'prompt');
  assert.deepEqual(stage.run.state.problem, { code: 'protocol' });
});

// ── the session ──────────────────────────────────────────────────────────────────────────────────────────

const over = { code: 'session_expired' } as const;
const meetings: Readonly<Record<string, () => Promise<Stage>>> = {
  load: async () => {
    const stage = new Stage();
    stage.run.send({ type: 'started' });
    await stage.settled();
    await stage.refuse('load', over);
    return stage;
  },
  'fetching what was left open': async () => {
    const stage = await Stage.open({ info: infoOf([requirement()], { pending: [pendingPuppet] }) });
    await stage.refuse('get', over);
    return stage;
  },
  begin: async () => {
    const stage = await Stage.open();
    await stage.tell({ effects: [begin] });
    await stage.refuse('begin', over);
    return stage;
  },
  verify: async () => {
    const stage = await Stage.enrolled();
    await stage.tell({ effects: [verify] });
    await stage.refuse('verify', over);
    return stage;
  },
  challenge: async () => {
    const stage = await Stage.enrolled();
    await stage.tell({ effects: [challenge] });
    await stage.refuse('challenge', over);
    return stage;
  },
  waiting: async () => {
    const stage = await Stage.enrolled(wait());
    await stage.pass(2_000);
    await stage.refuse('get', over);
    return stage;
  },
  'the load after a registration': async () => {
    const stage = await Stage.enrolled();
    await stage.tell({ effects: [verify] });
    await stage.reply('verify', done());
    await stage.refuse('load', over);
    return stage;
  },
  'putting off': async () => {
    const stage = await Stage.open({ prompt: true });
    await stage.send({ type: 'put-off-asked' });
    await stage.refuse('skip', over);
    return stage;
  },
};

for (const [where, meet] of Object.entries(meetings))
  test(`a session that is over is trouble, met in ${where}`, async () => {
    const stage = await meet();
    assert.deepEqual(stage.fault, over);
    assert.deepEqual(stage.news.at(-1), { type: 'error', fault: over, kind: undefined });
    assert.deepEqual([stage.run.tour?.visit, stage.backend.allOpen], [undefined, []]);
  });

test('trouble ends what the shell had asked for as well: nothing comes up over it later', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  await stage.send({ type: 'put-off-asked' });
  const [skip] = stage.backend.calls('skip');
  await stage.refuse('get', over);
  assert.deepEqual(stage.fault, over);
  skip?.fail({ name: 'EnrollmentError', fault: { code: 'human_check_required' } });
  await stage.settled();
  assert.equal(stage.asked, undefined);
});

test('after signing in again the wizard goes on where the backend stands', async () => {
  const stage = await (meetings['verify'] ?? assert.fail)();
  await stage.send({ type: 'started' });
  await stage.reply('load', infoOf([requirement()], { pending: [pendingPuppet] }));
  await stage.reply('get', asksForCode);
  assert.equal(stage.page, 'resumed code');
});
