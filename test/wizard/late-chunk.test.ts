/** A chunk that few people need: fetched once, here with its words, and asked for again only by whoever asks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Language, type Packs } from '../../src/wizard/language.js';
import { LateChunk } from '../../src/wizard/late-chunk.js';

interface Chunk {
  readonly strings: { readonly en: { readonly hello: string }; readonly packs: Packs };
}

const chunk: Chunk = { strings: { en: { hello: 'Hello' }, packs: {} } };

interface Stage {
  readonly late: LateChunk<Chunk>;
  readonly language: Language;
  /** How often it was fetched, and how often it was heard that this is over. */
  readonly counts: { fetched: number; settled: number };
}

function staged(fetch: (turn: number) => Promise<Chunk>): Stage {
  const counts = { fetched: 0, settled: 0 };
  const language = new Language(() => undefined);
  const fetched = (): Promise<Chunk> => fetch(++counts.fetched);
  return { late: new LateChunk('test', language, fetched, () => void counts.settled++), language, counts };
}

test('it is fetched once, however often it is asked for, and its words are spoken when it is here', async () => {
  const { late, language, counts } = staged(() => Promise.resolve(chunk));
  assert.equal(late.here, undefined);
  await Promise.all([late.load(), late.load()]);
  await late.load();
  assert.equal(late.here, chunk);
  assert.deepEqual(counts, { fetched: 1, settled: 1 });
  assert.equal(language.sayOf<Chunk['strings']['en']>('test')('hello'), 'Hello');
});

test('what does not come is told once, and fetched anew when it is asked for again', async () => {
  const { late, counts } = staged((turn) =>
    turn === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(chunk),
  );
  await late.load();
  assert.deepEqual([late.here, late.hasFailed], [undefined, true]);
  assert.deepEqual(counts, { fetched: 1, settled: 1 });
  await late.load();
  assert.deepEqual([late.here, late.hasFailed], [chunk, false], 'what came late has come');
  assert.deepEqual(counts, { fetched: 2, settled: 2 });
});
