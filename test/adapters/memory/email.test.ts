/** E-mail at the memory backend: one mail with one code, for an address that the person can open when nothing else opens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BeginRequest, Offer } from '../../../src/contract/enrollment.js';
import { codeStep, methodIn, minutes, otherThan, Person, phoneOffer, refusal, seconds, toMobile } from './person.js';

const offer: Offer<'email'> = { kind: 'email', usage: ['recovery'], refusedDomains: ['contoso.example'] };
const toHome: BeginRequest<'email'> = { kind: 'email', address: 'Taro@home.example' };

const person = (given: Offer<'email'> = offer): Person =>
  new Person({ requirements: [{ id: 'mail', anyOf: [given, phoneOffer] }] });

test('a mail with a code is on its way when begin answers, and the code registers the masked address', async () => {
  const taro = person();
  const { id, next } = await taro.begin(toHome);
  const [mail, ...others] = taro.backend.messages();
  assert.deepEqual(others, []);
  assert.equal(mail?.to, 'Taro@home.example');
  assert.equal(mail.subject, 'Your Contoso code');
  assert.match(mail.text, /^\d{6} is your Contoso code\. It expires in 10 min\./);
  assert.deepEqual(codeStep(next).delivery, {
    channel: 'email',
    to: 'T***@home.example',
    resendIn: 30_000,
    sendsLeft: 4,
  });
  const done = await taro.type(id, taro.textedCode());
  const { methods, requirements, defaultMethod } = await taro.load();
  assert.deepEqual([methods[0]?.id, methods[0]?.label], [methodIn(done), 'T***@home.example']);
  assert.equal(requirements[0]?.status, 'satisfied');
  assert.equal(defaultMethod, undefined);
});

test('it is for recovery only, whatever the offer says', async () => {
  const taro = person({ ...offer, usage: ['sign-in', 'recovery'] });
  const { id } = await taro.begin(toHome);
  await taro.type(id, taro.textedCode());
  const [method] = (await taro.load()).methods;
  assert.deepEqual([method?.usage, method?.canBeDefault], [['recovery'], false]);
});

for (const [address, reason] of [
  ['', 'format'],
  ['taro', 'format'],
  ['taro@home', 'format'],
  ['taro@home.example\r\nBcc: x@home.example', 'format'],
  ['taro@home.example,x@home.example', 'format'],
  [`taro@${'x'.repeat(250)}.example`, 'format'],
  [`${'x'.repeat(65)}@home.example`, 'too_long'],
  ['MIKA@contoso.EXAMPLE', 'not_allowed'],
  ['taro@contoso.example', 'not_allowed'],
  ['taro@mail.CONTOSO.example', 'not_allowed'],
] as const)
  test(`«${address.slice(0, 40)}» is refused as ${reason}, and nothing is sent`, async () => {
    const taro = person();
    const fault = await refusal(taro.begin({ kind: 'email', address }));
    assert.deepEqual(fault, { code: 'invalid_input', field: 'address', reason });
    assert.deepEqual(taro.backend.messages(), []);
    assert.deepEqual((await taro.load()).pending, []);
  });

test('an address that somebody else has is taken like any other (R13)', async () => {
  const [taro, other] = [person(), person()];
  const { id } = await other.begin(toHome);
  await other.type(id, other.textedCode());
  const { next } = await taro.begin(toHome);
  assert.equal(next.type, 'code');
});

test('another code follows after a growing pause, and the first still counts', async () => {
  const taro = person();
  const { id } = await taro.begin(toHome);
  const first = taro.textedCode();
  assert.deepEqual(await refusal(taro.sendAgain(id)), { code: 'rate_limited', retryAfter: 30_000 });
  taro.pass(seconds(30));
  const again = await taro.sendAgain(id);
  assert.equal(codeStep(again.next).delivery?.resendIn, 60_000);
  assert.notEqual(taro.textedCode(), first);
  assert.equal((await taro.type(id, first)).next.type, 'done');
});

test('going back and on again with the same address sends nothing anew; another one ends the first code', async () => {
  const taro = person();
  const before = await taro.begin(toHome);
  const code = taro.textedCode();
  assert.equal((await taro.begin(toHome)).id, before.id);
  assert.equal(taro.backend.messages().length, 1);
  const after = await taro.begin({ kind: 'email', address: 'hanako@home.example' });
  assert.equal((await refusal(taro.type(before.id, code))).code, 'enrollment_gone');
  assert.equal((await refusal(taro.type(after.id, otherThan(taro.textedCode())))).code, 'invalid_code');
});

test('mails and texts are counted together for the account, and one address by whatever case it is typed in', async () => {
  const taro = new Person({
    requirements: [{ id: 'mail', anyOf: [offer, phoneOffer] }],
    limits: { resendWaits: [0], sendsPerNumber: 2, sendsPerAccount: 3 },
  });
  await taro.begin(toHome);
  await taro.begin({ kind: 'email', address: 'TARO@HOME.example' });
  const third = { kind: 'email', address: 'tARO@home.example' } as const;
  assert.equal((await refusal(taro.begin(third))).code, 'rate_limited');
  await taro.begin(toMobile);
  assert.equal((await refusal(taro.begin({ kind: 'email', address: 'x@home.example' }))).code, 'rate_limited');
});

test('an address is changed by registering another one [F111]', async () => {
  const taro = person();
  for (const address of ['taro@home.example', 'hanako@home.example']) {
    const { id } = await taro.begin({ kind: 'email', address });
    await taro.type(id, taro.textedCode());
    taro.pass(minutes(1));
  }
  assert.deepEqual(
    (await taro.load()).methods.map(({ label }) => label),
    ['h***@home.example'],
  );
});

test('the same address does not stand under two offers', async () => {
  const second = { ...offer, offerId: 'second' };
  const taro = new Person({
    requirements: [
      { id: 'one', anyOf: [offer] },
      { id: 'two', anyOf: [second] },
    ],
  });
  const { id } = await taro.begin(toHome);
  await taro.type(id, taro.textedCode());
  const fault = await refusal(taro.begin({ kind: 'email', offerId: 'second', address: 'taro@HOME.example' }));
  assert.deepEqual(fault, { code: 'invalid_input', field: 'address', reason: 'duplicate' });
});

test('a mail is in the language of the wizard, and holds no link', async () => {
  const taro = person();
  taro.locale = 'ja';
  await taro.begin(toHome);
  const [mail] = taro.backend.messages();
  assert.equal(mail?.subject, 'Contosoの確認コード');
  assert.match(mail.text, /^\d{6}（Contosoの確認コード）10分間有効。/);
  assert.doesNotMatch(mail.text, /:\/\//);
});

test('an organisation whose name breaks the line adds no header', async () => {
  const taro = new Person({
    account: { label: 'mika@contoso.example', organization: 'Contoso\r\nBcc: x@home.example' },
    requirements: [{ id: 'mail', anyOf: [offer] }],
  });
  await taro.begin(toHome);
  assert.equal(taro.backend.messages()[0]?.subject, 'Your Contoso Bcc: x@home.example code');
});
