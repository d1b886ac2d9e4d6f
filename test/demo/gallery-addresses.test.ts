/** Every specimen of the gallery has an address of its own, beside those of the same page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placed, type Unplaced } from '../../demo/gallery/specimen.js';

function specimen(group: string, page: string, state: string): Unplaced {
  return { group, page, state, prepare: async () => async () => undefined };
}

test('an address names method, page and state; those that would share one are counted', () => {
  const all = placed([
    specimen('totp', 'code', ''),
    specimen('totp', 'code', 'invalid_code mismatch 1'),
    specimen('totp', 'code', 'invalid_code: mismatch, 1'),
    specimen('wizard', 'summary', 'one method › Next › Done'),
  ]);
  assert.deepEqual(
    all.map(({ id }) => id),
    [
      'totp/code',
      'totp/code/invalid-code-mismatch-1',
      'totp/code/invalid-code-mismatch-1-2',
      'wizard/summary/one-method-done',
    ],
  );
});

test('what belongs together stands side by side, in the order in which it was first met', () => {
  const all = placed([
    specimen('wizard', 'trouble/blocked', 'a'),
    specimen('wizard', 'prompt', 'a'),
    specimen('totp', 'code', 'a'),
    specimen('wizard', 'trouble/cannot-load', 'a'),
    specimen('wizard', 'trouble/blocked', 'b'),
  ]);
  assert.deepEqual(
    all.map(({ group, page, state }) => `${group} ${page} ${state}`),
    [
      'wizard trouble/blocked a',
      'wizard trouble/blocked b',
      'wizard trouble/cannot-load a',
      'wizard prompt a',
      'totp code a',
    ],
  );
});
