/** The kit is worth something: adapters with one fault each are caught, by the very checks that are there for it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkAdapter, checks, type KitResult } from '../../src/testing/index.js';
import { acknowledging } from './broken/acknowledging.js';
import { answers } from './broken/answers.js';
import type { Broken, Full } from './broken/broken.js';
import { calls } from './broken/calls.js';
import { elsewhere } from './broken/elsewhere.js';
import { following } from './broken/following.js';
import { lifetimes } from './broken/lifetimes.js';
import { mails } from './broken/mails.js';
import { managing } from './broken/managing.js';
import { passkeys } from './broken/passkeys.js';
import { phones } from './broken/phones.js';
import { proving } from './broken/proving.js';
import { questions } from './broken/questions.js';
import { memoryLab } from './memory-lab.js';

const table: readonly Broken[] = [
  ...answers,
  ...calls,
  ...proving,
  ...lifetimes,
  ...managing,
  ...phones,
  ...mails,
  ...passkeys,
  ...acknowledging,
  ...elsewhere,
  ...following,
  ...questions,
];

/** Runs some checks on a broken adapter. */
function run({ that, through, backend }: Broken, only: (id: string) => boolean): Promise<KitResult> {
  const lab = memoryLab({
    name: that,
    ...(backend && { backend }),
    // The memory backend of the lab has a password, and so leaves nothing out.
    ...(through && { through: (adapter, world) => ({ ...adapter, ...through(adapter as Full, world) }) }),
  });
  return checkAdapter(lab, { only, deadline: 10_000 });
}

describe('an adapter that', () => {
  for (const broken of table) {
    test(`${broken.that} is caught`, async () => {
      const { results } = await run(broken, (id) => broken.caughtBy.includes(id));
      const outcomes = Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]));
      assert.deepEqual(outcomes, Object.fromEntries(results.map(({ id }) => [id, 'failed'])));
      assert.deepEqual(new Set(results.map(({ id }) => id)), new Set(broken.caughtBy), 'all of these checks exist');
      for (const { id, reason = '' } of results) {
        assert.doesNotMatch(reason, /^took longer/, `${id} sees the fault, and does not only wait`);
      }
    });
  }
});

test('there are at least twenty-five of them, and no two are the same', () => {
  assert.ok(table.length >= 25);
  assert.equal(new Set(table.map(({ that }) => that)).size, table.length);
  for (const { that, caughtBy } of table) assert.ok(caughtBy.length > 0, that);
});

test('every check of the kit is the one that catches something', () => {
  const catching = new Set(table.flatMap(({ caughtBy }) => caughtBy));
  assert.deepEqual(
    checks.map(({ id }) => id).filter((id) => !catching.has(id)),
    [],
  );
});

test('the adapter in which nothing is broken is not caught', async () => {
  const { results } = await run({ that: 'keeps its promises', caughtBy: [] }, () => true);
  assert.deepEqual(
    results.filter(({ outcome }) => outcome === 'failed'),
    [],
  );
  assert.equal(results.length, checks.length);
});
