/** How often a text is sent: not before its time, not more than allowed, and never by accident. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowance } from '../../../src/adapters/memory/sends.js';
import { defaultLimits } from '../../../src/adapters/memory/limits.js';
import { codeStep, minutes, Person, refusal, seconds, toApp, toMobile } from './person.js';

test('another text may be asked for after 30, 60, 120 and 120 seconds', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  for (const wait of [30, 60, 120, 120]) {
    const { delivery } = codeStep((await person.get(id)).next);
    assert.equal(delivery?.resendIn, seconds(wait));
    person.pass(seconds(wait) - 1);
    assert.deepEqual(await refusal(person.sendAgain(id)), { code: 'rate_limited', retryAfter: 1 });
    person.pass(1);
    await person.sendAgain(id);
  }
  assert.equal(person.backend.messages().length, 5);
});

test('the fifth text to a number is the last within ten minutes, and the answer says when the next may go [F94]', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  for (const wait of [30, 60, 120, 120]) {
    person.pass(seconds(wait));
    await person.sendAgain(id);
  }
  const { delivery } = codeStep((await person.get(id)).next);
  assert.deepEqual([delivery?.sendsLeft, delivery?.resendIn], [0, minutes(10) - seconds(330)]);
  person.pass(minutes(10) - seconds(330) - 1);
  assert.deepEqual(await refusal(person.sendAgain(id)), { code: 'rate_limited', retryAfter: 1 });
  person.pass(1);
  await person.sendAgain(id);
  assert.equal(person.backend.messages().length, 6);
});

test('no way leads round the limit of a number: not starting over, not cancelling, not another number between', async () => {
  const person = new Person();
  const other = { ...toMobile, number: '+819087654321' };
  await person.begin(toMobile);
  await person.begin({ ...toMobile, restart: true });
  const { id } = await person.begin({ ...toMobile, restart: true });
  await person.cancel(id);
  await person.begin(toMobile);
  await person.begin(other);
  const last = await person.begin(toMobile);
  assert.deepEqual(await refusal(person.begin({ ...toMobile, restart: true })), {
    code: 'rate_limited',
    retryAfter: minutes(10),
  });
  assert.equal(person.backend.messages().filter(({ to }) => to === toMobile.number).length, 5);
  assert.equal((await person.type(last.id, person.textedCode())).next.type, 'done', 'a refusal ends nothing');
});

test('an account gets twenty texts a day, to however many numbers', async () => {
  const person = new Person();
  const numbered = (n: number): typeof toMobile => ({
    ...toMobile,
    number: `+8190123456${String(n).padStart(2, '0')}`,
  });
  for (let n = 0; n < 20; n++) await person.begin(numbered(n));
  assert.deepEqual(await refusal(person.begin(numbered(20))), { code: 'rate_limited', retryAfter: minutes(24 * 60) });
  person.pass(minutes(24 * 60));
  await person.begin(numbered(20));
  assert.equal(person.backend.messages().length, 21);
});

test('an organisation may let people ask again at once, up to the limit', async () => {
  const person = new Person({ limits: { resendWaits: [] } });
  const { id } = await person.begin(toMobile);
  for (let i = 0; i < 4; i++) await person.sendAgain(id);
  assert.deepEqual(await refusal(person.sendAgain(id)), { code: 'rate_limited', retryAfter: minutes(10) });
});

test('where no text is allowed at all, none is sent', async () => {
  const person = new Person({ limits: { sendsPerNumber: 0 } });
  assert.deepEqual(await refusal(person.begin(toMobile)), { code: 'rate_limited', retryAfter: minutes(10) });
  assert.deepEqual(person.backend.messages(), []);
});

test('beginning again with the same number sends nothing until another text is due', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  person.pass(seconds(30) - 1);
  const early = await person.begin(toMobile);
  assert.deepEqual([early.id, person.backend.messages().length], [id, 1]);
  person.pass(1);
  const due = await person.begin(toMobile);
  assert.deepEqual([due.id, person.backend.messages().length], [id, 2]);
  assert.equal(codeStep(due.next).delivery?.resendIn, seconds(60));
});

test('looking, loading and an app cause no text', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  person.pass(minutes(5));
  await person.get(id);
  await person.load();
  await person.begin(toApp);
  assert.equal(person.backend.messages().length, 1);
});

test('a text is worded in the language of the call that sends it', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  person.locale = 'ja';
  person.pass(seconds(30));
  await person.sendAgain(id);
  assert.match(person.backend.messages()[1]?.text ?? '', /Contosoの確認コード/);
});

test('listeners hear of each text before the call answers, until they stop', async () => {
  const person = new Person();
  const heard: string[] = [];
  const stop = person.backend.onMessage(({ to }) => heard.push(to));
  const { id } = await person.begin(toMobile);
  assert.deepEqual(heard, [toMobile.number]);
  stop();
  person.pass(seconds(30));
  await person.sendAgain(id);
  assert.equal(heard.length, 1);
});

test('a list of messages is a copy', async () => {
  const person = new Person();
  await person.begin(toMobile);
  const [message] = person.backend.messages();
  assert.throws(() => Object.assign(message ?? {}, { text: '' }), TypeError);
  (person.backend.messages() as unknown[]).length = 0;
  assert.equal(person.backend.messages().length, 1);
});

test('a window counts what is inside it, to the millisecond', () => {
  const sends = [0, 1000, 2000, 3000, 4000].map((at) => ({ to: '+1', at }));
  const at = (now: number, to = '+1'): object => allowance(sends, to, defaultLimits, now);
  assert.deepEqual(at(4000), { left: 0, wait: minutes(10) - 4000 });
  assert.deepEqual(at(minutes(10) - 1), { left: 0, wait: 1 });
  assert.deepEqual(at(minutes(10)), { left: 1, wait: 0 });
  assert.deepEqual(at(4000, '+2'), { left: 5, wait: 0 });
});
