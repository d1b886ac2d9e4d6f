/** Law 6 of the runtime: what a backend may ask for before it obeys is asked beside the page, and the call repeated once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import { asksForCode, done, verify, wait } from './puppet.js';
import { infoOf, requirement, Stage, type StageOptions } from './stage.js';

const password: EnrollmentFault = { code: 'reauth_required', how: { kind: 'password' } };
const host: EnrollmentFault = { code: 'reauth_required', how: { kind: 'host' } };
const human: EnrollmentFault = { code: 'human_check_required', provider: 'puzzle' };
const redirect = (url: string): EnrollmentFault => ({ code: 'reauth_required', how: { kind: 'redirect', url } });

/** A method whose `verify` was refused with this. */
async function refused(fault: EnrollmentFault, options: StageOptions = {}): Promise<Stage> {
  const stage = await Stage.enrolled(asksForCode, options);
  await stage.tell({ effects: [verify] });
  await stage.refuse('verify', fault);
  return stage;
}

function assertRepeatedOnce(stage: Stage): void {
  const [first, second, ...more] = stage.backend.calls('verify');
  assert.equal(second?.idempotencyKey, first?.idempotencyKey, 'with the same key');
  assert.deepEqual(second?.args, first?.args);
  assert.deepEqual(more, []);
}

test('a password that is asked for is handed in, and the refused call repeated', async () => {
  const stage = await refused(password);
  assert.deepEqual(stage.run.asked?.what, { kind: 'password', busy: false, problem: undefined });
  await stage.answer({ type: 'password', password: 'open sesame' });
  assert.deepEqual(stage.run.asked?.what, { kind: 'password', busy: true, problem: undefined });
  const call = stage.backend.open('reauthenticate');
  assert.deepEqual(call.args, [{ password: 'open sesame' }]);
  assert.notEqual(call.idempotencyKey, stage.backend.calls('verify')[0]?.idempotencyKey, 'it is a wish of its own');
  await stage.reply('reauthenticate', undefined);
  assert.equal(stage.asked, undefined);
  assertRepeatedOnce(stage);
  await stage.reply('verify', done());
  assert.deepEqual(stage.heard, ['code', 'done'], 'the method knows nothing of it');
});

test('a wrong password is asked for again, with the reason, as often as it takes', async () => {
  const stage = await refused(password);
  const wrong: EnrollmentFault = { code: 'invalid_input', field: 'password', reason: 'mismatch' };
  for (let n = 0; n < 3; n++) {
    await stage.answer({ type: 'password', password: 'guess' });
    await stage.refuse('reauthenticate', wrong);
    assert.deepEqual(stage.run.asked?.what, { kind: 'password', busy: false, problem: wrong });
  }
  assert.equal(stage.backend.count('verify'), 1);
  const keys = stage.backend.calls('reauthenticate').map(({ idempotencyKey }) => idempotencyKey);
  assert.equal(new Set(keys).size, 3, 'each guess is a wish of its own');
});

test('an empty password is not worth a call', async () => {
  const stage = await refused(password);
  await stage.answer({ type: 'password', password: '' });
  assert.deepEqual(stage.run.asked?.what, { kind: 'password', busy: false, problem: 'empty' });
  assert.equal(stage.backend.count('reauthenticate'), 0);
});

test('whoever does not want to prove themselves again finds the page as it was', async () => {
  const stage = await refused(password);
  await stage.answer({ type: 'withdrawn' });
  assert.deepEqual([stage.heard, stage.asked], [['code', 'verify withdrawn'], undefined]);
  assert.equal(stage.backend.count('verify'), 1);
});

test('a session that is over when the password is handed in is trouble', async () => {
  const stage = await refused(password);
  await stage.answer({ type: 'password', password: 'open sesame' });
  await stage.refuse('reauthenticate', { code: 'session_expired' });
  assert.equal(stage.phase, 'trouble');
});

for (const lack of ['left out', 'told by load'] as const)
  test(`where the backend takes no password, the host is asked to prove who it is (reauthenticate ${lack})`, async () => {
    const stage = await refused(
      password,
      lack === 'left out'
        ? { without: ['reauthenticate'] }
        : { info: infoOf([requirement()], { absent: ['reauthenticate'] }) },
    );
    assert.deepEqual(stage.run.asked?.what, { kind: 'host' });
  });

test('what the host proves leads to the same call again', async () => {
  const stage = await refused(host);
  assert.deepEqual(stage.run.asked?.what, { kind: 'host' });
  await stage.answer({ type: 'again' });
  assertRepeatedOnce(stage);
});

test('a redirect names its address', async () => {
  const stage = await refused(redirect('https://sign-in.example/again'));
  assert.deepEqual(stage.run.asked?.what, { kind: 'redirect', url: 'https://sign-in.example/again' });
});

test('a redirect to anything but https is refused as a failure of the backend', async () => {
  for (const url of ['http://sign-in.example', 'javascript:alert(1)', 'data:text/html,x', '//sign-in.example', '']) {
    const stage = await refused(redirect(url));
    assert.deepEqual([stage.asked, stage.heard], [undefined, ['code', 'verify refused server']], url);
  }
});

test('the token of a human check goes out with the repeated call, and with no other', async () => {
  const stage = await refused(human);
  assert.deepEqual(stage.run.asked?.what, { kind: 'human-check', provider: 'puzzle' });
  await stage.answer({ type: 'again', humanCheck: 'token-1' });
  assertRepeatedOnce(stage);
  assert.deepEqual(
    stage.backend.calls('verify').map(({ humanCheck }) => humanCheck),
    [undefined, 'token-1'],
  );
  await stage.refuse('verify', { code: 'invalid_code' });
  await stage.tell({ effects: [verify] });
  assert.equal(stage.backend.open('verify').humanCheck, undefined);
});

test('the token is kept when the repeated call is lost and tried again', async () => {
  const stage = await refused(human, { without: ['get'] });
  await stage.answer({ type: 'again', humanCheck: 'token-1' });
  await stage.refuse('verify', { code: 'network' });
  await stage.answer({ type: 'again' });
  assert.equal(stage.backend.open('verify').humanCheck, 'token-1');
});

for (const fault of [password, host, human])
  test(`a backend that asks for the same again is not obeyed twice (${JSON.stringify(fault)})`, async () => {
    const stage = await refused(fault, { without: ['reauthenticate'] });
    await stage.answer({ type: 'again', humanCheck: 'token-1' });
    await stage.refuse('verify', fault);
    assert.deepEqual([stage.asked, stage.heard], [undefined, ['code', 'verify refused server']]);
  });

test('what is refused for that reason can still be found by the help desk', async () => {
  const stage = await refused(host);
  await stage.answer({ type: 'again' });
  await stage.refuse('verify', { ...host, traceId: 'trace-1' });
  const { heard } = stage.run.tour?.visit?.state as unknown as {
    readonly heard: readonly { fault?: EnrollmentFault }[];
  };
  assert.equal(heard.at(-1)?.fault?.traceId, 'trace-1');
});

test('a backend that asks for something else next is obeyed', async () => {
  const stage = await refused(host);
  await stage.answer({ type: 'again' });
  await stage.refuse('verify', human);
  assert.equal(stage.asked, 'human-check');
});

test('load is repeated after a step-up as well', async () => {
  const stage = new Stage();
  stage.run.send({ type: 'started' });
  await stage.pass(0);
  await stage.refuse('load', host);
  assert.equal(stage.asked, 'host');
  await stage.answer({ type: 'again' });
  await stage.reply('load', stage.info);
  assert.equal(stage.phase, 'method');
});

test('a load that is given up at a step-up is trouble with a way to try again', async () => {
  const stage = new Stage();
  stage.run.send({ type: 'started' });
  await stage.pass(0);
  await stage.refuse('load', password);
  await stage.answer({ type: 'withdrawn' });
  assert.equal(stage.phase, 'trouble');
  await stage.send({ type: 'retry-asked' });
  assert.equal(stage.backend.count('load'), 2);
});

test('a step-up while waiting in the background is asked for, and the waiting goes on', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  await stage.refuse('get', host);
  assert.equal(stage.asked, 'host');
  await stage.answer({ type: 'again' });
  await stage.reply('get', asksForCode);
  assert.deepEqual(stage.heard, ['wait', 'code']);
});

test('a step-up for the shell’s own call leaves the page as it was when it is given up', async () => {
  const stage = await Stage.open({ prompt: true });
  await stage.send({ type: 'put-off-asked' });
  await stage.refuse('skip', human);
  await stage.answer({ type: 'withdrawn' });
  assert.ok(stage.run.state.phase === 'prompt');
  assert.equal(stage.run.state.puttingOff, undefined);
});

test('an answer that nobody waits for does nothing', async () => {
  const stage = await Stage.enrolled();
  await stage.answer({ type: 'again' });
  await stage.answer({ type: 'password', password: 'open sesame' });
  assert.deepEqual(stage.backend.allOpen, []);
});

test('two calls that both need something are asked about one after the other, and neither is lost', async () => {
  const stage = await Stage.enrolled(wait());
  await stage.pass(2_000);
  await stage.send({ type: 'put-off-asked' });
  await stage.refuse('get', host);
  await stage.refuse('skip', human);
  await stage.answer({ type: 'again', humanCheck: 'token-1' });
  assert.notEqual(stage.asked, undefined, 'the other is still waiting');
  await stage.answer({ type: 'again', humanCheck: 'token-1' });
  assert.deepEqual([stage.backend.count('get'), stage.backend.count('skip')], [2, 2]);
});
