/** What the handler answers: the adapter's own word, its faults by their status, and nothing raw. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import { EnrollmentError } from '../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import { statusOf } from '../../src/contract/routes.js';
import type { SecurityInfo } from '../../src/contract/security-info.js';
import { backend, base, mounted, origin, problemOf, request } from './mounted.js';

const reading = { method: 'GET', path: '', headers: { origin: null, 'sec-fetch-site': 'same-origin' } } as const;

const refusing = (thrown: unknown): SecurityInfoAdapter => ({
  ...backend().adapter,
  begin: () => {
    throw thrown;
  },
});

describe('the handler answers', () => {
  it('a read of its own origin, with or without a slash at the end', async () => {
    for (const path of ['', '/']) {
      const response = await mounted()(request({ ...reading, path }));
      assert.equal(response.status, 200);
      assert.equal(((await response.json()) as SecurityInfo).account.organization, 'Harbor');
    }
  });

  it('a page of another allowed origin, which may read it', async () => {
    const other = 'https://portal.example';
    const handler = mounted(undefined, { allowedOrigins: [origin, other] });
    const asked = await handler(request({ method: 'OPTIONS', headers: { origin: other } }));
    assert.equal(asked.status, 204);
    assert.match(asked.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
    const response = await handler(request({ method: 'GET', path: '/', headers: { origin: other } }));
    assert.equal(response.headers.get('access-control-allow-origin'), other);
    assert.match(response.headers.get('vary') ?? '', /Origin/);
  });

  it('which functions are not there, and refuses them', async () => {
    const { load, begin, verify } = backend().adapter;
    const handler = mounted({ load, begin, verify });
    const info = (await (await handler(request(reading))).json()) as SecurityInfo;
    assert.deepEqual([...(info.absent ?? [])].sort(), [
      'cancel',
      'challenge',
      'complete',
      'get',
      'reauthenticate',
      'remove',
      'setDefault',
      'skip',
    ]);
    const response = await handler(request({ path: '/requirements/phone/skip' }));
    assert.equal(response.status, 409);
    assert.equal((await problemOf(response))['code'], 'unsupported');
  });

  it('the same of what is not there with every answer about everything', async () => {
    const { complete: _, ...adapter } = backend().adapter;
    const handler = mounted(adapter);
    for (const one of [reading, { path: '/requirements/phone/skip' }]) {
      const info = (await (await handler(request(one))).json()) as SecurityInfo;
      assert.deepEqual(info.absent, ['complete']);
    }
  });

  it('what is no call of the wizard’s with a word to whoever set it up', async () => {
    const told: unknown[] = [];
    const handler = mounted(undefined, { onMisuse: (detail, about) => told.push({ detail, ...about }) });
    await handler(request({ headers: { origin: 'http://127.0.0.1:3000' } }));
    await handler(request({ headers: { origin: null } }));
    await handler(request({ path: '/enrollments?code=123456', headers: { 'idempotency-key': null } }));
    const about = { method: 'POST', path: '/api/info/enrollments' };
    assert.deepEqual(told, [
      { detail: 'This origin may not call: it is not among `allowedOrigins`.', status: 403, ...about },
      { detail: 'This request does not say from which origin it comes.', status: 403, ...about },
      { detail: 'A write needs an Idempotency-Key of its own.', status: 400, ...about },
    ]);
  });

  it('a read that was given up without troubling the log', async () => {
    const left = new AbortController();
    const adapter: SecurityInfoAdapter = {
      ...backend().adapter,
      load: () => {
        left.abort(new Error('left'));
        return Promise.reject(new Error('left'));
      },
    };
    const told: unknown[] = [];
    const given = new Request(request(reading), { signal: left.signal });
    await mounted(adapter, { onError: (thrown) => told.push(thrown) })(given);
    assert.deepEqual(told, []);
  });

  it('204 where there is nothing to say, whatever the adapter says', async () => {
    const talkative = { ...backend().adapter, cancel: () => Promise.resolve({ totpSecret: 'canary' }) };
    const told = await mounted(talkative as unknown as SecurityInfoAdapter)(
      request({ method: 'DELETE', path: '/enrollments/any' }),
    );
    assert.deepEqual([told.status, await told.text()], [204, '']);
  });

  it('a fault that cannot be sent, or a log that is broken, with a 500 all the same', async () => {
    const odd = { code: 'locked', retryAfter: 1n } as unknown as EnrollmentFault;
    const response = await mounted(refusing(new EnrollmentError(odd)))(request({ body: { kind: 'totp' } }));
    assert.equal(response.status, 500);
    const onError = (): never => {
      throw new Error('canary');
    };
    const broken = await mounted(refusing(new Error('x')), { onError })(request({ body: { kind: 'totp' } }));
    assert.equal(broken.status, 500);
    const endless = new EnrollmentError({ code: 'locked', retryAfter: Infinity });
    const held = await mounted(refusing(endless))(request({ body: { kind: 'totp' } }));
    assert.deepEqual([held.status, held.headers.get('retry-after')], [429, null]);
  });

  it('204 where there is nothing to say', async () => {
    const response = await mounted()(request({ method: 'DELETE', path: '/enrollments/unknown' }));
    assert.equal(response.status, 204);
    assert.equal(await response.text(), '');
  });

  for (const code of Object.keys(statusOf) as (keyof typeof statusOf)[])
    it(`${code} by its status, with the fault in the body`, async () => {
      const fault = { code, ...(statusOf[code] === 429 && { retryAfter: 1500 }) } as EnrollmentFault;
      const response = await mounted(refusing(new EnrollmentError(fault)))(request({ body: { kind: 'totp' } }));
      assert.equal(response.status, statusOf[code]);
      const problem = await problemOf(response);
      assert.equal(problem['code'], code);
      assert.equal((problem['fault'] as EnrollmentFault).code, code);
      if (statusOf[code] === 429) assert.equal(response.headers.get('retry-after'), '2');
    });

  it('a code of its own making as a 500, with the code kept', async () => {
    const fault = { code: 'constructor' } as unknown as EnrollmentFault;
    const response = await mounted(refusing(new EnrollmentError(fault)))(request({ body: { kind: 'totp' } }));
    assert.equal(response.status, 500);
  });

  it('nothing of what was thrown by accident, but tells the host', async () => {
    const canary = new Error('canary-7261 at db.internal');
    const told: unknown[] = [];
    const handler = mounted(refusing(canary), { onError: (thrown, about) => told.push(thrown, about) });
    const response = await handler(request({ body: { kind: 'totp' } }));
    const text = await response.text();
    assert.equal(response.status, 500);
    assert.ok(!text.includes('canary'), text);
    const { traceId } = (JSON.parse(text) as { fault: { traceId: string } }).fault;
    assert.deepEqual(told, [canary, { traceId, call: 'begin' }]);
  });

  it('502 for an adapter that does not answer what it promised', async () => {
    for (const odd of [null, 'x', {}, { id: 1 }, { id: 'e', kind: 'totp', next: { type: 'constructor' } }]) {
      const adapter = { ...backend().adapter, begin: () => Promise.resolve(odd) } as unknown as SecurityInfoAdapter;
      const response = await mounted(adapter)(request({ body: { kind: 'totp' } }));
      assert.equal(response.status, 502);
    }
  });

  it('a write to its end though the client is gone, and a read only as long as somebody listens', async () => {
    const signals: AbortSignal[] = [];
    const { adapter } = backend();
    const handler = mounted({
      ...adapter,
      load: (o) => (signals.push(o.signal), adapter.load(o)),
      begin: (r, o) => (signals.push(o.signal), adapter.begin(r, o)),
    });
    const gone = new AbortController();
    await handler(new Request(base, { headers: { origin }, signal: gone.signal }));
    const headers = { origin, 'content-type': 'application/json', 'idempotency-key': 'k' };
    await handler(
      new Request(`${base}/enrollments`, { method: 'POST', headers, body: '{"kind":"totp"}', signal: gone.signal }),
    );
    gone.abort();
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false],
    );
  });

  it('in the language that was asked for, and hands key and check on', async () => {
    const seen: unknown[] = [];
    const { adapter } = backend();
    const handler = mounted({
      ...adapter,
      begin: (r, o) => (seen.push(o.locale, o.idempotencyKey, o.humanCheck), adapter.begin(r, o)),
    });
    const headers = { 'accept-language': 'ja-JP, en;q=0.5', 'idempotency-key': '"abc-1"', 'human-check': 'token' };
    await handler(request({ body: { kind: 'totp' }, headers }));
    assert.deepEqual(seen, ['ja-JP', 'abc-1', 'token']);
  });

  it('without names that reach a prototype', async () => {
    let got: unknown;
    const { adapter } = backend();
    const handler = mounted({ ...adapter, begin: (r, o) => ((got = r), adapter.begin(r, o)) });
    await handler(request({ body: '{"kind":"totp","__proto__":{"admin":true},"constructor":1}' }));
    assert.deepEqual(Object.keys(got as object), ['kind']);
    assert.equal((got as { admin?: unknown }).admin, undefined);
  });
});
