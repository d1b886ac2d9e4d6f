/** The demo's routes, before anything behind them is asked: no body is read to its end whatever its length. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { createApp } from '../../../demo/server/http/app.js';

const origin = 'http://localhost:4173';
const env = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } };

/** Everything answers with how much of the body it has read. */
const reader = new Hono().post('*', async (c) => c.json({ length: (await c.req.text()).length }));
const app = createApp({
  origin,
  files: new Map(),
  api: Promise.resolve({
    signIn: { handle: async (request: Request) => reader.fetch(request) } as never,
    securityInfo: (request) => Promise.resolve(reader.fetch(request)),
    companion: {} as never,
    demo: [reader],
  }),
  report: () => undefined,
});

/** In pieces, so that no length is announced. */
function pieces(count: number): ReadableStream<Uint8Array> {
  let left = count;
  return new ReadableStream({
    pull: (controller) => {
      if (left-- > 0) controller.enqueue(new Uint8Array(1024).fill(0x20));
      else controller.close();
    },
  });
}

for (const path of ['/demo/visitor', '/demo/phone/calls/x/press', '/api/auth/sign-in/email']) {
  test(`${path} takes sixteen kilobytes and no more, announced or not`, async () => {
    const post = (body: string | ReadableStream): Request =>
      new Request(origin + path, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body,
        ...(typeof body !== 'string' && { duplex: 'half' }),
      });
    const status = async (body: string | ReadableStream): Promise<number> => (await app.fetch(post(body), env)).status;
    assert.deepEqual([await status(' '.repeat(16_384)), await status(pieces(16))], [200, 200]);
    assert.deepEqual([await status(' '.repeat(16_385)), await status(pieces(17))], [413, 413]);
  });
}
