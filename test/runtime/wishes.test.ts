/** Laws 1 to 3 of the runtime: events run to their end, one wish is out at a time, and a page takes its own with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksForCode, begin, challenge, codeNext, done, enrollment, verify, type PuppetEffect } from './puppet.js';
import { otherOffer, Stage } from './stage.js';

const ring = (id: string, ms: number): PuppetEffect => ({ type: 'after', id, ms, event: { type: 'rang', id } });

test('a method’s events run in the order in which they came, each to its end', async () => {
  const stage = await Stage.open();
  stage.do({ type: 'told', effects: [ring('bell', 0)] });
  stage.do({ type: 'told', page: 'second' });
  stage.do({ type: 'told', page: 'third' });
  assert.equal(stage.page, 'third');
});

test('an event that the host sends while another is worked off waits for its turn', async () => {
  const stage = new Stage();
  const seen: string[] = [];
  stage.news.push = (...news) => {
    seen.push(...news.map(({ type }) => `${type} in ${stage.phase}`));
    // The host cancels on the very news that the wizard is ready.
    stage.run.send({ type: 'cancelled' });
    seen.push(stage.phase);
    return 0;
  };
  stage.run.send({ type: 'started' });
  await stage.settled();
  await stage.reply('load', stage.info);
  assert.deepEqual(seen, ['ready in method', 'method'], 'the news was told to its end');
  assert.equal(stage.phase, 'left');
});

test('twenty submits in one tick are one call', async () => {
  const stage = await Stage.enrolled();
  for (let n = 0; n < 20; n++) stage.do({ type: 'told', effects: [verify] });
  await stage.settled();
  assert.equal(stage.backend.count('verify'), 1);
});

test('a second wish while the first is out is dropped, whatever it is; afterwards there may be another', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify, challenge, begin] });
  assert.deepEqual(
    stage.backend.allOpen.map(({ name }) => name),
    ['verify'],
  );
  await stage.refuse('verify', { code: 'invalid_code' });
  await stage.tell({ effects: [challenge] });
  assert.equal(stage.backend.count('challenge'), 1);
});

test('a wish carries what the method said, the person’s language, and a key of its own', async () => {
  const stage = await Stage.open();
  stage.locale = 'ja';
  await stage.tell({ effects: [{ type: 'begin', input: { badge: '7' }, label: 'Pixel', restart: true }] });
  const opened = stage.backend.open('begin');
  assert.deepEqual(opened.args, [{ badge: '7', kind: 'puppet', label: 'Pixel', restart: true }]);
  assert.equal(opened.locale, 'ja');
  await stage.reply('begin', asksForCode);
  await stage.tell({ effects: [verify] });
  const verified = stage.backend.open('verify');
  assert.deepEqual(verified.args, ['enrollment-1', { type: 'code', code: '123456' }]);
  assert.notEqual(verified.idempotencyKey, opened.idempotencyKey);
});

test('an enrolment is opened under the offer that was taken', async () => {
  const stage = await Stage.open();
  await stage.send({ type: 'offer-chosen', offer: otherOffer });
  await stage.tell({ effects: [begin] });
  assert.deepEqual(stage.backend.open('begin').args, [{ kind: 'puppet', offerId: 'other' }]);
});

test('a channel to send again by is passed on', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [{ type: 'challenge', channel: 'voice' }] });
  assert.deepEqual(stage.backend.open('challenge').args, ['enrollment-1', { channel: 'voice' }]);
});

test('a wish about an enrolment that there is none of is refused without a call', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [verify] });
  assert.deepEqual(stage.heard, ['verify refused enrollment_gone']);
  assert.equal(stage.backend.count('verify'), 0);
});

test('a backend that cannot send again says so by leaving the function out', async () => {
  const stage = await Stage.enrolled(asksForCode, { without: ['challenge'] });
  await stage.tell({ effects: [challenge] });
  assert.deepEqual(stage.heard, ['code', 'challenge refused unsupported']);
});

test('when the page turns, its wish is aborted and its late answer dropped', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  const call = stage.backend.open('verify');
  await stage.tell({ page: 'elsewhere' });
  assert.equal(call.signal.aborted, true);
  call.answer(done());
  await stage.settled();
  assert.deepEqual(stage.heard, ['code']);
  assert.equal(stage.page, 'elsewhere');
  assert.deepEqual(stage.told, ['ready'], 'and nothing is registered by it');
});

test('a late refusal is dropped as well', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  const call = stage.backend.open('verify');
  await stage.tell({ page: 'elsewhere' });
  call.fail(new Error('aborted'));
  await stage.settled();
  assert.deepEqual(stage.heard, ['code']);
});

test('the wish of a page is aborted before the wishes of the new page are made', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  const first = stage.backend.open('verify');
  let wasAborted: boolean | undefined;
  stage.backend.scripts.challenge = () => {
    wasAborted = first.signal.aborted;
    return enrollment(codeNext);
  };
  await stage.tell({ page: 'elsewhere', effects: [challenge] });
  assert.equal(wasAborted, true);
  assert.deepEqual(stage.heard, ['code', 'code'], 'the new wish was answered');
});

test('a wish made on the same page goes on while the page changes what it shows', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  await stage.tell({});
  assert.equal(stage.backend.open('verify').signal.aborted, false);
});

test('a timer rings once, after its time', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [ring('bell', 1_000)] });
  await stage.pass(999);
  assert.deepEqual(stage.heard, []);
  await stage.pass(1);
  await stage.pass(10_000);
  assert.deepEqual(stage.heard, ['bell rang']);
});

test('a second timer of the same name replaces the first; others run beside it', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [ring('bell', 1_000), ring('gong', 1_500)] });
  await stage.tell({ effects: [ring('bell', 3_000)] });
  await stage.pass(2_000);
  assert.deepEqual(stage.heard, ['gong rang']);
  await stage.pass(1_000);
  assert.deepEqual(stage.heard, ['gong rang', 'bell rang']);
});

test('the timers of a page end with it, and those of the new page run', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [ring('old', 1_000)] });
  await stage.tell({ page: 'elsewhere', effects: [ring('new', 1_000)] });
  await stage.pass(5_000);
  assert.deepEqual(stage.heard, ['new rang']);
});

test('a timer does not outlive the visit', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [ring('bell', 1_000)] });
  await stage.send({ type: 'offer-chosen', offer: otherOffer });
  await stage.pass(5_000);
  assert.deepEqual(stage.heard, []);
  assert.equal(stage.clock.waiting, 0);
});

test('what a method has announced reaches the live region', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [{ type: 'announce', text: 'sent' }] });
  assert.deepEqual(stage.announced, ['sent']);
});

test('an event to a visit that is over does nothing', async () => {
  const stage = await Stage.enrolled();
  const visit = stage.run.tour?.visit;
  await stage.send({ type: 'offer-chosen', offer: otherOffer });
  visit?.send({ type: 'told', effects: [verify] } as { readonly type: string });
  await stage.settled();
  assert.equal(stage.backend.count('verify'), 0);
  assert.equal(visit?.state, undefined);
});

test('a method with a defect is trouble with a way back, not a page that stands still', async () => {
  const stage = await Stage.open();
  stage.do({ type: 'stumbled' });
  await stage.settled();
  assert.equal(stage.phase, 'trouble');
  assert.equal(stage.run.tour?.visit, undefined);
  await stage.send({ type: 'retry-asked' });
  await stage.reply('load', stage.info);
  assert.equal(stage.page, 'first');
});

test('each change is drawn', async () => {
  const stage = await Stage.open();
  const { changes } = stage;
  await stage.tell({ page: 'second' });
  assert.ok(stage.changes > changes);
});
