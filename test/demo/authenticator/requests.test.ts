/** Requests as a person answers them, and as somebody else tries to: only the paired device decides, and only once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, signed, toBase64url, type AnswerOutcome } from '../../../demo/authenticator/protocol.js';
import { signatureOf } from '../../../demo/authenticator/post.js';
import { bench, code, hana, type Bench } from './bench.js';

async function paired(): Promise<Bench> {
  const made = bench();
  await made.device.pair(code);
  return made;
}

/** Paired, asked for 42, listed; and the answer that the device would send, for others to play with. */
async function asked() {
  const made = await paired();
  made.ask('r1', '42');
  await made.device.requests();
  const { key, deviceId } = made.keys.kept[0]!;
  const sign = async (number: string | undefined, nonce = 'nonce-r1', id = 'r1') => {
    const message = { deviceId, decision: 'approve' as const, ...(number !== undefined && { number }) };
    return { ...message, signature: await signatureOf(key, signed.answer({ ...message, id, nonce })) };
  };
  return { ...made, sign, deviceId };
}

async function outcome(response: Response): Promise<[number, AnswerOutcome]> {
  const body = (await response.json()) as { outcome?: AnswerOutcome; problem?: AnswerOutcome };
  return [response.status, (body.outcome ?? body.problem)!];
}

test('a request names the app and the account, and never the number', async () => {
  const { device, ask, clocks, deviceId, post, sent } = { ...(await paired()), deviceId: 'device-1' };
  ask('r1', '42');
  const { requests, problem } = await device.requests();
  assert.equal(problem, undefined);
  assert.deepEqual(requests, [
    {
      id: 'r1',
      app: 'Staff entrance',
      nonce: 'nonce-r1',
      at: clocks.server,
      account: { deviceId, ...hana },
      until: clocks.device + 120_000,
    },
  ]);
  const wire = await (await post(addresses.requests, sent.at(-1)!.body)).text();
  assert.doesNotMatch(wire, /42|number/);
});

test('the right number approves, and ends the request', async () => {
  const { device, service } = await asked();
  assert.equal(await device.approve('r1', '42'), 'approved');
  assert.deepEqual(service.decisions, [['r1', 'approve', '42']]);
  assert.deepEqual((await device.requests()).requests, []);
});

test('no, it is not me: denied, without a number', async () => {
  const { device, service } = await asked();
  assert.equal(await device.deny('r1'), 'denied');
  assert.deepEqual(service.decisions, [['r1', 'deny']]);
});

test('a wrong number says so; where the request stays open the right one still works', async () => {
  const { device } = await asked();
  assert.equal(await device.approve('r1', '24'), 'wrong-number');
  await device.requests();
  assert.equal(await device.approve('r1', '42'), 'approved');
});

test('an approval without a number, and one with an empty number, are a wrong number', async () => {
  const { post, sign, service } = await asked();
  assert.deepEqual(await outcome(await post(addresses.answer('r1'), await sign(undefined))), [200, 'wrong-number']);
  const empty = await sign('', 'nonce-r1+');
  assert.deepEqual(await outcome(await post(addresses.answer('r1'), empty)), [200, 'wrong-number']);
  assert.deepEqual(service.decisions, [
    ['r1', 'approve', ''],
    ['r1', 'approve', ''],
  ]);
});

test('a request that nobody listed, or that is over, is over', async () => {
  const { device, service } = await asked();
  assert.equal(await device.approve('r2', '42'), 'over');
  service.open.clear();
  assert.equal(await device.approve('r1', '42'), 'over');
});

test('an answer that is sent again decides nothing', async () => {
  const { device, post, sent, service } = await asked();
  await device.approve('r1', '42');
  const { address, body } = sent.at(-1)!;
  assert.deepEqual(await outcome(await post(address, body)), [200, 'over']);
  // Not even for a new request under the same id.
  service.open.set('r1', { app: 'A', number: '42', nonce: 'fresh', deviceId: 'device-1', at: 0 });
  assert.deepEqual(await outcome(await post(address, body)), [403, 'refused']);
  assert.equal(service.decisions.length, 1);
});

test('a wrong number that is sent again costs no second try', async () => {
  const { device, post, sent, service } = await asked();
  await device.approve('r1', '24');
  const { address, body } = sent.at(-1)!;
  assert.deepEqual(await outcome(await post(address, body)), [403, 'refused']);
  assert.equal(service.decisions.length, 1);
});

test('an answer with any field changed is refused and reaches nobody', async () => {
  const { post, sign, service, ask } = await asked();
  ask('r2', '42');
  const good = await sign('24');
  const first = good.signature.startsWith('A') ? 'B' : 'A';
  for (const [id, change] of [
    ['r1', { number: '42' }],
    ['r1', { number: undefined }],
    ['r1', { decision: 'deny' }],
    ['r2', {}],
    ['r1', { signature: first + good.signature.slice(1) }],
    ['r1', { deviceId: 'device-9' }],
  ] as const) {
    assert.deepEqual(
      await outcome(await post(addresses.answer(id), { ...good, ...change })),
      [403, 'refused'],
      JSON.stringify([id, change]),
    );
  }
  assert.deepEqual(service.decisions, []);
});

test('the key of another device answers for that device alone', async () => {
  const { service, device, keys, post, ask } = await paired();
  ask('r1', '42');
  service.codes.set('SECONDSECONDSECO', { label: 'somebody else' });
  await device.pair('SECONDSECONDSECO');
  const other = keys.kept[1]!;
  const message = { deviceId: 'device-1', decision: 'approve' as const, number: '42' };
  const bytes = signed.answer({ ...message, id: 'r1', nonce: 'nonce-r1' });
  const forged = { ...message, signature: await signatureOf(other.key, bytes) };
  assert.deepEqual(await outcome(await post(addresses.answer('r1'), forged)), [403, 'refused']);
  // In its own name it is told of nothing that belongs to the first.
  const own = { ...message, deviceId: other.deviceId };
  const signature = await signatureOf(other.key, signed.answer({ ...own, id: 'r1', nonce: 'nonce-r1' }));
  assert.deepEqual(await outcome(await post(addresses.answer('r1'), { ...own, signature })), [200, 'over']);
  assert.deepEqual(service.decisions, []);
});

test('a signature for one purpose is worth nothing for another', async () => {
  const { keys, post, clocks } = await paired();
  const { key, deviceId } = keys.kept[0]!;
  const bytes = new TextEncoder().encode(`nagisa-pass answer 1\n${deviceId}\n${clocks.server}`);
  const message = { deviceId, at: clocks.server, signature: await signatureOf(key, bytes) };
  assert.equal((await post(addresses.requests, message)).status, 403);
});

test('a field with a line break is not signed', () => {
  assert.throws(() => signed.answer({ deviceId: 'd', id: 'a\nb', nonce: 'n', decision: 'deny' }));
});

test('the list is refused five minutes off, either way, and the device learns that its clock is wrong', async () => {
  const { device, clocks } = await paired();
  for (const [off, problem] of [
    [0, undefined],
    [300_000, undefined],
    [-300_000, undefined],
    [300_001, 'stale'],
    [-300_001, 'stale'],
  ] as const) {
    clocks.device = clocks.server + off;
    assert.equal((await device.requests()).problem, problem, String(off));
  }
});

test('a list that was asked for is not given again ten minutes later', async () => {
  const { device, clocks, post, sent } = await paired();
  await device.requests();
  clocks.server += 600_000;
  const response = await post(addresses.requests, sent.at(-1)!.body);
  assert.deepEqual([response.status, await response.json()], [403, { problem: 'stale' }]);
});

test('the countdown is right on a phone whose clock is three minutes late', async () => {
  const { device, clocks, ask } = await paired();
  clocks.device -= 180_000;
  ask('r1', '42');
  clocks.server += 20_000;
  clocks.device += 20_000;
  assert.equal((await device.requests()).requests[0]!.until - clocks.device, 100_000);
});

test('without a connection an open request stays on show until its time is up', async () => {
  const { device, clocks, line } = await asked();
  line.down = true;
  const cut = await device.requests();
  assert.deepEqual([cut.problem, cut.requests.length], ['unreachable', 1]);
  assert.equal(await device.approve('r1', '42'), 'unreachable');
  clocks.device += 120_000;
  assert.deepEqual((await device.requests()).requests, []);
});

test('an account that the server has forgotten is named, and its requests go', async () => {
  const { device, service } = await asked();
  service.devices.clear();
  const { gone, requests, problem } = await device.requests();
  assert.deepEqual([gone.map(({ label }) => label), requests, problem], [[hana.label], [], undefined]);
  assert.equal(await device.approve('r1', '42'), 'over');
});

test('a device and a signature that are not there look the same to a stranger', async () => {
  const { post, clocks } = await paired();
  const signature = toBase64url(new Uint8Array(64));
  const bodies = await Promise.all(
    ['device-1', 'device-2'].map(async (deviceId) => {
      const response = await post(addresses.requests, { deviceId, at: clocks.server, signature });
      return [response.status, await response.text()];
    }),
  );
  assert.deepEqual(bodies[0], bodies[1]);
});
