/** Authenticator apps: the secret, the window of codes, and everything odd that people type. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { base32, codeAt, codeStep, minutes, otherThan, Person, refusal, seconds, secretIn, toApp } from './person.js';

test('the authenticator of these tests shows the codes of RFC 6238, appendix B', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const vectors = {
    59: '287082',
    1111111109: '081804',
    1111111111: '050471',
    1234567890: '005924',
    2000000000: '279037',
  };
  for (const [time, code] of Object.entries(vectors)) assert.equal(codeAt(secret, seconds(Number(time))), code);
});

test('an app is told what to show, by QR, by hand and by link', async () => {
  const { next, expiresIn, kind } = await new Person().begin(toApp);
  const { provision, ...step } = codeStep(next);
  const secret = secretIn(next);
  assert.deepEqual(step, { type: 'code', length: 6, alphabet: 'digits', attemptsLeft: 10 });
  assert.deepEqual(provision?.manual, [
    { name: 'account', value: 'Contoso:mika@contoso.example' },
    { name: 'secret', value: secret },
  ]);
  assert.equal(provision.uri, `otpauth://totp/Contoso:mika%40contoso.example?secret=${secret}&issuer=Contoso`);
  assert.equal(provision.deepLink, provision.uri);
  assert.deepEqual({ kind, expiresIn }, { kind: 'totp', expiresIn: minutes(30) });
});

test('secrets have 160 bits, in upper case, unpadded, and no two are alike', async () => {
  const secrets = new Set<string>();
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  for (let i = 0; i < 200; i++) {
    const secret = secretIn((await new Person({ random }).begin(toApp)).next);
    assert.match(secret, /^[A-Z2-7]{32}$/);
    assert.equal(base32(secret).length, 20);
    secrets.add(secret);
  }
  assert.equal(secrets.size, 200);
});

test('the secret comes from the given randomness', async () => {
  const person = new Person({ random: (length) => new Uint8Array(length).fill(0xff) });
  assert.equal(secretIn((await person.begin(toApp)).next), '7'.repeat(32));
});

for (const [steps, reason] of [
  [-21, 'mismatch'],
  [-20, 'clock_skew'],
  [-2, 'clock_skew'],
  [-1, undefined],
  [0, undefined],
  [1, undefined],
  [2, 'clock_skew'],
  [20, 'clock_skew'],
  [21, 'mismatch'],
] as const) {
  test(`a code ${steps} steps away is ${reason ?? 'accepted'}`, async () => {
    const person = new Person();
    const { id, next } = await person.begin(toApp);
    const answer = person.type(id, codeAt(secretIn(next), person.clock.at + steps * seconds(30)));
    if (reason === undefined) assert.equal((await answer).next.type, 'done');
    else assert.deepEqual(await refusal(answer), { code: 'invalid_code', reason, attemptsLeft: 9 });
  });
}

test('the code that registered an app does not count a second time', async () => {
  const person = new Person();
  const { id, next } = await person.begin(toApp);
  const code = codeAt(secretIn(next), person.clock.at);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => person.type(id, code)));
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
  assert.deepEqual(await refusal(person.type(id, code)), { code: 'invalid_code', reason: 'replayed' });
  assert.equal((await person.load()).methods.length, 1);
});

test('an earlier code than the one that registered an app counts no more, a later one comes too late', async () => {
  const person = new Person();
  const { id, next } = await person.begin(toApp);
  const codeIn = (steps: number): string => codeAt(secretIn(next), person.clock.at + seconds(30 * steps));
  await person.type(id, codeIn(0));
  assert.deepEqual(await refusal(person.type(id, codeIn(-1))), { code: 'invalid_code', reason: 'replayed' });
  assert.deepEqual(await refusal(person.type(id, codeIn(1))), { code: 'enrollment_gone', reason: 'superseded' });
  assert.deepEqual(await refusal(person.type(id, 'later')), { code: 'enrollment_gone', reason: 'superseded' });
});

test('a code is read through spaces, full-width digits and digits of other scripts', async () => {
  const disguises: ((code: string) => string)[] = [
    (code) => ` ${code.slice(0, 3)} ${code.slice(3)} `,
    (code) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    (code) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
    (code) => `Your code is ${code}.`,
  ];
  for (const disguise of disguises) {
    const person = new Person();
    const { id, next } = await person.begin(toApp);
    assert.equal((await person.type(id, disguise(codeAt(secretIn(next), person.clock.at)))).next.type, 'done');
  }
});

test('what cannot be a code is refused as such, and is not counted', async () => {
  const person = new Person();
  const { id } = await person.begin(toApp);
  for (const typed of ['', '12345', '1234567', 'abcdef', '12a456', '１２３４５', '🦊🦊🦊🦊🦊🦊', '123456 654321']) {
    assert.deepEqual(await refusal(person.type(id, typed)), { code: 'invalid_code', reason: 'format' });
  }
  const foreign = { type: 'code', code: 123456 } as unknown as { type: 'code'; code: string };
  const answer = person.adapter.verify(id, foreign, person.options());
  assert.deepEqual(await refusal(answer), { code: 'invalid_code', reason: 'format' });
  assert.equal(codeStep((await person.get(id)).next).attemptsLeft, 10);
});

test('nothing that is typed gets anything but a typed refusal', async () => {
  const person = new Person({ limits: { triesPerAccount: Infinity, triesPerEnrollment: Infinity, waits: [] } });
  const { id } = await person.begin(toApp);
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789 ') }));
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const { code } = await refusal(person.type(id, text));
      assert.equal(code, 'invalid_code');
    }),
    { numRuns: 300 },
  );
});

test('an app is called what the person calls it, or what the organisation does, or an authenticator app', async () => {
  const named = new Person();
  await named.registerApp({ ...toApp, label: 'Pixel 9' });
  assert.equal((await named.load()).methods[0]?.label, 'Pixel 9');

  const offered = { kind: 'totp', usage: ['sign-in'], displayName: 'Contoso Keys' } as const;
  const organised = new Person({ requirements: [{ id: 'app', anyOf: [offered] }] });
  await organised.registerApp();
  assert.equal((await organised.load()).methods[0]?.label, 'Contoso Keys');

  const plain = new Person();
  await plain.registerApp();
  plain.locale = 'ja-JP';
  await plain.registerApp();
  assert.deepEqual(
    (await plain.load()).methods.map(({ label }) => label),
    ['Authenticator app', '認証アプリ'],
  );
});

test('the name given last is the one that stays', async () => {
  const person = new Person();
  await person.begin({ ...toApp, label: 'Old phone' });
  const { id, next } = await person.begin({ ...toApp, label: 'New phone' });
  await person.begin(toApp);
  await person.type(id, codeAt(secretIn(next), person.clock.at));
  assert.equal((await person.load()).methods[0]?.label, 'New phone');
});

test('there is nothing to send again', async () => {
  const person = new Person();
  const { id } = await person.begin(toApp);
  assert.deepEqual(await refusal(person.sendAgain(id)), { code: 'unsupported' });
});

test('an enrolment stands for half an hour, however often it is looked at', async () => {
  const person = new Person();
  const { id, next } = await person.begin(toApp);
  person.pass(minutes(30) - 1);
  assert.equal((await person.get(id)).expiresIn, 1);
  person.pass(1);
  const code = codeAt(secretIn(next), person.clock.at);
  assert.deepEqual(await refusal(person.type(id, code)), { code: 'enrollment_gone', reason: 'expired' });
  assert.deepEqual((await person.load()).pending, []);
  const again = await person.begin(toApp);
  assert.notEqual(secretIn(again.next), secretIn(next));
});

test('an app may be registered five times, and not once more', async () => {
  const person = new Person();
  for (let i = 0; i < 5; i++) await person.registerApp();
  assert.deepEqual(await refusal(person.begin(toApp)), { code: 'limit_reached', max: 5 });
  assert.equal((await person.load()).methods.length, 5);
});

test('a wrong code leaves the secret as it is', async () => {
  const person = new Person();
  const { id, next } = await person.begin(toApp);
  const right = [-1, 0, 1].map((step) => codeAt(secretIn(next), person.clock.at + step * seconds(30)));
  await refusal(person.type(id, otherThan(...right)));
  assert.equal(secretIn((await person.begin(toApp)).next), secretIn(next));
});
