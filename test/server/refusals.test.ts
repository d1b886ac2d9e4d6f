/** What is no call of the wizard is refused with the right status and a problem document, before any adapter hears of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHandler } from '../../src/server/index.js';
import { backend, base, mounted, origin, problemOf, request, type Sent } from './mounted.js';

const totp = { kind: 'totp' };
const foreign = 'https://evil.example';

const table: readonly (readonly [what: string, sent: Sent, status: number])[] = [
  ['a foreign origin', { body: totp, headers: { origin: foreign } }, 403],
  ['an origin that only begins like ours', { body: totp, headers: { origin: `${origin}.evil.example` } }, 403],
  ['an opaque origin', { body: totp, headers: { origin: 'null' } }, 403],
  ['a write that does not say where it comes from', { body: totp, headers: { origin: null } }, 403],
  [
    'a write that says only that it is from the same site',
    { body: totp, headers: { origin: null, 'sec-fetch-site': 'same-origin' } },
    403,
  ],
  [
    'a read from elsewhere',
    { method: 'GET', path: '/', headers: { origin: null, 'sec-fetch-site': 'cross-site' } },
    403,
  ],
  ['a read that says nothing', { method: 'GET', path: '/', headers: { origin: null } }, 403],
  ['the preflight of a foreign page', { method: 'OPTIONS', headers: { origin: foreign } }, 403],
  ['a form', { body: 'kind=totp', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ['plain text', { body: totp, headers: { 'content-type': 'text/plain' } }, 415],
  ['something that only begins like JSON', { body: totp, headers: { 'content-type': 'application/jsonp' } }, 415],
  ['no type at all', { body: totp, headers: { 'content-type': null } }, 415],
  ['a write without a key', { body: totp, headers: { 'idempotency-key': null } }, 400],
  ['an empty key', { body: totp, headers: { 'idempotency-key': '' } }, 400],
  ['a key that is too long', { body: totp, headers: { 'idempotency-key': 'k'.repeat(201) } }, 400],
  ['a body that is no JSON', { body: '{"kind":' }, 400],
  ['no body', {}, 400],
  ['a list', { body: [totp] }, 400],
  ['null', { body: 'null' }, 400],
  ['a body without what is needed', { body: { type: 'totp' } }, 400],
  ['a field that is no text', { body: { kind: ['totp'] } }, 400],
  ['a NUL', { body: { kind: 'totp', label: 'a\0b' } }, 400],
  ['a body nested without end', { body: `{"kind":"totp","a":${'['.repeat(7000)}${']'.repeat(7000)}}` }, 400],
  ['a body that is too large', { body: { kind: 'totp', label: 'x'.repeat(20_000) } }, 413],
  ['a route that is none', { path: '/elsewhere', body: totp }, 404],
  ['a path beside the mount', { path: '/../infox/enrollments', body: totp }, 404],
  ['a method that the route does not know', { method: 'PATCH', body: totp }, 405],
  ['a delete of everything', { method: 'DELETE', path: '/' }, 405],
  ['a foreign enrolment', { path: '/enrollments/somebody-elses/verification', body: { type: 'code', code: '1' } }, 404],
  ['an id that cannot be decoded', { method: 'GET', path: '/enrollments/%E0%A4%A' }, 404],
];

describe('the handler refuses', () => {
  for (const [what, sent, status] of table)
    it(`${what}: ${status}`, async () => {
      const response = await mounted()(request(sent));
      const problem = await problemOf(response);
      assert.equal(response.status, status);
      assert.equal(problem['status'], status);
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(typeof (problem['fault'] as { code: unknown }).code, 'string');
    });

  it('a body that lies about its length, without reading it to its end', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(4096).fill(32));
      },
    });
    const headers = { origin, 'content-type': 'application/json', 'idempotency-key': 'k', 'content-length': '10' };
    const lying = new Request(`${base}/enrollments`, {
      method: 'POST',
      body: endless,
      headers,
      duplex: 'half',
    } as RequestInit);
    assert.equal((await mounted()(lying)).status, 413);
    assert.ok(pulled < 10, String(pulled));
  });

  it('a body that is too large, though somebody keeps a copy of the request', async () => {
    const large = request({ body: { kind: 'totp', label: 'x'.repeat(20_000) } });
    const copy = large.clone();
    assert.equal((await mounted()(large)).status, 413);
    assert.equal((await copy.text()).length > 20_000, true);
  });

  it('everybody who is not signed in, and says how to be', async () => {
    const nobody = createHandler(() => undefined, { allowedOrigins: [origin], basePath: '/api/info' });
    const response = await nobody(request({ body: totp }));
    assert.equal(response.status, 401);
    assert.equal(response.headers.get('www-authenticate'), 'Session');
    assert.equal((await problemOf(response))['code'], 'session_expired');
  });

  it('and none of it reaches the adapter', async () => {
    const { adapter } = backend();
    const heard: string[] = [];
    const watched = new Proxy(adapter, {
      get: (target, name, receiver) => {
        const value = Reflect.get(target, name, receiver) as unknown;
        return typeof value === 'function'
          ? (...args: unknown[]) => {
              heard.push(String(name));
              return (value as (...all: unknown[]) => unknown)(...args);
            }
          : value;
      },
    });
    for (const [, sent, status] of table) {
      if (status === 404 && sent.path?.startsWith('/enrollments/')) continue;
      await mounted(watched)(request(sent));
    }
    assert.deepEqual(heard, []);
  });
});
