/** Pairing as a person meets it: whatever holds the code is taken, each obstacle is named, and the key stays here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairingCode } from '../../../demo/authenticator/pairing-code.js';
import { addresses, fromBase64url, toBase64url } from '../../../demo/authenticator/protocol.js';
import { bench, code, hana } from './bench.js';

const phone = { deviceId: 'device-1', ...hana };

for (const [what, text] of [
  ['a link of the memory backend', `https://pair.nagisa.example/add#${code}`],
  ['a link of the app', `http://localhost:4173/authenticator/#${code}`],
  ['a typed code in groups', 'abcd-efgh-ijkl-mn27'],
  ['a pasted code with spaces and a line break', ' ABCD EFGH IJKL MN27\n'],
  ['a full-width code of a Japanese keyboard', 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮ２７'],
] as const) {
  test(`${what} adds the account`, async () => {
    const { device } = bench();
    assert.deepEqual(await device.pair(text), { outcome: 'paired', account: phone });
    assert.deepEqual(await device.accounts(), [phone]);
  });
}

test('what cannot be a code is refused without asking the server', async () => {
  const { device, sent } = bench();
  for (const text of ['', 'ABCD', `${code}A`, 'otpauth://totp/a?secret=ABCDEFGHIJKLMN27', 'ABCDEFGHIJKLMN01']) {
    assert.deepEqual(await device.pair(text), { outcome: 'not-a-code' }, text);
  }
  assert.equal(sent.length, 0);
});

test('a link without a code is none, even when its address is sixteen letters long', () => {
  assert.equal(pairingCode('https://pair.example/add'), undefined);
  assert.equal(pairingCode('https://pair.example/add#'), undefined);
});

test('an unknown, a used and an expired code are told apart', async () => {
  const { device, service } = bench();
  service.codes.set('EXPIREDEXPIREDEX', 'expired');
  assert.equal((await device.pair('UNKNOWNUNKNOWNUN')).outcome, 'unknown');
  assert.equal((await device.pair('EXPIREDEXPIREDEX')).outcome, 'expired');
  assert.equal((await device.pair(code)).outcome, 'paired');
  assert.equal((await device.pair(code)).outcome, 'used');
});

test('the statuses of the three obstacles are 404, 409 and 410', async () => {
  const { device, service, sent, post } = bench();
  await device.pair(code);
  const { body } = sent[0]!;
  const statuses = [];
  for (const state of [undefined, 'used', 'expired'] as const) {
    if (state) service.codes.set(code, state);
    else service.codes.delete(code);
    const response = await post(addresses.pairings, body);
    statuses.push([response.status, await response.json()]);
  }
  assert.deepEqual(statuses, [
    [404, { problem: 'unknown' }],
    [409, { problem: 'used' }],
    [410, { problem: 'expired' }],
  ]);
});

test('a code is not spent where no key can be kept', async () => {
  const { device, keys, service } = bench();
  keys.locked = true;
  assert.deepEqual(await device.pair(code), { outcome: 'no-storage' });
  assert.deepEqual(service.codes.get(code), hana);
});

test('without a connection the code can be tried again', async () => {
  const { device, line } = bench();
  line.down = true;
  assert.deepEqual(await device.pair(code), { outcome: 'unreachable' });
  line.down = false;
  assert.equal((await device.pair(code)).outcome, 'paired');
});

test('the private key can neither be read out nor does it travel', async () => {
  const { device, keys, sent, service } = bench();
  await device.pair(code);
  const { key } = keys.kept[0]!;
  assert.equal(key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('jwk', key));
  assert.deepEqual(Object.keys(sent[0]!.body['publicKey'] as object).sort(), ['crv', 'kty', 'x', 'y']);
  assert.deepEqual(service.names, ['Test phone']);
});

test('two accounts stand side by side with a key each, and one can be removed', async () => {
  const { device, service, keys } = bench();
  service.codes.set('SECONDSECONDSECO', { label: 'depot@nagisa-tram.example' });
  await device.pair(code);
  await device.pair('SECONDSECONDSECO');
  assert.deepEqual(
    (await device.accounts()).map(({ label }) => label),
    [hana.label, 'depot@nagisa-tram.example'],
  );
  assert.notEqual(keys.kept[0]!.key, keys.kept[1]!.key);
  await device.remove('device-1');
  assert.deepEqual(await device.accounts(), [{ deviceId: 'device-2', label: 'depot@nagisa-tram.example' }]);
});

test('a key that is private, of another curve or off the curve is refused, and the code stays', async () => {
  const { device, service, sent, post } = bench();
  await device.pair(code);
  service.codes.set(code, hana);
  const { body } = sent[0]!;
  const publicKey = body['publicKey'] as { x: string };
  for (const [change, status] of [
    [{ d: publicKey.x }, 400],
    [{ d: '' }, 400],
    [{ crv: 'P-384' }, 400],
    [{ kty: 'RSA' }, 400],
    [{ x: publicKey.x.slice(1) }, 400],
    [{ x: 'A'.repeat(43) }, 403],
  ] as const) {
    const response = await post(addresses.pairings, { ...body, publicKey: { ...publicKey, ...change } });
    assert.equal(response.status, status, JSON.stringify(change));
  }
  assert.deepEqual(service.codes.get(code), hana);
});

test('another code, name or key under the same signature is refused, and the code stays', async () => {
  const { device, service, sent, post } = bench();
  await device.pair(code);
  service.codes.set(code, hana);
  service.codes.set('SECONDSECONDSECO', hana);
  await device.pair('SECONDSECONDSECO');
  service.codes.set('SECONDSECONDSECO', hana);
  const [first, second] = sent.map(({ body }) => body);
  for (const change of [
    { code: second!['code'] },
    { name: 'Another' },
    { publicKey: second!['publicKey'] },
    { signature: second!['signature'] },
  ]) {
    const response = await post(addresses.pairings, { ...first, ...change });
    assert.deepEqual([response.status, await response.json()], [403, { problem: 'refused' }]);
  }
  assert.equal(service.devices.size, 2);
});

test('base 64 for addresses is that of Node', () => {
  for (let length = 0; length < 70; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 89 + length * 7) & 0xff);
    assert.equal(toBase64url(bytes), Buffer.from(bytes).toString('base64url'));
    assert.deepEqual(fromBase64url(toBase64url(bytes)), bytes);
  }
  assert.equal(fromBase64url('a'), undefined);
  assert.equal(fromBase64url('a+/='), undefined);
});
