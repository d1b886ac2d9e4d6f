/** The sample of somebody else's method: made of what is published and nothing else, with a backend that can be relied on. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { WriteOptions } from '../../src/contract/adapter.js';
import type { Enrollment } from '../../src/contract/enrollment.js';
import { faultOf } from '../../src/contract/enrollment-error.js';
import { createMemoryBackend, type MemoryBackend } from '../../src/adapters/memory/index.js';
import { badgeKind } from '../../demo/badge/backend.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const number = '47110023';
const pin = '258091';

test('its folder imports its own files, Lit, and what the package publishes', () => {
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
  };
  const published = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry.types.replace('./dist/types/', '').replace(/\.d\.ts$/, '.js')],
  );
  assert.ok(published.includes('method.js'));
  const folder = path.join(root, 'demo/badge');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const [, from = ''] of text.matchAll(/(?:from |import\(|module )'([^']+)'/g)) {
      const isOwn = /^\.\/[\w.-]+\.js$/.test(from);
      const isLit = /^lit(\/|$)/.test(from);
      const isPublished = from.startsWith('../../src/') && published.includes(from.slice('../../src/'.length));
      assert.ok(isOwn || isLit || isPublished, `${file} imports ${from}`);
    }
  }
});

function backend(limits = {}): MemoryBackend {
  return createMemoryBackend({
    account: { label: 'mika@contoso.example' },
    requirements: [{ id: 'badge', anyOf: [{ kind: 'badge', usage: ['sign-in'], site: 'North Quay' }] }],
    kinds: { badge: badgeKind({ [number]: pin }) },
    limits,
  });
}

let keys = 0;
const options = (): WriteOptions => ({
  signal: new AbortController().signal,
  locale: 'en',
  idempotencyKey: String((keys += 1)),
});

const begun = ({ adapter }: MemoryBackend, badge = number): Promise<Enrollment> =>
  adapter.begin({ kind: 'badge', badge }, options());

async function refusal(call: Promise<unknown>): Promise<ReturnType<typeof faultOf>> {
  return call.then(
    () => undefined,
    (thrown: unknown) => faultOf(thrown),
  );
}

test('the right PIN registers the badge, by the end of its number, and meets what was asked for', async () => {
  const { adapter } = backend();
  const { id } = await adapter.begin({ kind: 'badge', badge: number }, options());
  const { next } = await adapter.verify(id, { type: 'code', code: pin }, options());
  assert.equal(next.type === 'done' && next.methods[0].label, '•••• 0023');
  const info = await adapter.load(options());
  assert.equal(info.requirements[0]?.status, 'satisfied');
  assert.doesNotMatch(JSON.stringify(info), new RegExp(`${number}|${pin}`));
});

test('a wrong PIN is counted, and one that is none is not', async () => {
  const { adapter } = backend({ triesPerEnrollment: 3, waits: [] });
  const { id } = await adapter.begin({ kind: 'badge', badge: number }, options());
  const tried = (code: string) => refusal(adapter.verify(id, { type: 'code', code }, options()));
  assert.deepEqual(await tried('PIN'), { code: 'invalid_code', reason: 'format' });
  assert.deepEqual(await tried('000000'), { code: 'invalid_code', reason: 'mismatch', attemptsLeft: 2 });
  await tried('000001');
  assert.equal((await tried('000002'))?.code, 'attempts_exhausted');
  assert.notEqual((await tried(pin))?.code, undefined, 'the right one comes too late');
});

test('a badge that is in no register is asked for its PIN like any other, and never registered', async () => {
  const all = backend({ waits: [] });
  const known = await begun(all);
  const unknown = await begun(backend(), '00000000');
  assert.deepEqual({ ...unknown, id: known.id, expiresIn: known.expiresIn }, known);
  for (const code of ['000000', pin, 'undefined'])
    assert.equal(
      (await refusal(all.adapter.verify((await begun(all, '99999999')).id, { type: 'code', code }, options())))?.code,
      'invalid_code',
    );
});

test('what cannot be the number of a badge is refused before anything is opened', async () => {
  const all = backend();
  for (const badge of ['', '4711', 'constructor', '４７１１００２３'])
    assert.deepEqual(await refusal(begun(all, badge)), { code: 'invalid_input', field: 'number', reason: 'format' });
  assert.deepEqual((await all.adapter.load(options())).pending, []);
});

test('a new badge takes the place of the old one', async () => {
  const { adapter } = createMemoryBackend({
    account: { label: 'mika@contoso.example' },
    requirements: [{ id: 'badge', anyOf: [{ kind: 'badge', usage: ['sign-in'], site: 'North Quay' }] }],
    kinds: { badge: badgeKind({ [number]: pin, '47110024': '112233' }) },
  });
  for (const [badge, code] of [
    [number, pin],
    ['47110024', '112233'],
  ] as const) {
    const { id } = await adapter.begin({ kind: 'badge', badge }, options());
    await adapter.verify(id, { type: 'code', code }, options());
  }
  const { methods } = await adapter.load(options());
  assert.deepEqual(
    methods.map(({ label }) => label),
    ['•••• 0024'],
  );
});
