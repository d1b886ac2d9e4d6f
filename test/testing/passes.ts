/** What all runs of the kit have in common: the whole of it, with nothing left out, and one line that sums it up. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Trouble } from '../../demo/server/reference/world.js';
import { checkAdapter, report, type Lab } from '../../src/testing/index.js';
import { openMemoryDatabase } from '../demo/server/memory-database.js';
import { referenceLab } from './reference-lab.js';

/** Passes the whole kit. */
export async function passes(t: TestContext, lab: Lab): Promise<void> {
  const result = await checkAdapter(lab);
  const lines: string[] = [];
  report(result, (line) => lines.push(line));
  t.diagnostic(`${lab.name}: ${lines.at(-1) ?? ''}`);
  assert.deepEqual(lines, [`${result.passed} passed, 0 failed, 0 skipped`]);
  assert.ok(result.passed >= 100);
}

/** Opens the database for each instance, and closes them whatever happens. */
export async function instances(t: TestContext, name: string, urls: readonly (string | undefined)[]): Promise<void> {
  const troubles: Trouble[] = [];
  const open = await Promise.all(urls.map(openMemoryDatabase));
  try {
    await passes(t, referenceLab({ name, databases: open.map(({ db }) => db), troubles }));
    assert.deepEqual(troubles, []);
  } finally {
    await Promise.all(open.map(({ close }) => close()));
  }
}
