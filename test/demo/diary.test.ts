/** A run that survives a reload: the new backend knows what the old one knew, and nothing that never arrived. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBackend } from '../../demo/backend.js';
import { Diary } from '../../demo/diary.js';
import { readAccount } from '../../demo/phone/account.js';
import { deviceOf } from '../../demo/phone/device.js';
import { codeAt } from '../../demo/phone/totp.js';
import { scenarios } from '../../demo/scenarios.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import { faultOf } from '../../src/contract/enrollment-error.js';

/** Enough of a browser's storage. */
class Drawer implements Storage {
  [name: string]: unknown;
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  clear(): void {
    this.#items.clear();
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  key(): null {
    return null;
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
}

const quick = { ...scenarios['totp-phone'], waits: [0] };
let keys = 0;
const options = () => ({ locale: 'en', signal: new AbortController().signal, idempotencyKey: String(keys++) });

/** The page, freshly loaded. */
async function pageLoad(
  storage: Storage,
  isOffline = () => false,
): Promise<{ adapter: SecurityInfoAdapter; diary: Diary; messages: () => readonly { text: string }[] }> {
  const diary = Diary.open(storage, 'totp-phone');
  const backend = makeBackend(quick, { organization: 'Nagisa', isOffline, diary });
  await diary.replay(backend.adapter, deviceOf(backend));
  return { adapter: diary.record(backend.adapter, isOffline), diary, messages: () => backend.messages() };
}

async function addressOf(adapter: SecurityInfoAdapter): Promise<string> {
  const { next } = await adapter.begin({ kind: 'totp' }, options());
  assert.ok(next.type === 'code' && next.provision);
  return next.provision.uri;
}

test('after a reload the QR code is the same', async () => {
  const storage = new Drawer();
  const before = await addressOf((await pageLoad(storage)).adapter);
  assert.equal(await addressOf((await pageLoad(storage)).adapter), before);
});

test('what was registered is registered, and what was texted was texted', async () => {
  const storage = new Drawer();
  const first = await pageLoad(storage);
  const { id, next } = await first.adapter.begin({ kind: 'totp' }, options());
  assert.ok(next.type === 'code' && next.provision);
  const account = readAccount(next.provision.uri);
  assert.ok(account);
  await first.adapter.verify(id, { type: 'code', code: await codeAt(account, Date.now()) }, options());
  await first.adapter.begin({ kind: 'phone', number: '+819012345678', channel: 'sms' }, options());

  const second = await pageLoad(storage);
  const { methods, pending } = await second.adapter.load(options());
  assert.deepEqual([methods.map(({ kind }) => kind), pending.map(({ kind }) => kind)], [['totp'], ['phone']]);
  assert.deepEqual(second.messages(), first.messages());
});

test('a call that went nowhere is not made again', async () => {
  const storage = new Drawer();
  const { adapter } = await pageLoad(storage, () => true);
  await assert.rejects(adapter.begin({ kind: 'totp' }, options()), (error) => faultOf(error)?.code === 'network');
  assert.deepEqual((await (await pageLoad(storage)).adapter.load(options())).pending, []);
});

test('the person is still signed in, and the phone knows what its camera saw', async () => {
  const storage = new Drawer();
  const { diary } = await pageLoad(storage);
  diary.sign(true);
  diary.see('otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ');
  diary.see('otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ');
  const { diary: later } = await pageLoad(storage);
  assert.equal(later.signedIn, true);
  assert.deepEqual(later.seen, ['otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ']);
});

test('another scenario, and a diary that was burnt, start from nothing', async () => {
  const storage = new Drawer();
  (await pageLoad(storage)).diary.sign(true);
  assert.equal(Diary.open(storage, 'choose').signedIn, false);
  Diary.burn(storage);
  assert.equal(Diary.open(storage, 'totp-phone').signedIn, false);
});
