/** The address of the gallery: what a designer can link to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings, writeSettings } from '../../demo/gallery/settings.js';

const languages = ['en', 'ja'] as const;

test('every setting can be asked for in the address, and is written back as it was', () => {
  const query = '?lang=ja&theme=dark&width=320&dir=rtl&looks=one&only=phone%2Fcode';
  const settings = readSettings(query, [...languages]);
  assert.deepEqual(settings, { lang: 'ja', theme: 'dark', width: '320', dir: 'rtl', looks: 'one', only: 'phone/code' });
  assert.equal(writeSettings(settings, [...languages]), query);
});

test('what is not understood becomes the default, and defaults leave the address empty', () => {
  const settings = readSettings('?lang=tlh&theme=sepia&width=1&dir=up&looks=few', [...languages]);
  assert.deepEqual(settings, { lang: 'en', theme: 'light', width: '440', dir: 'ltr', looks: 'all', only: '' });
  assert.equal(writeSettings(settings, [...languages]), '');
});
