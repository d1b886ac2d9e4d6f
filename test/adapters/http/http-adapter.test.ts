/** The HTTP adapter: every answer and every refusal of the server arrives as the server's adapter gave it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHttpAdapter, type HttpAdapterOptions } from '../../../src/adapters/http/index.js';
import { faultOf } from '../../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import { statusOf } from '../../../src/contract/routes.js';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import { backend, base, mounted, origin } from '../../server/mounted.js';

const reading = { signal: new AbortController().signal, locale: 'en' };
const writing = () => ({ ...reading, idempotencyKey: crypto.randomUUID() });

/** Answers what a server in trouble might; the last request is kept. */
function answering(...args: ConstructorParameters<typeof Response>): HttpAdapterOptions & { asked: Request[] } {
  const asked: Request[] = [];
  const answer: typeof fetch = (input, init) => {
    asked.push(new Request(input, init));
    return Promise.resolve(new Response(...args));
  };
  return { baseUrl: base, fetch: answer, asked };
}

const faultFrom = async (options: HttpAdapterOptions): Promise<EnrollmentFault | undefined> =>
  createHttpAdapter(options)
    .load(reading)
    .then(
      () => undefined,
      (thrown: unknown) => faultOf(thrown),
    );

describe('the HTTP adapter', () => {
  it('walks a passage through the handler as if it were not there', async () => {
    const memory = backend();
    const handler = mounted(memory.adapter);
    const adapter = createHttpAdapter({
      baseUrl: `${base}/`,
      headers: { origin },
      fetch: (input, init) => handler(new Request(input, init)),
    });
    const info = await adapter.load(reading);
    assert.deepEqual(info, await memory.adapter.load(reading));
    const number = '+819012345678';
    const begun = await adapter.begin({ kind: 'phone', number, channel: 'sms' }, writing());
    assert.deepEqual(
      (await adapter.get(begun.id, reading)).next,
      (await memory.adapter.get?.(begun.id, reading))?.next,
    );
    const code = /\d{6}/.exec(memory.messages().at(-1)?.text ?? '')?.[0] ?? '';
    await assert.rejects(
      adapter.verify(begun.id, { type: 'code', code: code === '000000' ? '000001' : '000000' }, writing()),
      (thrown) => faultOf(thrown)?.code === 'invalid_code',
    );
    const done = await adapter.verify(begun.id, { type: 'code', code }, writing());
    assert.equal(done.next.type, 'done');
    assert.equal(await adapter.cancel('unknown' as EnrollmentId, writing()), undefined);
    const skipped = await adapter.complete(writing());
    assert.equal(skipped.methods.length, 1);
  });

  for (const code of Object.keys(statusOf))
    it(`hands on ${code} as it was`, async () => {
      const fault = { code, retryAfter: 1234, reason: 'other', traceId: 't-1' };
      const body = JSON.stringify({ type: 'about:blank', status: 400, fault });
      assert.deepEqual(await faultFrom(answering(body, { status: 400 })), fault);
    });

  const bare: readonly (readonly [string, BodyInit | null, ResponseInit, EnrollmentFault])[] = [
    ['a bare 401', '', { status: 401 }, { code: 'session_expired' }],
    [
      'a redirect to a sign-in page',
      '',
      { status: 302, headers: { location: '/sign-in' } },
      { code: 'session_expired' },
    ],
    ['a bare 429', '', { status: 429, headers: { 'retry-after': '3' } }, { code: 'rate_limited', retryAfter: 3000 }],
    ['a proxy’s 502', '<h1>Bad gateway</h1>', { status: 502 }, { code: 'server' }],
    ['a 503 with a wait', '', { status: 503, headers: { 'retry-after': '1' } }, { code: 'server', retryAfter: 1000 }],
    ['a 403 of a firewall', '{"message":"blocked"}', { status: 403 }, { code: 'server' }],
    ['a fault that is none', '{"fault":{"code":7}}', { status: 422 }, { code: 'server' }],
    ['a page in the place of an answer', '<!doctype html>', { status: 200 }, { code: 'protocol' }],
    ['JSON of another shape', '{"accounts":[]}', { status: 200 }, { code: 'protocol' }],
    ['nothing', null, { status: 204 }, { code: 'protocol' }],
  ];
  for (const [what, body, init, fault] of bare)
    it(`takes ${what} for ${fault.code}`, async () => {
      assert.deepEqual(await faultFrom(answering(body, init)), fault);
    });

  it('takes a page for no answer, even where nothing was to be answered', async () => {
    const adapter = createHttpAdapter(answering('<!doctype html>', { status: 200 }));
    await assert.rejects(adapter.reauthenticate({ password: 'x' }, writing()), (thrown) => {
      return faultOf(thrown)?.code === 'protocol';
    });
  });

  it('takes a date for how long to wait', async () => {
    const headers = { 'retry-after': new Date(Date.now() + 10_000).toUTCString() };
    const fault = await faultFrom(answering('', { status: 429, headers }));
    assert.ok(fault?.code === 'rate_limited' && (fault.retryAfter ?? 0) > 8000 && (fault.retryAfter ?? 0) <= 10_000);
  });

  it('takes no connection for network, and quotes nothing', async () => {
    const fetchFails = (): Promise<Response> => Promise.reject(new TypeError('getaddrinfo db.internal'));
    await assert.rejects(createHttpAdapter({ baseUrl: base, fetch: fetchFails }).load(reading), (thrown: Error) => {
      assert.equal(faultOf(thrown)?.code, 'network');
      assert.ok(!thrown.message.includes('internal') && thrown.cause === undefined);
      return true;
    });
  });

  it('rejects with the signal’s own reason, before and during', async () => {
    const gone = new AbortController();
    const hanging: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
    const adapter = createHttpAdapter({ baseUrl: base, fetch: hanging });
    const loading = adapter.load({ locale: 'en', signal: gone.signal });
    const reason = new Error('left');
    gone.abort(reason);
    await assert.rejects(loading, (thrown) => thrown === reason);
    await assert.rejects(adapter.load({ locale: 'en', signal: gone.signal }), (thrown) => thrown === reason);
  });

  it('takes null for a field that was left out', async () => {
    const info = {
      account: { label: 'a', organization: null },
      requirements: [],
      methods: [],
      pending: [],
      absent: null,
    };
    const adapter = createHttpAdapter(answering(JSON.stringify(info)));
    assert.deepEqual(await adapter.load(reading), {
      account: { label: 'a' },
      requirements: [],
      methods: [],
      pending: [],
    });
  });

  it('keeps ids whole on their way, and sends what the host adds', async () => {
    const options = answering('{}');
    const adapter = createHttpAdapter({ ...options, headers: () => ({ 'x-token': 'abc' }) });
    await adapter.get('a/b?c#d' as EnrollmentId, reading).catch(() => undefined);
    const [asked] = options.asked;
    assert.equal(asked?.url, `${base}/enrollments/a%2Fb%3Fc%23d`);
    assert.equal(asked?.headers.get('x-token'), 'abc');
    assert.equal(asked?.headers.get('accept-language'), 'en');
    assert.equal(asked?.credentials, 'same-origin');
  });
});
