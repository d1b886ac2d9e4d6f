/** A backend that does everything it is told, as often as it is told, behind keys that let it happen once (R69). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CallRecord,
  type ReplayStore,
  replaysInMemory,
  withIdempotency,
  type WithIdempotencyOptions,
} from '../../src/adapters/with-idempotency.js';
import type { SecurityInfoAdapter, WriteOptions } from '../../src/contract/adapter.js';
import type { BeginRequest, Enrollment, EnrollmentId, MethodId } from '../../src/contract/enrollment.js';
import { EnrollmentError } from '../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import type { SecurityInfo } from '../../src/contract/security-info.js';
import { minutes, otherThan, Person, refusal, seconds, toMobile } from './memory/person.js';

const secret = 'JBSWY3DPEHPK3PXP';
const id = 'enrollment-1' as EnrollmentId;
const methodId = 'method-1' as MethodId;
const toApp: BeginRequest<'totp'> = { kind: 'totp' };
const code = (digits: string): { readonly type: 'code'; readonly code: string } => ({ type: 'code', code: digits });

const open: Enrollment<'totp'> = {
  id,
  kind: 'totp',
  next: {
    type: 'code',
    alphabet: 'digits',
    provision: { uri: `otpauth://totp/a?secret=${secret}`, manual: [{ name: 'secret', value: secret }] },
  },
  expiresIn: minutes(10),
};
const done: Enrollment<'totp'> = {
  id,
  kind: 'totp',
  next: {
    type: 'done',
    methods: [{ id: methodId, kind: 'totp', label: 'App', usage: ['sign-in'], canBeDefault: true, removable: true }],
  },
};
const info: SecurityInfo = {
  account: { label: 'mika@contoso.example' },
  requirements: [],
  methods: [],
  pending: [],
  sessionExpiresIn: minutes(15),
};

/** Counts, and answers what it is told to. */
class Backend implements SecurityInfoAdapter {
  readonly calls: string[] = [];
  readonly signals: AbortSignal[] = [];
  /** Thrown by the next call, once. */
  refuse: EnrollmentFault | Error | undefined;
  /** Awaited by every write. */
  delay: Promise<void> = Promise.resolve();

  load = async (): Promise<SecurityInfo> => info;
  begin = (_request: BeginRequest, options: WriteOptions): Promise<Enrollment> => this.#write('begin', options, open);
  verify = (_id: EnrollmentId, _proof: unknown, options: WriteOptions): Promise<Enrollment> =>
    this.#write('verify', options, done);
  get = async (): Promise<Enrollment> => {
    this.calls.push('get');
    return open;
  };
  challenge = (_id: EnrollmentId, _how: unknown, options: WriteOptions): Promise<Enrollment> =>
    this.#write('challenge', options, open);
  cancel = (_id: EnrollmentId, options: WriteOptions): Promise<void> => this.#write('cancel', options, undefined);
  setDefault = (_ref: unknown, options: WriteOptions): Promise<SecurityInfo> =>
    this.#write('setDefault', options, info);
  remove = (_id: MethodId, options: WriteOptions): Promise<SecurityInfo> => this.#write('remove', options, info);
  skip = (_id: string, options: WriteOptions): Promise<SecurityInfo> => this.#write('skip', options, info);
  reauthenticate = (_proof: unknown, options: WriteOptions): Promise<void> =>
    this.#write('reauthenticate', options, undefined);
  complete = (options: WriteOptions): Promise<SecurityInfo> => this.#write('complete', options, info);

  async #write<T>(call: string, { signal }: WriteOptions, answer: T): Promise<T> {
    this.calls.push(call);
    this.signals.push(signal);
    const { refuse } = this;
    this.refuse = undefined;
    await this.delay;
    if (refuse instanceof Error) throw refuse;
    if (refuse !== undefined) throw new EnrollmentError(refuse);
    return answer;
  }
}

/** Keeps text, as a store across a network does. */
class TextStore implements ReplayStore {
  readonly kept = new Map<string, string>();
  async get(key: string): Promise<CallRecord | undefined> {
    const text = this.kept.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as CallRecord);
  }
  async set(key: string, record: CallRecord): Promise<void> {
    this.kept.set(key, JSON.stringify(record));
  }
}

interface Setting {
  readonly backend: Backend;
  readonly adapter: Required<SecurityInfoAdapter>;
  readonly clock: { at: number };
}

function setting(options: WithIdempotencyOptions = {}): Setting {
  const backend = new Backend();
  const clock = { at: 1_000_000 };
  const adapter = withIdempotency(backend, { now: () => clock.at, ...options });
  return { backend, adapter: adapter as Required<SecurityInfoAdapter>, clock };
}

const under = (idempotencyKey: string, more: Partial<WriteOptions> = {}): WriteOptions => ({
  signal: new AbortController().signal,
  locale: 'en',
  idempotencyKey,
  ...more,
});

type Write = (adapter: Required<SecurityInfoAdapter>, options: WriteOptions) => Promise<unknown>;
const writes: Readonly<Record<string, Write>> = {
  begin: (adapter, options) => adapter.begin(toApp, options),
  verify: (adapter, options) => adapter.verify(id, code('123456'), options),
  challenge: (adapter, options) => adapter.challenge(id, {}, options),
  cancel: (adapter, options) => adapter.cancel(id, options),
  setDefault: (adapter, options) => adapter.setDefault({ methodId }, options),
  remove: (adapter, options) => adapter.remove(methodId, options),
  skip: (adapter, options) => adapter.skip('phone', options),
  complete: (adapter, options) => adapter.complete(options),
};

for (const [name, write] of Object.entries(writes)) {
  test(`${name}: twice at once under one key is once, and so is once more afterwards`, async () => {
    const { backend, adapter } = setting({ store: new TextStore() });
    const [first, second] = await Promise.all([write(adapter, under('a')), write(adapter, under('a'))]);
    assert.deepEqual(second, first);
    assert.deepEqual(await write(adapter, under('a')), first);
    assert.deepEqual(
      backend.calls.filter((call) => call !== 'get'),
      [name],
    );
    await write(adapter, under('b'));
    assert.equal(backend.calls.filter((call) => call === name).length, 2);
  });

  test(`${name}: a verdict stands under its key`, async () => {
    const { backend, adapter } = setting({ store: new TextStore() });
    const fault: EnrollmentFault = { code: 'policy_denied' };
    backend.refuse = fault;
    assert.deepEqual(await refusal(write(adapter, under('a'))), fault);
    assert.deepEqual(await refusal(write(adapter, under('a'))), fault);
    assert.deepEqual(backend.calls, [name]);
  });
}

for (const fault of [
  { code: 'reauth_required', how: { kind: 'host' } },
  { code: 'human_check_required' },
  { code: 'rate_limited', retryAfter: 1000 },
  { code: 'server' },
  { code: 'network' },
  { code: 'session_expired' },
] as const satisfies readonly EnrollmentFault[]) {
  test(`after ${fault.code} the same key is tried in earnest`, async () => {
    const { backend, adapter } = setting();
    backend.refuse = fault;
    assert.deepEqual(await refusal(adapter.begin(toApp, under('a'))), fault);
    assert.deepEqual(await adapter.begin(toApp, under('a', { humanCheck: 'token' })), open);
    assert.deepEqual(backend.calls, ['begin', 'begin']);
  });
}

test('what is thrown by accident is passed on, and not kept', async () => {
  const { backend, adapter } = setting();
  backend.refuse = new TypeError('fetch failed');
  await assert.rejects(adapter.begin(toApp, under('a')), { name: 'TypeError', message: 'fetch failed' });
  assert.deepEqual(await adapter.begin(toApp, under('a')), open);
});

test('the same key with other arguments is a breach of the protocol, on its way and afterwards', async () => {
  const { backend, adapter } = setting({ store: new TextStore() });
  const first = adapter.verify(id, code('123456'), under('a'));
  const protocol = { code: 'protocol' };
  assert.deepEqual(await refusal(adapter.verify(id, code('654321'), under('a'))), protocol);
  await first;
  assert.deepEqual(await refusal(adapter.verify(id, code('654321'), under('a'))), protocol);
  assert.deepEqual(backend.calls, ['verify']);
});

test('the same key in another call is another wish', async () => {
  const { backend, adapter } = setting({ store: new TextStore() });
  await Promise.all([adapter.verify(id, code('123456'), under('a')), adapter.challenge?.(id, {}, under('a'))]);
  await adapter.complete?.(under('a'));
  assert.deepEqual([...backend.calls].sort(), ['challenge', 'complete', 'verify']);
});

test('the order of the fields makes no other request', async () => {
  const { backend, adapter } = setting();
  await adapter.begin({ kind: 'phone', number: '+819012345678', channel: 'sms' }, under('a'));
  await adapter.begin({ channel: 'sms', number: '+819012345678', kind: 'phone' }, under('a'));
  assert.deepEqual(backend.calls, ['begin', 'get']);
});

test('what is told again has grown older', async () => {
  const { backend, adapter, clock } = setting();
  await adapter.complete(under('a'));
  backend.refuse = { code: 'locked', retryAfter: seconds(30) };
  await refusal(adapter.skip('phone', under('b')));
  clock.at += seconds(20);
  assert.equal((await adapter.complete(under('a'))).sessionExpiresIn, minutes(15) - seconds(20));
  assert.deepEqual(await refusal(adapter.skip('phone', under('b'))), { code: 'locked', retryAfter: seconds(10) });
  clock.at += seconds(20);
  assert.deepEqual(await refusal(adapter.skip('phone', under('b'))), { code: 'locked', retryAfter: 0 });
});

test('a key is forgotten after its time', async () => {
  const { backend, adapter, clock } = setting({ ttl: minutes(1) });
  await adapter.complete(under('a'));
  clock.at += minutes(1) - 1;
  await adapter.complete(under('a'));
  assert.equal(backend.calls.length, 1);
  clock.at += 1;
  await adapter.complete(under('a'));
  assert.equal(backend.calls.length, 2);
});

test('the memory is bounded: the oldest key is forgotten first', async () => {
  const { backend, adapter } = setting({ store: replaysInMemory(2) });
  for (const key of ['a', 'b', 'c', 'c', 'b']) await adapter.complete(under(key));
  assert.equal(backend.calls.length, 3);
  await adapter.complete(under('a'));
  assert.equal(backend.calls.length, 4);
});

test('who gives up hears it at once; the call runs to its end, and whoever asks again gets its answer', async () => {
  const { backend, adapter } = setting();
  let arrive = (): void => undefined;
  backend.delay = new Promise((resolve) => {
    arrive = resolve;
  });
  const leaving = new AbortController();
  const left = adapter.begin(toApp, under('a', { signal: leaving.signal }));
  const asked = adapter.begin(toApp, under('a'));
  leaving.abort(new Error('took too long'));
  await assert.rejects(left, { message: 'took too long' });
  arrive();
  assert.deepEqual(await asked, open);
  assert.deepEqual(backend.calls, ['begin']);
  assert.equal(backend.signals[0]?.aborted, false);
});

test('what was handed in may be wiped at once', async () => {
  const proofs: unknown[] = [];
  const backend = new Backend();
  backend.verify = async (_id, proof) => {
    proofs.push(proof);
    return done;
  };
  const proof = { type: 'code', code: '123456' } as const;
  const verified = withIdempotency(backend).verify(id, proof, under('a'));
  Object.assign(proof, { code: '' });
  await verified;
  assert.deepEqual(proofs, [code('123456')]);
});

test('a call whose signal is aborted already never starts', async () => {
  const { backend, adapter } = setting();
  const call = adapter.begin(toApp, under('a', { signal: AbortSignal.abort(new Error('gone')) }));
  await assert.rejects(call, { message: 'gone' });
  assert.deepEqual(backend.calls, []);
});

test('of an enrolment that is open nothing is kept but its name: the backend is asked how it stands', async () => {
  const store = new TextStore();
  const { backend, adapter } = setting({ store });
  assert.deepEqual(await adapter.begin(toApp, under('a')), open);
  assert.deepEqual(await adapter.begin(toApp, under('a')), open);
  assert.deepEqual(backend.calls, ['begin', 'get']);
  await adapter.verify(id, code('123456'), under('b'));
  const kept = [...store.kept.values()].join();
  assert.ok(!kept.includes(secret), 'the secret of the app');
  assert.ok(!kept.includes('123456'), 'the code');
});

test('the digest of what a call was made with is another one under each key, so that none is found in a table', async () => {
  const store = new TextStore();
  const { adapter } = setting({ store });
  for (const key of ['a', 'b']) await adapter.begin(toApp, under(key));
  const digests = [...store.kept.values()].map((kept) => (JSON.parse(kept) as { fingerprint?: string }).fingerprint);
  assert.equal(new Set(digests).size, 2);
  for (const digest of digests) assert.match(digest ?? '', /^[\da-f]{64}$/);
});

test('a backend that cannot be asked has its answer kept', async () => {
  const backend = new Backend();
  const { load, begin, verify } = backend;
  const adapter = withIdempotency({ load, begin, verify });
  assert.deepEqual(Object.keys(adapter).sort(), ['begin', 'load', 'verify']);
  assert.deepEqual(await adapter.begin(toApp, under('a')), open);
  const again = await adapter.begin(toApp, under('a'));
  assert.equal(again.id, id);
  assert.deepEqual(again.next, open.next);
  assert.deepEqual(backend.calls, ['begin']);
});

test('the verdict on a password is kept nowhere, and neither is the password', async () => {
  const store = new TextStore();
  const { backend, adapter } = setting({ store });
  const [first, second] = [1, 2].map(() => adapter.reauthenticate({ password: 'open sesame' }, under('a')));
  await Promise.all([first, second]);
  assert.deepEqual(backend.calls, ['reauthenticate']);
  await adapter.reauthenticate({ password: 'open sesame' }, under('a'));
  assert.equal(backend.calls.length, 2);
  assert.equal(store.kept.size, 0);
});

test('what has happened is told, although it could not be kept', async () => {
  const full: ReplayStore = {
    get: async () => undefined,
    set: () => Promise.reject(new Error('disk full')),
  };
  const { adapter } = setting({ store: full });
  assert.deepEqual(await adapter.verify(id, code('123456'), under('a')), done);
});

test('another process with the same store gives the same verdict', async () => {
  const store = new TextStore();
  const [here, there] = [setting({ store }), setting({ store })];
  await here.adapter.verify(id, code('123456'), under('a'));
  assert.deepEqual(await there.adapter.verify(id, code('123456'), under('a')), done);
  assert.deepEqual(await refusal(there.adapter.verify(id, code('654321'), under('a'))), { code: 'protocol' });
  assert.deepEqual(there.backend.calls, []);
});

test("nobody gets what another person's key has kept, though both share a store", async () => {
  const store = new TextStore();
  const [robin, mika] = [setting({ store, owner: 'robin' }), setting({ store, owner: 'mika' })];
  await robin.adapter.verify(id, code('123456'), under('a'));
  await mika.adapter.verify(id, code('123456'), under('a'));
  assert.deepEqual([robin.backend.calls, mika.backend.calls], [['verify'], ['verify']]);
});

test('a real backend behind it: one text for a double click, and one wrong try for a lost answer', async () => {
  const person = new Person();
  let keys = 0;
  const { adapter } = person.backend;
  // As if the backend knew no keys: each call that reaches it carries a fresh one.
  const forgetful: SecurityInfoAdapter = {
    ...adapter,
    begin: (request, options) => adapter.begin(request, { ...options, idempotencyKey: `own-${(keys += 1)}` }),
    verify: (own, proof, options) => adapter.verify(own, proof, { ...options, idempotencyKey: `own-${(keys += 1)}` }),
  };
  const keyed = withIdempotency(forgetful);
  const restart = { ...toMobile, restart: true } as const;
  const [first, second] = await Promise.all([1, 2].map(() => keyed.begin(restart, under('a'))));
  assert.deepEqual(second, first);
  assert.equal(person.backend.messages().length, 1);
  const wrong = code(otherThan(person.textedCode()));
  for (let times = 0; times < 2; times += 1) await refusal(keyed.verify(first!.id, wrong, under('b')));
  const { next } = await person.get(first!.id);
  assert.equal(next.type === 'code' && next.attemptsLeft, 9);
});
