/** A part inside a translated sentence stands where the translation puts it, and is never lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from 'lit';
import { around } from '../../src/ui/sentence.js';

const part = html`<bdi>090-1234-5678</bdi>`;

const sentences: readonly (readonly [where: string, say: (mark: string) => string, before: string, after: string])[] = [
  ['in the middle', (mark) => `We are calling ${mark}.`, 'We are calling ', '.'],
  ['at the start', (mark) => `${mark} に電話をかけています。`, '', ' に電話をかけています。'],
  ['at the end', (mark) => `Call ${mark}`, 'Call ', ''],
  ['by itself', (mark) => mark, '', ''],
  ['after all, where the translation forgot it', () => 'We are calling.', 'We are calling.', ''],
];

for (const [where, say, before, after] of sentences)
  test(`the part stands ${where}`, () => {
    assert.deepEqual(around(say, part).values, [before, part, after]);
  });
