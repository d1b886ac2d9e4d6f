/** Phones: which numbers are taken, what is sent to them, and which code registers one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Line } from '../../../src/adapters/memory/index.js';
import type { NextCode } from '../../../src/contract/next.js';
import type { Requirement } from '../../../src/contract/security-info.js';
import {
  callOffer,
  codeStep,
  minutes,
  mobile,
  otherThan,
  Person,
  phoneOffer,
  refusal,
  seconds,
  toCall,
  toMobile,
  waitFor,
} from './person.js';

const invalid = (reason: string): object => ({ code: 'invalid_input', field: 'number', reason });

test('a code is on its way when begin answers, and the answer shows no more of the number than its end [F83]', async () => {
  const person = new Person();
  const { next, expiresIn, ...rest } = await person.begin(toMobile);
  const expected: NextCode = {
    type: 'code',
    length: 6,
    alphabet: 'digits',
    delivery: { channel: 'sms', to: '+81 **-****-5678', resendIn: seconds(30), sendsLeft: 4 },
    attemptsLeft: 10,
  };
  assert.deepEqual(next, expected);
  assert.deepEqual({ expiresIn, kind: rest.kind }, { expiresIn: minutes(30), kind: 'phone' });
  assert.deepEqual(person.backend.messages(), [
    {
      to: mobile,
      text: `${person.textedCode()} is your Contoso code. Do not share it with anyone. It expires in 10 min.`,
    },
  ]);
});

test('the texted code registers the number, masked', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  assert.deepEqual((await person.load()).methods, []);
  const { next, expiresIn } = await person.type(id, person.textedCode());
  const method = next.type === 'done' ? next.methods[0] : assert.fail();
  assert.equal(expiresIn, undefined);
  assert.deepEqual(method, {
    id: method.id,
    kind: 'phone',
    label: '+81 **-****-5678',
    usage: ['sign-in'],
    channels: ['sms'],
    canBeDefault: true,
    removable: true,
    addedAt: '2026-01-15T09:00:10.000Z',
  });
  assert.deepEqual((await person.load()).methods, [method]);
});

test('a name that the person gives does not hide which number it is', async () => {
  const person = new Person();
  await person.registerPhone({ ...toMobile, label: `my ${mobile}` });
  assert.equal((await person.load()).methods[0]?.label, '+81 **-****-5678');
});

for (const number of [
  '',
  '0312345678',
  '+0312345678',
  '+81 90 1234 5678',
  '+8190',
  '+8190123456789012',
  'mobile',
  '＋819012345678',
]) {
  test(`${JSON.stringify(number)} is no number that can be texted`, async () => {
    const person = new Person();
    assert.deepEqual(await refusal(person.begin({ ...toMobile, number })), invalid('format'));
    assert.deepEqual(person.backend.messages(), []);
  });
}

test('the host tells what kind of line a number is, and only a mobile one is texted', async () => {
  const lines: Record<string, Line> = { '+81312345678': 'fixed-line', '+81570000000': 'refused', [mobile]: 'mobile' };
  const person = new Person({ lineOf: (number) => Promise.resolve(lines[number] ?? 'refused') });
  assert.deepEqual(await refusal(person.begin({ ...toMobile, number: '+81312345678' })), invalid('line_type'));
  assert.deepEqual(await refusal(person.begin({ ...toMobile, number: '+81570000000' })), invalid('not_allowed'));
  assert.equal(person.backend.messages().length, 0);
  await person.begin(toMobile);
  assert.equal(person.backend.messages().length, 1);
});

test('a landline can be called but not texted, and is registered with the one channel that reaches it', async () => {
  const landline = '+81312345678';
  const person = new Person({ requirements: [{ id: 'phone', anyOf: [callOffer] }], lineOf: () => 'fixed-line' });
  assert.deepEqual(await refusal(person.begin({ ...toMobile, number: landline })), invalid('line_type'));
  const { id, next } = await person.begin({ ...toCall, number: landline });
  assert.equal(waitFor('call', next).delivery?.to, '+81 *-****-5678');
  person.pass(seconds(30));
  assert.deepEqual(await refusal(person.sendAgain(id, 'sms')), invalid('line_type'));
  assert.deepEqual(person.backend.messages(), []);
  person.backend.line.answer(person.call().id);
  person.backend.line.press(person.call().id, '#');
  const { methods, defaultMethod } = await person.load();
  assert.deepEqual([methods[0]?.channels, defaultMethod?.channel], [['voice'], 'voice']);
});

test('a number that the organisation does not take is neither texted nor called', async () => {
  const person = new Person({ requirements: [{ id: 'phone', anyOf: [callOffer] }], lineOf: () => 'refused' });
  for (const request of [toMobile, toCall])
    assert.deepEqual(await refusal(person.begin(request)), invalid('not_allowed'));
  assert.deepEqual([person.backend.messages(), person.backend.line.calls()], [[], []]);
});

/** What a table of numbers would tell. */
const countries: Readonly<Record<string, string>> = { [mobile]: 'JP', '+491701234567': 'DE', '+15551234567': 'US' };

for (const [offered, number, allowed] of [
  [['JP', 'DE'], mobile, true],
  [['JP', 'DE'], '+491701234567', true],
  [['JP', 'DE'], '+15551234567', false],
  [['JP', 'DE'], '+8821655512345', false],
  [[], mobile, false],
  [undefined, '+8821655512345', true],
] as const) {
  const offer = { ...phoneOffer, ...(offered && { countries: offered }) };
  const requirements = [{ id: 'phone', anyOf: [offer] }] as const;

  test(`with ${offered?.join(' and ') || (offered ? 'no country' : 'every country')} offered, ${number} is ${allowed ? '' : 'not '}taken`, async () => {
    for (const countryOf of [(e164: string) => countries[e164], (e164: string) => Promise.resolve(countries[e164])]) {
      const person = new Person({ requirements, countryOf });
      const answer = person.begin({ ...toMobile, number });
      if (allowed) assert.equal((await answer).kind, 'phone');
      else assert.deepEqual(await refusal(answer), invalid('not_allowed'));
      assert.equal(person.backend.messages().length, allowed ? 1 : 0);
    }
  });
}

test('a host that cannot tell the country of a number takes all of them', async () => {
  const offer = { ...phoneOffer, countries: ['JP'] };
  const person = new Person({ requirements: [{ id: 'phone', anyOf: [offer] }] });
  assert.equal((await person.begin({ ...toMobile, number: '+15551234567' })).kind, 'phone');
});

test('a refused number leaves the open enrolment as it was', async () => {
  const person = new Person({ lineOf: (number) => (number === mobile ? 'mobile' : 'fixed-line') });
  const { id } = await person.begin(toMobile);
  await refusal(person.begin({ ...toMobile, number: '+81312345678' }));
  assert.equal((await person.type(id, person.textedCode())).next.type, 'done');
});

test('a channel that is not offered is not used', async () => {
  const person = new Person();
  const byFax = { ...toMobile, channel: 'fax' } as unknown as typeof toMobile;
  for (const request of [byFax, toCall])
    assert.deepEqual(await refusal(person.begin(request)), { code: 'unsupported' });
  const { id } = await person.begin(toMobile);
  person.pass(seconds(30));
  for (const channel of ['fax', 'voice', 'constructor']) {
    assert.deepEqual(await refusal(person.sendAgain(id, channel)), { code: 'unsupported' });
  }
  assert.equal(codeStep((await person.sendAgain(id, 'sms')).next).delivery?.channel, 'sms');
  assert.equal(person.backend.messages().length, 2);
});

test('a code lives for ten minutes; then another has to be asked for, and its enrolment still stands', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  const code = person.textedCode();
  person.pass(minutes(10) - 1);
  assert.equal((await refusal(person.type(id, otherThan(code)))).code, 'invalid_code');
  person.pass(1);
  assert.deepEqual(await refusal(person.type(id, code)), { code: 'code_expired' });
  assert.deepEqual(await refusal(person.type(id, otherThan(code))), { code: 'code_expired' });
  assert.equal(codeStep((await person.get(id)).next).attemptsLeft, 9, 'no guess was possible any more');
  await person.sendAgain(id);
  assert.equal((await person.type(id, person.textedCode())).next.type, 'done');
});

test('half an hour after the latest text the enrolment is gone', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  person.pass(minutes(20));
  assert.equal((await person.sendAgain(id)).expiresIn, minutes(30));
  person.pass(minutes(30) - 1);
  assert.deepEqual(await refusal(person.type(id, person.textedCode())), { code: 'code_expired' });
  person.pass(1);
  const gone = { code: 'enrollment_gone', reason: 'expired' };
  assert.deepEqual(await refusal(person.type(id, person.textedCode())), gone);
  assert.deepEqual(await refusal(person.sendAgain(id)), gone);
  assert.deepEqual(await refusal(person.get(id)), gone);
});

test('of several texts the latest two are good, and older ones have expired', async () => {
  for (const [which, outcome] of [
    ['first', 'code_expired'],
    ['second', 'done'],
    ['third', 'done'],
  ] as const) {
    const person = new Person();
    const { id } = await person.begin(toMobile);
    const codes = { first: person.textedCode(), second: '', third: '' };
    person.pass(seconds(30));
    await person.sendAgain(id);
    codes.second = person.textedCode();
    person.pass(seconds(60));
    await person.sendAgain(id);
    codes.third = person.textedCode();
    const answer = person.type(id, codes[which]);
    if (outcome === 'done') assert.equal((await answer).next.type, outcome);
    else assert.equal((await refusal(answer)).code, outcome);
  }
});

test('an older code ends at its own time, though a newer one is alive', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  const first = person.textedCode();
  person.pass(minutes(9));
  await person.sendAgain(id);
  person.pass(minutes(1));
  assert.deepEqual(await refusal(person.type(id, first)), { code: 'code_expired' });
  assert.equal((await person.type(id, person.textedCode())).next.type, 'done');
});

test('a code counts once', async () => {
  const person = new Person();
  const { id } = await person.begin(toMobile);
  const code = person.textedCode();
  await person.type(id, code);
  assert.deepEqual(await refusal(person.type(id, code)), { code: 'invalid_code', reason: 'replayed' });
  const superseded = { code: 'enrollment_gone', reason: 'superseded' };
  assert.deepEqual(await refusal(person.type(id, otherThan(code))), superseded);
  assert.deepEqual(await refusal(person.sendAgain(id)), superseded);
});

test('the code for one number does not prove another', async () => {
  const person = new Person();
  await person.begin(toMobile);
  const toFirst = person.textedCode();
  const { id } = await person.begin({ ...toMobile, number: '+819087654321' });
  assert.equal((await refusal(person.type(id, toFirst))).code, 'invalid_code');
});

test('a second phone under the same offer takes the place of the first, and not before it is proved', async () => {
  const person = new Person();
  const first = await person.registerPhone();
  const { id } = await person.begin({ ...toMobile, number: '+819087654321' });
  assert.deepEqual(
    (await person.load()).methods.map((method) => method.id),
    [first],
  );
  await person.type(id, person.textedCode());
  const { methods, requirements, defaultMethod } = await person.load();
  assert.deepEqual(
    methods.map(({ label }) => label),
    ['+81 **-****-4321'],
  );
  assert.equal(requirements[1]?.status, 'satisfied');
  assert.deepEqual(defaultMethod, { methodId: methods[0]?.id, channel: 'sms' });
});

test('two offers take two phones, but not the same one twice', async () => {
  const office = { ...phoneOffer, offerId: 'office' };
  const requirements: Requirement[] = [
    { id: 'mobile', anyOf: [{ ...phoneOffer, offerId: 'mobile' }], status: 'open' },
    { id: 'office', anyOf: [office], status: 'open' },
  ];
  const person = new Person({ requirements });
  await person.registerPhone({ ...toMobile, offerId: 'mobile' });
  assert.deepEqual(await refusal(person.begin({ ...toMobile, offerId: 'office' })), invalid('duplicate'));
  await person.registerPhone({ ...toMobile, offerId: 'office', number: '+81312345678' });
  await person.registerPhone({ ...toMobile, offerId: 'mobile' });
  const { methods } = await person.load();
  assert.deepEqual(
    methods.map(({ label }) => label),
    ['+81 *-****-5678', '+81 **-****-5678'],
  );
});
