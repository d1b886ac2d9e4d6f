/** The handler on Hono, on Express 5 and on plain Node: over a real connection each answers as the others do. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { getRequestListener, serve } from '@hono/node-server';
import express from 'express';
import { Hono } from 'hono';
import { createHttpAdapter } from '../../src/adapters/http/index.js';
import type { MemoryBackend } from '../../src/adapters/memory/index.js';
import { createHandler, type Handler } from '../../src/server/index.js';
import { codeAt, secretIn } from '../adapters/memory/person.js';
import { backend, origin } from './mounted.js';

const basePath = '/api/security-info';
const keptApart = { overrideGlobalObjects: false };

/** Each takes a handler for wherever the framework leaves the path, and says what it cuts off. */
const frameworks: Readonly<Record<string, (make: (basePath?: string) => Handler) => Server>> = {
  Hono: (make) => {
    const handler = make(basePath);
    const app = new Hono();
    app.all(`${basePath}/*`, (context) => handler(context.req.raw));
    // Nothing but HTTP/1 was asked for.
    return serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }) as Server;
  },
  'Express 5': (make) => {
    const app = express();
    app.use(basePath, getRequestListener(make(), keptApart));
    app.use(express.json());
    return app.listen(0, '127.0.0.1');
  },
  'plain Node': (make) => {
    const listener = getRequestListener(make(basePath), keptApart);
    return createServer((incoming, outgoing) => void listener(incoming, outgoing)).listen(0, '127.0.0.1');
  },
};

/** Sent piece by piece, so that no length is told beforehand. */
const inPieces = (): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (let piece = 0; piece < 8; piece++) controller.enqueue(new Uint8Array(4096).fill(32));
      controller.close();
    },
  });

const totp = '{"kind":"totp"}';
const refusals: readonly (readonly [what: string, status: number, sent: RequestInit, isInPieces?: true])[] = [
  ['a foreign origin', 403, { headers: { origin: 'https://evil.example' } }],
  ['a type that is not JSON', 415, { headers: { 'content-type': 'text/plain' } }],
  ['a body that is no JSON', 400, { body: '{"kind":' }],
  ['a write without a key', 400, { headers: { 'idempotency-key': '' } }],
  ['a body that is too large', 413, { body: JSON.stringify({ kind: 'totp', label: 'x'.repeat(20_000) }) }],
  ['a body that is too large, in pieces', 413, {}, true],
  ['a method of no call', 405, { method: 'PATCH' }],
  ['somebody who is not signed in', 401, { headers: { cookie: 'sid=nobody' } }],
];

for (const [framework, start] of Object.entries(frameworks))
  describe(framework, () => {
    const memory: MemoryBackend = backend();
    const usual = {
      ...{ origin, cookie: 'sid=mika', 'content-type': 'application/json' },
      'idempotency-key': 'key-1',
    };
    let server: Server;
    let url = '';

    before(async () => {
      server = start((path) =>
        createHandler(({ headers }) => (headers.get('cookie') === 'sid=mika' ? memory.adapter : undefined), {
          allowedOrigins: [origin],
          ...(path !== undefined && { basePath: path }),
        }),
      );
      if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
      url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${basePath}`;
    });

    after(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    it('lets an app be set up, from load to done', async () => {
      const adapter = createHttpAdapter({ baseUrl: url, headers: { origin, cookie: 'sid=mika' } });
      const options = () => ({
        signal: new AbortController().signal,
        locale: 'en',
        idempotencyKey: crypto.randomUUID(),
      });
      assert.equal((await adapter.load(options())).requirements[0]?.status, 'open');
      const { id, next } = await adapter.begin({ kind: 'totp' }, options());
      const code = codeAt(secretIn(next), Date.now());
      assert.equal((await adapter.verify(id, { type: 'code', code }, options())).next.type, 'done');
      await adapter.cancel(id, options());
      assert.equal((await adapter.load(options())).requirements[0]?.status, 'satisfied');
    });

    it('answers at the mount path itself, without a slash at its end', async () => {
      const response = await fetch(url, { headers: { origin, cookie: 'sid=mika' } });
      assert.equal(response.status, 200);
    });

    for (const [what, status, { headers = {}, ...sent }, isInPieces = false] of refusals)
      it(`refuses ${what}: ${String(status)}`, async () => {
        const body = isInPieces ? { body: inPieces(), duplex: 'half' } : { body: totp };
        const request = { method: 'POST', ...body, ...sent, headers: { ...usual, ...(headers as object) } };
        const response = await fetch(`${url}/enrollments`, request);
        assert.equal(response.status, status);
        assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      });
  });

it('behind a body parser nothing is left to read: 400, and no waiting without end', async () => {
  const app = express();
  const handler = createHandler(() => backend().adapter, { allowedOrigins: [origin] });
  app.use(express.json(), getRequestListener(handler, keptApart));
  const server = app.listen(0, '127.0.0.1');
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const headers = { origin, 'content-type': 'application/json', 'idempotency-key': 'key-1' };
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/enrollments`;
  const { status } = await fetch(url, { method: 'POST', headers, body: totp });
  server.closeAllConnections();
  server.close();
  assert.equal(status, 400);
});
