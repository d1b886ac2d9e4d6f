/** Phones at the reference backend: what is sent, how often, and which code or key registers a number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  codeStep,
  House,
  methodIn,
  minutes,
  mobile,
  otherThan,
  type Person,
  refusal,
  rejection,
  seconds,
  toApp,
  toCall,
  toMobile,
  waitFor,
} from './person.js';

const house = await House.shared();

/** A number that no other test of this file has sent to. */
let numbers = 10_000_000;
function fresh(): string {
  numbers += 13_579;
  return `+8190${String(numbers)}`;
}
const textTo = (number = fresh()): typeof toMobile => ({ ...toMobile, number });
const callTo = (number = fresh()): typeof toCall => ({ ...toCall, number });

test('a code is on its way when begin answers, and registers the number, masked', async () => {
  const person = await house.person({ host: 'contoso.example' });
  const { id, next, expiresIn } = await person.begin(toMobile);
  assert.deepEqual(next, {
    type: 'code',
    length: 6,
    alphabet: 'digits',
    delivery: { channel: 'sms', to: '+81 **-****-5678', resendIn: seconds(30), sendsLeft: 4 },
    attemptsLeft: 10,
  });
  assert.equal(expiresIn, minutes(30));
  const code = await person.textedCode();
  const [message] = await person.messages('sms');
  assert.deepEqual(
    [message?.to, message?.text],
    [
      mobile,
      `${code} is your Contoso code. Do not share it with anyone. It expires in 10 min.\n@contoso.example #${code}`,
    ],
  );
  methodIn(await person.type(id, code));
  const { methods, defaultMethod } = await person.load();
  assert.deepEqual([methods[0]?.label, methods[0]?.channels], ['+81 **-****-5678', ['sms', 'voice']]);
  assert.deepEqual(defaultMethod, { methodId: methods[0]?.id, channel: 'sms' });
  assert.deepEqual(await refusal(person.type(id, code)), { code: 'invalid_code', reason: 'replayed' });
});

test('fifty that begin at once send one text', async () => {
  const person = await house.person();
  const request = textTo();
  const answers = await Promise.all(Array.from({ length: 50 }, () => person.begin(request)));
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
  // Where one connection serves all of them, the sending may take longer than a call waits for it.
  while ((await person.messages('sms')).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await person.backend.work();
  assert.equal((await person.messages('sms')).length, 1);
});

test('of twenty that hand in the code at once, one registers the number', async () => {
  const person = await house.person();
  const { id } = await person.begin(textTo());
  const code = await person.textedCode();
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => person.type(id, code)));
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  assert.equal((await person.load()).methods.length, 1);
});

for (const [number, channel, reason] of [
  ['', 'sms', 'format'],
  ['0312345678', 'sms', 'format'],
  ['+81 90 1234 5678', 'sms', 'format'],
  ['＋819012345678', 'sms', 'format'],
  ['+8199999999999', 'sms', 'format'],
  ['+81312345678', 'sms', 'line_type'],
  ['+81990123456', 'sms', 'not_allowed'],
  ['+81120123456', 'voice', 'not_allowed'],
] as const) {
  test(`${JSON.stringify(number)} is not reached by ${channel}: ${reason}`, async () => {
    const person = await house.person();
    const fault = await refusal(person.begin({ kind: 'phone', number, channel }));
    assert.deepEqual(fault, { code: 'invalid_input', field: 'number', reason });
    assert.deepEqual(await person.telephone.messages(person.id), []);
  });
}

test('a list with a number in it is no number', async () => {
  const person = await house.person();
  const request = JSON.parse(JSON.stringify({ ...toMobile, number: [mobile] })) as typeof toMobile;
  const fault = { code: 'invalid_input', field: 'number', reason: 'format' };
  assert.deepEqual(await refusal(person.begin(request)), fault);
});

test('a number of a country that is not offered is refused', async () => {
  const person = await house.person({
    requirements: [
      { id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms'], countries: ['DE'] }] },
    ],
  });
  const fault = { code: 'invalid_input', field: 'number', reason: 'not_allowed' };
  assert.deepEqual(await refusal(person.begin(textTo())), fault);
  assert.equal((await person.begin(textTo('+4915123456789'))).kind, 'phone');
});

test('another number ends the first enrolment and its code', async () => {
  const person = await house.person();
  const first = await person.begin(textTo());
  const firstCode = await person.textedCode();
  const second = await person.begin(textTo());
  assert.deepEqual(await refusal(person.type(first.id, firstCode)), { code: 'enrollment_gone', reason: 'superseded' });
  const { code } = await refusal(person.type(second.id, firstCode));
  assert.equal(code, 'invalid_code');
});

test('the two latest codes are good, for ten minutes; an older one is told to be over', async () => {
  const person = await house.person();
  const { id } = await person.begin(textTo());
  const codes = [await person.textedCode()];
  for (const wait of [seconds(30), seconds(60)]) {
    house.pass(wait);
    await person.sendAgain(id);
    codes.push(await person.textedCode());
  }
  assert.deepEqual(await refusal(person.type(id, codes[0] ?? '')), { code: 'code_expired' });
  house.pass(minutes(10) - seconds(60));
  assert.deepEqual(await refusal(person.type(id, codes[1] ?? '')), { code: 'code_expired' });
  methodIn(await person.type(id, codes[2] ?? ''));
});

test('a code is over after ten minutes, and another one can be had', async () => {
  const person = await house.person();
  const { id } = await person.begin(textTo());
  house.pass(minutes(10));
  assert.deepEqual(await refusal(person.type(id, await person.textedCode())), { code: 'code_expired' });
  await person.sendAgain(id);
  methodIn(await person.type(id, await person.textedCode()));
});

test('asking again too early is refused with how long to wait, and sends nothing', async () => {
  const person = await house.person();
  const { id } = await person.begin(textTo());
  house.pass(seconds(10));
  assert.deepEqual(await refusal(person.sendAgain(id)), { code: 'rate_limited', retryAfter: seconds(20) });
  assert.equal((await person.messages('sms')).length, 1);
});

test('wrong tries are counted over all resends until the enrolment is spent', async () => {
  const person = await house.person({ limits: { triesPerEnrollment: 4, triesPerAccount: 10, waits: [] } });
  const { id } = await person.begin(textTo());
  const sent = [await person.textedCode()];
  for (const left of [3, 2, 1]) {
    const fault = await refusal(person.type(id, otherThan(...sent)));
    assert.deepEqual(fault, { code: 'invalid_code', reason: 'mismatch', attemptsLeft: left });
    house.pass(minutes(2));
    await person.sendAgain(id);
    sent.push(await person.textedCode());
  }
  const spent = { code: 'attempts_exhausted', recover: 'restart' };
  assert.deepEqual(await refusal(person.type(id, otherThan(...sent))), spent);
  assert.deepEqual(await refusal(person.type(id, sent.at(-1) ?? '')), spent);
  assert.deepEqual(await refusal(person.sendAgain(id)), spent);
  assert.deepEqual((await person.load()).pending, []);
});

test('twenty wrong codes at once are counted ten times, and not once more', async () => {
  const person = await house.person({ limits: { waits: [] } });
  const { id } = await person.begin(textTo());
  const wrong = otherThan(await person.textedCode());
  const faults = await Promise.all(Array.from({ length: 20 }, () => refusal(person.type(id, wrong))));
  assert.equal(faults.filter(({ code }) => code === 'invalid_code').length, 9);
  assert.equal(faults.filter(({ code }) => code === 'attempts_exhausted').length, 1);
  assert.equal(faults.filter(({ code }) => code === 'locked').length, 10);
});

test('five texts go to a number in ten minutes, whoever asks', async () => {
  const number = fresh();
  const people: Person[] = [];
  for (let count = 0; count < 5; count++) {
    const person = await house.person();
    people.push(person);
    await person.begin(textTo(number));
  }
  const sixth = await house.person();
  assert.deepEqual(await refusal(sixth.begin(textTo(number))), { code: 'rate_limited', retryAfter: minutes(10) });
  assert.deepEqual((await sixth.load()).pending, []);
  house.pass(minutes(10));
  await sixth.begin(textTo(number));
});

test('numbers that differ in their last digits only share a brake', async () => {
  const limits = { sendsPerRange: 2 };
  const range = '+81803333';
  for (const last of ['1111', '2222']) await (await house.person({ limits })).begin(textTo(range + last));
  const person = await house.person({ limits });
  assert.equal((await refusal(person.begin(textTo(`${range}3333`)))).code, 'rate_limited');
  assert.deepEqual(await person.messages('sms'), []);
});

test('so do requests from one place, whoever they are for', async () => {
  for (const isHeld of [false, false, true]) {
    const person = await house.person({ limits: { sendsPerSource: 2 } });
    const { adapter } = person;
    const there = person.backend.adapterFor({ accountId: person.id, sessionId: 's', source: '192.0.2.7' });
    if (isHeld) assert.equal((await refusal(there.begin(textTo(), person.options()))).code, 'rate_limited');
    else await there.begin(textTo(), person.options());
    assert.equal((await person.messages('sms')).length, isHeld ? 0 : 1);
    assert.equal((await adapter.load(person.options())).pending.length, 1);
  }
});

test('one number stands under one offer only, but under as many people as share the phone [C30]', async () => {
  const request = textTo();
  const office = { kind: 'phone', usage: ['sign-in'], channels: ['sms'], offerId: 'office' } as const;
  const requirements = [
    { id: 'mobile', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms'] }] },
    { id: 'office', anyOf: [office] },
  ] as const;
  const person = await house.person({ requirements });
  await person.registerPhone(request);
  const fault = await refusal(person.begin({ ...request, offerId: 'office' }));
  assert.deepEqual(fault, { code: 'invalid_input', field: 'number', reason: 'duplicate' });
  await (await house.person()).registerPhone(request);
});

test('a new number takes the place of the old one', async () => {
  const person = await house.person();
  const old = await person.registerPhone(textTo());
  const added = await person.registerPhone(textTo());
  const { methods, defaultMethod } = await person.load();
  assert.deepEqual(
    methods.map(({ id }) => id),
    [added],
  );
  assert.deepEqual(defaultMethod, { methodId: added, channel: 'sms' });
  assert.notEqual(old, added);
});

test('a call that is answered with # registers the number', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(callTo());
  assert.deepEqual(waitFor('call', next).delivery?.from, '+81 3-0000-0100');
  const call = await person.call();
  assert.deepEqual([call.state, call.text], ['ringing', '']);
  await person.telephone.press(call.id, '#');
  assert.equal(waitFor('call', (await person.get(id)).next).for, 'call');
  await person.telephone.answer(call.id);
  assert.match((await person.call()).text, /press the pound key/);
  await person.telephone.press(call.id, '#');
  methodIn(await person.get(id));
  assert.equal((await person.call()).state, 'over');
  assert.equal((await person.load()).defaultMethod?.channel, 'voice');
});

test('another key, a hang-up and silence end a call, and another one can be had', async () => {
  const person = await house.person({ limits: { resendWaits: [0] } });
  const { id } = await person.begin(callTo());
  await person.telephone.answer((await person.call()).id);
  await person.telephone.press((await person.call()).id, '7');
  assert.deepEqual((await person.get(id)).next, rejection('wrong-key'));
  await person.sendAgain(id);
  await person.telephone.hangUp((await person.call()).id);
  assert.deepEqual((await person.get(id)).next, rejection('busy'));
  await person.sendAgain(id);
  house.pass(seconds(45));
  assert.deepEqual((await person.get(id)).next, rejection('no-answer'));
  await person.sendAgain(id, 'sms');
  assert.equal(codeStep((await person.get(id)).next).delivery?.channel, 'sms');
  methodIn(await person.type(id, await person.textedCode()));
});

test('a call that was given up for another, or canceled, rings no more and confirms nothing', async () => {
  const person = await house.person({ limits: { resendWaits: [0] } });
  const { id } = await person.begin(callTo());
  const first = await person.call();
  await person.telephone.answer(first.id);
  await person.sendAgain(id);
  await person.telephone.press(first.id, '#');
  assert.equal((await person.get(id)).next.type, 'wait');
  await person.adapter.cancel(id, person.options());
  assert.equal((await person.call()).state, 'over');
  await person.telephone.press((await person.call()).id, '#');
  assert.deepEqual((await person.load()).methods, []);
});

test('a call may speak the code instead', async () => {
  const person = await house.person({ calls: 'spoken-code' });
  const { id, next } = await person.begin(callTo());
  assert.equal(codeStep(next).delivery?.channel, 'voice');
  await person.telephone.answer((await person.call()).id);
  const spoken = (await person.call()).text;
  const code = /(?:\d ){5}\d/.exec(spoken)?.[0].replaceAll(' ', '') ?? assert.fail(spoken);
  await person.telephone.press((await person.call()).id, '#');
  methodIn(await person.type(id, code));
});

test('a person who comes back in the middle, on another instance, gets the same enrolment and no second text', async () => {
  const person = await house.person();
  const request = textTo();
  const { id } = await person.begin(request);
  const code = await person.textedCode();
  person.session = 'session-2';
  person.backend = house.backend();
  await person.backend.work();
  assert.equal((await person.begin(request)).id, id);
  assert.equal((await person.messages('sms')).length, 1);
  methodIn(await person.type(id, code));
});

test('while the account is locked by wrong codes of an app, nothing is texted', async () => {
  const person = await house.person({ limits: { triesPerAccount: 1 } });
  const app = await person.begin(toApp);
  await refusal(person.type(app.id, otherThan(person.appCode(app.next))));
  assert.equal((await refusal(person.begin(textTo()))).code, 'locked');
  assert.deepEqual(await person.messages('sms'), []);
});
