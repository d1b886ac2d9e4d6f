/** Which of the languages that there are is spoken, and in which direction. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { directionOf, spoken } from '../../src/i18n/locale.js';

const languages = { ja: 1, pt: 1, 'pt-br': 1, 'zh-hant': 1 };

const choices: readonly (readonly [wanted: string, spoken: string | undefined])[] = [
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['JA', 'ja'],
  ['ja_JP', 'ja'],
  ['ja-JP-u-ca-japanese', 'ja'],
  ['pt', 'pt'],
  ['pt-BR', 'pt-br'],
  ['pt-PT', 'pt'],
  ['zh-Hant-TW', 'zh-hant'],
  ['zh-Hans', undefined],
  ['zh', undefined],
  ['en', undefined],
  ['jam', undefined],
  ['', undefined],
  ['-', undefined],
];

for (const [wanted, name] of choices)
  test(`“${wanted}” is spoken ${name === undefined ? 'in English' : `as ${name}`}`, () => {
    assert.equal(spoken(wanted, languages), name);
  });

test('a name that every object has is no language', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    assert.equal(spoken(name, {}), undefined);
});

test('whatever stands in a lang attribute, the answer is a language that there is, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (wanted) => {
      const name = spoken(wanted, languages);
      assert.ok(name === undefined || Object.hasOwn(languages, name));
    }),
  );
});

const rightToLeft = [
  'ar',
  'ar-EG',
  'AR',
  'he',
  'iw',
  'fa',
  'fa-AF',
  'ur-PK',
  'ps',
  'yi',
  'dv',
  'ckb-IQ',
  'ug',
  'sd',
  'ar_EG',
];
const leftToRight = ['en', 'ja', 'zh-Hant', 'art', 'hea', 'fab', 'de-AT', 'tr', 'ha', 'ku', 'az', ''];

test('right-to-left languages are, in every way of writing them', () => {
  for (const locale of rightToLeft) assert.equal(directionOf(locale), 'rtl', locale);
});

test('all others are not, however they begin', () => {
  for (const locale of leftToRight) assert.equal(directionOf(locale), 'ltr', locale);
});

test('the script decides where a language is written in two', () => {
  for (const locale of ['ku-Arab', 'ha-Arab', 'pa-Arab', 'az-Arab', 'uz-Arab-AF'])
    assert.equal(directionOf(locale), 'rtl', locale);
  for (const locale of ['ar-Latn', 'ur-Latn', 'ks-Deva', 'sd-Deva']) assert.equal(directionOf(locale), 'ltr', locale);
});
