/** The memory backend keeps every promise that the kit knows of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAdapter, report } from '../../src/testing/index.js';
import { memoryLab } from './memory-lab.js';

test('the memory backend passes every check', async () => {
  const result = await checkAdapter(memoryLab());
  const lines: string[] = [];
  report(result, (line) => lines.push(line));
  assert.deepEqual(lines, [`${result.passed} passed, 0 failed, 0 skipped`]);
  assert.ok(result.passed >= 40);
});
