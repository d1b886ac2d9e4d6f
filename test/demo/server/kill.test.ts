/** A server that is killed in the middle of a passage, and started again: the passage goes on, and nothing happens twice. */
import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { OutgoingMessage } from '../../../demo/server/messages/index.js';
import { createHttpAdapter } from '../../../src/adapters/http/index.js';
import type { SecurityInfoAdapter, WriteOptions } from '../../../src/contract/adapter.js';
import type { Settings } from './killable.js';
import { codeAt, methodIn, refusal, secretIn, seconds, toApp, toMobile } from './person.js';
import { noPostgres, startPostgres } from './postgres.js';

const origin = 'https://login.example';

/** A provider that delivers each message once, and may be slow to say so. */
class Provider {
  readonly handed: OutgoingMessage[] = [];
  readonly delivered = new Map<string, OutgoingMessage>();
  isSlow = false;
  readonly #server = createServer((request, response) => {
    void text(request).then((body) => {
      this.#take(JSON.parse(body) as OutgoingMessage, response);
    });
  });
  #listeners: (() => void)[] = [];

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Settles once so many messages and copies were handed over. */
  async heard(count: number): Promise<void> {
    while (this.handed.length < count) await new Promise<void>((resolve) => this.#listeners.push(resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  forget(): void {
    this.handed.length = 0;
    this.delivered.clear();
  }

  #take(message: OutgoingMessage, response: ServerResponse): void {
    this.handed.push(message);
    if (!this.delivered.has(message.id)) this.delivered.set(message.id, message);
    if (!this.isSlow) response.writeHead(204).end();
    for (const listener of this.#listeners.splice(0)) listener();
  }
}

const postgres = await startPostgres({ durable: true });
const folder = await mkdtemp(path.join(tmpdir(), 'siw-killed-'));
/** Where the server keeps everything, and why that cannot be tried. */
const places: readonly (readonly [name: string, place: Settings['place'], skip: string | false])[] = [
  ['the embedded database', { folder }, false],
  ['Postgres', { url: postgres?.url ?? '' }, noPostgres],
];
const provider = new Provider();
let providerUrl = '';
let running: ChildProcess | undefined;
let ahead = 0;

before(async () => {
  providerUrl = await provider.listen();
});
after(async () => {
  await kill();
  provider.close();
  await postgres?.stop();
  await rm(folder, { recursive: true });
});

async function start(
  place: Settings['place'],
): Promise<SecurityInfoAdapter & Required<Pick<SecurityInfoAdapter, 'get'>>> {
  const settings: Settings = { place, provider: providerUrl, origin, ahead };
  const script = fileURLToPath(new URL('killable.ts', import.meta.url));
  running = fork(script, [JSON.stringify(settings)], { execArgv: ['--import', 'tsx'] });
  const [port] = (await once(running, 'message')) as [number];
  return createHttpAdapter({ baseUrl: `http://127.0.0.1:${String(port)}`, headers: { origin } });
}

async function kill(): Promise<void> {
  const ending = running;
  running = undefined;
  if (ending?.exitCode !== null || ending.signalCode !== null) return;
  ending.kill('SIGKILL');
  await once(ending, 'exit');
}

let keys = 0;
const options = (): WriteOptions => ({
  signal: new AbortController().signal,
  locale: 'en',
  idempotencyKey: `key-${String(keys++)}`,
});

for (const [name, place, skip] of places) {
  test(`${name}: killed between two steps: the same QR, and its code is right`, { skip, timeout: 60_000 }, async () => {
    const before = await start(place);
    const { id, next } = await before.begin(toApp, options());
    await kill();
    assert.equal((await refusal(before.load(options()))).code, 'network');
    const adapter = await start(place);
    assert.deepEqual((await adapter.load(options())).pending, [{ id, kind: 'totp' }]);
    const again = await adapter.begin(toApp, options());
    assert.equal(again.id, id);
    assert.equal(secretIn(again.next), secretIn(next));
    const code = codeAt(secretIn(next), Date.now() + ahead);
    const method = methodIn(await adapter.verify(id, { type: 'code', code }, options()));
    await kill();
    const { methods } = await (await start(place)).load(options());
    assert.deepEqual(
      methods.map((one) => one.id),
      [method],
    );
    await kill();
  });

  test(
    `${name}: killed while sending: the copy has the same id, and is not delivered again`,
    { skip, timeout: 60_000 },
    async () => {
      provider.forget();
      provider.isSlow = true;
      const before = await start(place);
      const wish = options();
      const begun = refusal(before.begin(toMobile, wish));
      await provider.heard(1);
      await kill();
      assert.equal((await begun).code, 'network');

      provider.isSlow = false;
      ahead += seconds(31);
      const adapter = await start(place);
      await provider.heard(2);
      const [first, copy] = provider.handed;
      assert.deepEqual(copy, first);
      assert.equal(provider.delivered.size, 1);

      const { id } = await adapter.begin(toMobile, wish);
      const code = /\d{6}/.exec(first?.text ?? '')?.[0] ?? assert.fail();
      methodIn(await adapter.verify(id, { type: 'code', code }, options()));
      assert.equal((await adapter.get(id, options())).next.type, 'done');
      assert.equal(provider.delivered.size, 1);
      await kill();
    },
  );
}

test(
  'the database is killed: calls fail by name, and go on once it is back',
  { skip: noPostgres, timeout: 60_000 },
  async () => {
    const adapter = await start({ url: postgres?.url ?? '' });
    const before = await adapter.load(options());
    await postgres?.kill();
    assert.equal((await refusal(adapter.load(options()))).code, 'server');
    await postgres?.start();
    const { methods, requirements } = await adapter.load(options());
    assert.deepEqual({ methods, requirements }, { methods: before.methods, requirements: before.requirements });
  },
);
