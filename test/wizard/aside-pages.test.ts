/** Where the pages that few people meet do not come: nobody is held up, and nothing is fetched each second. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowEvent } from '../../src/core/flow-state.js';
import type { FlowRun } from '../../src/runtime/run-flow.js';
import type { Session } from '../../src/runtime/session.js';
import { AsidePages } from '../../src/wizard/aside-pages.js';
import { Attention } from '../../src/wizard/attention.js';
import { Language } from '../../src/wizard/language.js';
import type { TellingShell } from '../../src/wizard/shell.js';

interface Stage {
  readonly pages: AsidePages;
  readonly sent: readonly FlowEvent['type'][];
  /** How often the chunk was fetched, and how often the wizard was to be drawn anew. */
  readonly counts: { fetched: number; changed: number };
}

/** Nothing of the chunk is to be had. */
function offline(): Stage {
  const counts = { fetched: 0, changed: 0 };
  const sent: FlowEvent['type'][] = [];
  const shell: TellingShell = {
    language: new Language(() => undefined),
    card: () => undefined,
    kinds: () => new Set(),
    has: () => false,
    send: ({ type }) => void sent.push(type),
    fire: () => true,
    explain: ({ code }) => code,
  };
  const fetch = (): Promise<never> => {
    counts.fetched += 1;
    return Promise.reject(new Error('offline'));
  };
  const attention = new Attention(undefined);
  return { pages: new AsidePages({ shell, attention, fetch, changed: () => void counts.changed++ }), sent, counts };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const session = { left: 100_000 } as unknown as Session;

test('the notice of a session that ends is drawn each second, and asks for its chunk once', async () => {
  const { pages, counts } = offline();
  for (let second = 0; second < 5; second++) {
    assert.equal(pages.notice(session), undefined);
    await settled();
  }
  assert.deepEqual(counts, { fetched: 1, changed: 1 });
});

test('where trouble has a page of its own that does not come, a plain one says what happened', async () => {
  const { pages, counts } = offline();
  const fault = { code: 'session_expired' } as const;
  assert.equal(pages.trouble(fault), undefined);
  await settled();
  assert.equal(pages.trouble(fault)?.name, 'cannot-load');
  assert.equal(counts.fetched, 1);
});

test('a question that cannot be asked is withdrawn, and asked anew by whoever tries again', async () => {
  const { pages, counts, sent } = offline();
  const answers: string[] = [];
  const asked = { what: { kind: 'password' }, answer: ({ type }: { type: string }) => void answers.push(type) };
  const run = { asked, state: { phase: 'method' } } as unknown as FlowRun;
  for (const turn of [1, 2]) {
    assert.equal(pages.above(run), undefined);
    await settled();
    assert.deepEqual([answers.length, counts.fetched], [turn, turn]);
  }
  assert.deepEqual(answers, ['withdrawn', 'withdrawn']);
  assert.deepEqual(sent, ['aside-missed', 'aside-missed']);
});
