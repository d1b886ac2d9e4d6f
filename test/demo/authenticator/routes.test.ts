/** The routes' own manners: JSON and POST only, small, never kept by a cache, and silent about what broke. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses } from '../../../demo/authenticator/protocol.js';
import { authenticatorRoutes } from '../../../demo/server/authenticator/routes.js';
import { bench, code, MemoryService } from './bench.js';

const all = [addresses.pairings, addresses.requests, addresses.answer('r1')];

test('every answer is kept by no cache, the refusals too', async () => {
  const { post, sent, device } = bench();
  await device.pair(code);
  await device.requests();
  const { address, body } = sent.at(-1)!;
  for (const response of [await post(address, body), ...(await Promise.all(all.map((each) => post(each, {}))))]) {
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/);
  }
});

test('anything but JSON is refused as such', async () => {
  const { post } = bench();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    for (const address of all) {
      const response = await post(address, '{}', { 'Content-Type': type });
      assert.deepEqual([response.status, await response.json()], [415, { problem: 'not-json' }]);
    }
  }
});

test('what is no message is malformed', async () => {
  const { post } = bench();
  for (const body of ['', '{', 'null', '[]', '"text"', '{}', '{"__proto__":{"deviceId":"a"}}']) {
    for (const address of all) {
      const response = await post(address, body);
      assert.deepEqual([response.status, await response.json()], [400, { problem: 'malformed' }], body);
    }
  }
});

test('a field that is too long, or of another type, makes the message malformed', async () => {
  const { post, sent, device } = bench();
  await device.pair(code);
  await device.requests();
  const [pairing, requests] = sent;
  for (const [message, change] of [
    [pairing, { name: 'n'.repeat(81) }],
    [pairing, { name: 'two\nlines' }],
    [pairing, { name: '' }],
    [pairing, { code: code.toLowerCase() }],
    [pairing, { publicKey: null }],
    [requests, { at: String(requests!.body['at']) }],
    [requests, { at: 1.5 }],
    [requests, { deviceId: 'd'.repeat(129) }],
    [requests, { deviceId: ['device-1'] }],
    [requests, { signature: '' }],
  ] as const) {
    const response = await post(message!.address, { ...message!.body, ...change });
    assert.equal(response.status, 400, JSON.stringify(change));
  }
});

test('a body of more than four kilobytes is not read', async () => {
  const { post } = bench();
  const response = await post(addresses.requests, { deviceId: 'd'.repeat(5000) });
  assert.deepEqual([response.status, await response.json()], [413, { problem: 'too-large' }]);
});

test('other methods find nothing', async () => {
  const routes = authenticatorRoutes(new MemoryService());
  for (const method of ['GET', 'PUT', 'DELETE']) {
    for (const address of all) assert.equal((await routes.request(address, { method })).status, 404);
  }
});

test('what breaks behind the routes is not told', async () => {
  const { post, sent, device, service } = bench();
  await device.pair(code);
  await device.requests();
  service.breaks = true;
  for (const { address, body } of sent) {
    const response = await post(address, body);
    assert.deepEqual([response.status, await response.text()], [500, '{"problem":"server"}']);
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
  }
  assert.equal((await device.requests()).problem, 'unreachable');
});
