/** The address of the demo page: what it asks for, what it may not ask for, and how it is written back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf, readSettings, writeSettings } from '../../demo/settings.js';

const scenarios = ['totp-phone', 'choose'] as const;
const defaults = { scenario: 'totp-phone', lang: 'auto', theme: 'system', keep: false } as const;

test('an empty address asks for the defaults', () => {
  assert.deepEqual(readSettings('', scenarios), defaults);
});

test('every setting can stand in the address', () => {
  assert.deepEqual(readSettings('?scenario=choose&lang=ja&theme=dark&keep', scenarios), {
    scenario: 'choose',
    lang: 'ja',
    theme: 'dark',
    keep: true,
  });
});

test('what nobody knows becomes the default', () => {
  assert.deepEqual(readSettings('?scenario=__proto__&lang=xx&theme=&other=1', scenarios), defaults);
});

test('the defaults are not written, and all else comes back as it was', () => {
  assert.equal(writeSettings(defaults, scenarios), '');
  const all = { scenario: 'choose', lang: 'en', theme: 'light', keep: true } as const;
  assert.deepEqual(readSettings(writeSettings(all, scenarios), scenarios), all);
});

test('automatic is the first of the person’s languages that the page speaks', () => {
  assert.equal(languageOf('auto', ['fr-FR', 'ja-JP', 'en']), 'ja');
  assert.equal(languageOf('auto', ['de']), 'en');
  assert.equal(languageOf('auto', []), 'en');
  assert.equal(languageOf('en', ['ja']), 'en');
});
