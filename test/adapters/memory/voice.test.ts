/** Phones that are called: the # key registers the number, every other end of a call says what it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCode } from '../../../src/contract/typed-code.js';
import type { NextWait } from '../../../src/contract/next.js';
import {
  callOffer,
  codeStep,
  minutes,
  mobile,
  otherThan,
  Person,
  refusal,
  rejection,
  repeatable,
  seconds,
  toApp,
  toCall,
  toMobile,
  totpOffer,
  waitFor,
} from './person.js';

const needsPhone = { requirements: [{ id: 'phone', anyOf: [callOffer, totpOffer] }] } as const;
const speaks = { ...needsPhone, calls: 'spoken-code' } as const;
const superseded = { code: 'enrollment_gone', reason: 'superseded' };

/** The code of the latest call, as it is heard. */
function heardCode(person: Person): string {
  const read = readCode(person.call().spoken, { alphabet: 'digits', length: 6 });
  return 'code' in read ? read.code : assert.fail(`no code in «${person.call().spoken}»`);
}

test('the phone rings when begin answers, and the wizard waits for the call', async () => {
  const person = new Person(needsPhone);
  const { id, next, expiresIn } = await person.begin(toCall);
  const expected: NextWait = {
    type: 'wait',
    for: 'call',
    delivery: {
      channel: 'voice',
      to: '+81 **-****-5678',
      from: '+81 3-0000-0100',
      resendIn: seconds(30),
      sendsLeft: 4,
    },
    pollAfter: seconds(1.5),
  };
  assert.deepEqual([next, expiresIn], [expected, minutes(30)]);
  const call = person.call();
  assert.deepEqual(person.backend.line.calls(), [
    { id: call.id, to: mobile, from: '+81 3-0000-0100', state: 'ringing', spoken: '' },
  ]);
  assert.deepEqual(person.backend.messages(), []);
  assert.deepEqual((await person.load()).pending, [{ id, kind: 'phone' }]);
});

test('a call says who calls, as the organisation wants it, and asks for the key once it is answered', async () => {
  for (const [locale, said] of [
    ['en', /Contoso.*press the pound key, #/],
    ['ja', /Contosoの.*シャープ（#）を押して/],
  ] as const) {
    const person = new Person({ ...needsPhone, callerId: '+1 425-555-0100' });
    person.locale = locale;
    const { next } = await person.begin(toCall);
    assert.equal(waitFor('call', next).delivery?.from, '+1 425-555-0100');
    person.backend.line.answer(person.call().id);
    const { from, state, spoken } = person.call();
    assert.deepEqual([from, state], ['+1 425-555-0100', 'answered']);
    assert.match(spoken, said);
  }
});

test('# registers the number, masked, and the call is over', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toCall);
  person.backend.line.answer(person.call().id);
  waitFor('call', (await person.get(id)).next);
  assert.deepEqual((await person.load()).methods, []);
  person.backend.line.press(person.call().id, '#');
  const { next } = await person.get(id);
  const method = next.type === 'done' ? next.methods[0] : assert.fail(next.type);
  assert.deepEqual([method.label, method.channels], ['+81 **-****-5678', ['sms', 'voice']]);
  const { methods, defaultMethod, requirements } = await person.load();
  assert.deepEqual([methods, requirements[0]?.status], [[method], 'satisfied']);
  assert.deepEqual(defaultMethod, { methodId: method.id, channel: 'voice' });
  assert.equal(person.call().state, 'over');
});

/** How a call may end, and what the wizard is told. */
const endings: readonly {
  readonly what: string;
  readonly end: (person: Person, call: string) => void;
  readonly reason: 'wrong-key' | 'busy' | 'no-answer';
  readonly after: number;
}[] = [
  {
    what: 'another key was pressed',
    end: ({ backend: { line } }, call) => {
      line.answer(call);
      line.press(call, '1');
    },
    reason: 'wrong-key',
    after: 0,
  },
  {
    what: 'something that is no key was pressed',
    end: ({ backend: { line } }, call) => {
      line.answer(call);
      line.press(call, '##');
    },
    reason: 'wrong-key',
    after: 0,
  },
  { what: 'was turned away', end: ({ backend: { line } }, call) => line.hangUp(call), reason: 'busy', after: 0 },
  {
    what: 'was hung up without a key',
    end: ({ backend: { line } }, call) => {
      line.answer(call);
      line.hangUp(call);
    },
    reason: 'no-answer',
    after: 0,
  },
  { what: 'rang for 45 seconds', end: (person) => person.pass(seconds(45)), reason: 'no-answer', after: 45 },
  {
    what: 'was answered late, and no key came for 45 seconds',
    end: (person, call) => {
      person.pass(seconds(45) - 1);
      person.backend.line.answer(call);
      person.pass(seconds(45));
    },
    reason: 'no-answer',
    after: 90,
  },
];
for (const { what, end, reason, after } of endings) {
  test(`a call where it ${what} ends as ${reason}, and what is pressed later is ignored`, async () => {
    const person = new Person(needsPhone);
    const { id } = await person.begin(toCall);
    const call = person.call().id;
    end(person, call);
    const rejected = after === 0 ? rejection(reason, { retryAfter: seconds(30) }) : rejection(reason);
    assert.deepEqual((await person.get(id)).next, rejected);
    person.backend.line.answer(call);
    person.backend.line.press(call, '#');
    person.backend.line.hangUp(call);
    assert.deepEqual((await person.get(id)).next, rejected);
    assert.equal(person.call().state, 'over');
    assert.deepEqual((await person.load()).methods, []);

    person.pass(seconds(30));
    waitFor('call', (await person.sendAgain(id)).next);
    person.backend.line.answer(person.call().id);
    person.backend.line.press(person.call().id, '#');
    assert.equal((await person.get(id)).next.type, 'done', 'and the next call is as good as the first');
  });
}

test('a call that is answered at the last moment leaves as long again for the key', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toCall);
  person.pass(seconds(45) - 1);
  person.backend.line.answer(person.call().id);
  person.pass(seconds(45) - 1);
  person.backend.line.press(person.call().id, '#');
  assert.equal((await person.get(id)).next.type, 'done');
});

test('a phone that has stopped ringing cannot be answered, though nobody looked meanwhile', async () => {
  for (const tap of ['answer', 'hangUp'] as const) {
    const person = new Person(needsPhone);
    const { id } = await person.begin(toCall);
    const call = person.call().id;
    person.pass(seconds(45));
    person.backend.line[tap](call);
    person.backend.line.press(call, '#');
    assert.deepEqual((await person.get(id)).next, rejection('no-answer'));
  }
});

test('a wrong key is no wrong try: there was nothing to guess', async () => {
  const person = new Person(needsPhone);
  await person.begin(toCall);
  person.backend.line.answer(person.call().id);
  person.backend.line.press(person.call().id, '5');
  assert.equal(codeStep((await person.begin(toApp)).next).attemptsLeft, 10);
});

test('a key before the call is answered is no key', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toCall);
  person.backend.line.press(person.call().id, '#');
  waitFor('call', (await person.get(id)).next);
  assert.equal(person.call().state, 'ringing');
});

test('a call that nobody knows is ignored', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toCall);
  const stranger = new Person({ ...needsPhone, random: repeatable(2) });
  await stranger.begin(toCall);
  for (const foreign of ['', 'nobody', stranger.call().id]) {
    person.backend.line.answer(foreign);
    person.backend.line.press(foreign, '#');
    person.backend.line.hangUp(foreign);
  }
  waitFor('call', (await person.get(id)).next);
  assert.equal(person.call().state, 'ringing');
});

for (const [how, stop] of [
  ['cancelled', async (person: Person) => person.cancel((await person.load()).pending[0]?.id ?? assert.fail())],
  ['restarted', async (person: Person) => person.begin({ ...toMobile, restart: true })],
  ['given up for another number', async (person: Person) => person.begin({ ...toCall, number: '+819087654321' })],
] as const) {
  test(`when it was ${how} the phone falls silent, and its # registers nothing`, async () => {
    const person = new Person(needsPhone);
    const { id } = await person.begin(toCall);
    const call = person.call().id;
    person.backend.line.answer(call);
    await stop(person);
    assert.equal(person.backend.line.calls().find((one) => one.id === call)?.state, 'over');
    person.backend.line.press(call, '#');
    assert.deepEqual(await refusal(person.get(id)), superseded);
    assert.deepEqual((await person.load()).methods, []);
  });
}

test('calls wait like texts, and are counted with them', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toCall);
  for (const [wait, channel] of [
    [30, 'sms'],
    [60, 'voice'],
    [120, 'voice'],
    [120, 'sms'],
  ] as const) {
    person.pass(seconds(wait) - 1);
    assert.deepEqual(await refusal(person.sendAgain(id, channel)), { code: 'rate_limited', retryAfter: 1 });
    person.pass(1);
    await person.sendAgain(id, channel);
  }
  assert.deepEqual([person.backend.line.calls().length, person.backend.messages().length], [3, 2]);
  const limited = { code: 'rate_limited', retryAfter: minutes(10) - seconds(330) };
  assert.deepEqual(await refusal(person.sendAgain(id, 'voice')), limited);
  assert.deepEqual(await refusal(person.begin({ ...toCall, restart: true })), limited);
});

test('a channel that has to wait leaves everything as it is', async () => {
  const person = new Person(needsPhone);
  const { id, next } = await person.begin(toMobile);
  assert.equal((await refusal(person.sendAgain(id, 'voice'))).code, 'rate_limited');
  assert.deepEqual((await person.get(id)).next, next);
  assert.deepEqual(person.backend.line.calls(), []);
});

test('from a call to a text: the call is hung up, and the code counts', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toCall);
  const call = person.call().id;
  person.backend.line.answer(call);
  person.pass(seconds(30));
  const { delivery } = codeStep((await person.sendAgain(id, 'sms')).next);
  assert.deepEqual([delivery?.channel, delivery?.from], ['sms', undefined]);
  assert.equal(person.call().state, 'over');
  person.backend.line.press(call, '#');
  codeStep((await person.get(id)).next);
  assert.equal((await person.type(id, person.textedCode())).next.type, 'done');
  assert.equal((await person.load()).defaultMethod?.channel, 'sms');
});

test('from a text to a call: # counts, and so does the code that arrived after all', async () => {
  for (const way of ['voice', 'sms'] as const) {
    const person = new Person(needsPhone);
    const { id } = await person.begin(toMobile);
    person.pass(seconds(30));
    waitFor('call', (await person.sendAgain(id, 'voice')).next);
    person.backend.line.answer(person.call().id);
    if (way === 'voice') person.backend.line.press(person.call().id, '#');
    else await person.type(id, person.textedCode());
    assert.equal((await person.get(id)).next.type, 'done');
    assert.equal((await person.load()).defaultMethod?.channel, way, 'the channel that proved it');
    assert.equal(person.call().state, 'over');
  }
});

test('where only a key was asked for, nothing that is typed is an answer', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toCall);
  assert.deepEqual(await refusal(person.type(id, '000000')), { code: 'unsupported' });
  assert.equal(codeStep((await person.begin(toApp)).next).attemptsLeft, 10);
});

test('sending again without naming a channel uses the latest one', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toMobile);
  person.pass(seconds(30));
  await person.sendAgain(id, 'voice');
  person.pass(seconds(60));
  waitFor('call', (await person.sendAgain(id)).next);
  assert.deepEqual([person.backend.line.calls().length, person.backend.messages().length], [2, 1]);
});

test('beginning again finds the call that is going on, and calls again only when one is due', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toCall);
  person.backend.line.answer(person.call().id);
  person.pass(seconds(40));
  const during = await person.begin(toCall);
  assert.deepEqual([during.id, person.call().state, person.backend.line.calls().length], [id, 'answered', 1]);
  waitFor('call', during.next);
  person.backend.line.hangUp(person.call().id);
  waitFor('call', (await person.begin(toCall)).next);
  person.backend.line.hangUp(person.call().id);
  assert.deepEqual((await person.begin(toCall)).next, rejection('busy', { retryAfter: seconds(60) }));
  assert.equal(person.backend.line.calls().length, 2);
});

test('beginning again with a text, after a call in between, texts', async () => {
  const person = new Person(needsPhone);
  const { id } = await person.begin(toMobile);
  person.pass(seconds(30));
  await person.sendAgain(id, 'voice');
  person.backend.line.hangUp(person.call().id);
  person.pass(seconds(60));
  assert.equal(codeStep((await person.begin(toMobile)).next).delivery?.channel, 'sms');
});

test('while the account is locked # is ignored, and what is open ends as it would', async () => {
  const person = new Person({ ...needsPhone, limits: { triesPerAccount: 1 } });
  const app = await person.begin(toApp);
  const { id } = await person.begin(toCall);
  person.backend.line.answer(person.call().id);
  await refusal(person.type(app.id, '000000'));
  person.backend.line.press(person.call().id, '#');
  waitFor('call', (await person.get(id)).next);
  person.pass(seconds(45));
  assert.deepEqual((await person.get(id)).next, rejection('no-answer', { recover: 'restart' }));
  assert.deepEqual((await person.load()).methods, []);
});

test('a call may speak a code instead, slowly and twice, and only to whoever answers', async () => {
  for (const locale of ['en', 'ja']) {
    const person = new Person(speaks);
    person.locale = locale;
    const { id, next } = await person.begin(toCall);
    assert.deepEqual(codeStep(next), {
      type: 'code',
      length: 6,
      alphabet: 'digits',
      delivery: {
        channel: 'voice',
        to: '+81 **-****-5678',
        from: '+81 3-0000-0100',
        resendIn: seconds(30),
        sendsLeft: 4,
      },
      attemptsLeft: 10,
    });
    assert.equal(person.call().spoken, '');
    person.backend.line.answer(person.call().id);
    const code = heardCode(person);
    assert.equal(person.call().spoken.split([...code].join(' ')).length, 3, 'said twice, digit by digit');
    person.backend.line.press(person.call().id, '#');
    assert.equal((await person.get(id)).next.type, 'code', 'no key is asked for, and none counts');
    assert.equal((await refusal(person.type(id, otherThan(code)))).code, 'invalid_code');
    assert.equal((await person.type(id, code)).next.type, 'done');
    assert.equal((await person.load()).defaultMethod?.channel, 'voice');
    assert.equal(person.call().state, 'over');
  }
});

test('a spoken code that nobody heard can be asked for again, by text too', async () => {
  const person = new Person(speaks);
  const { id } = await person.begin(toCall);
  person.backend.line.hangUp(person.call().id);
  assert.equal(person.call().spoken, '');
  codeStep((await person.get(id)).next);
  person.pass(seconds(30));
  await person.sendAgain(id, 'sms');
  assert.equal((await person.type(id, person.textedCode())).next.type, 'done');
  assert.equal((await person.load()).defaultMethod?.channel, 'sms');
});

test('listeners hear when a call comes, is answered and is over, until they stop', async () => {
  const person = new Person(needsPhone);
  const states: string[] = [];
  const stop = person.backend.line.onCalls(() => states.push(person.call().state));
  const { id } = await person.begin(toCall);
  person.backend.line.answer(person.call().id);
  await person.load();
  person.pass(seconds(45));
  await person.get(id);
  assert.deepEqual(states, ['ringing', 'answered', 'over'], 'a wizard that looks notices that the time is over');
  stop();
  await person.sendAgain(id);
  assert.equal(states.length, 3);
});
