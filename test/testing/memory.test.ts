/** The memory backend keeps every promise that the kit knows of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAdapter, report } from '../../src/testing/index.js';
import { memoryLab } from './memory-lab.js';

/** What cannot be tried here, and why. */
const skips: Readonly<Record<string, string>> = {
  'shape/then': 'nothing that is registered here opens another enrolment',
};

test('the memory backend passes every check that can be tried on it', async () => {
  const result = await checkAdapter(memoryLab());
  const lines: string[] = [];
  report(result, (line) => lines.push(line));
  const expected = Object.entries(skips).map(([id, reason]) => `skipped ${id}: ${reason}`);
  assert.deepEqual(lines.slice(0, -1), expected);
  assert.equal(lines.at(-1), `${result.passed} passed, 0 failed, ${expected.length} skipped`);
  assert.ok(result.passed >= 40);
});
