/** Which of the languages that there are is spoken, and in which direction. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { directionOf, languageAround, spoken } from '../../src/i18n/locale.js';
import { sayer } from '../../src/i18n/translate.js';

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

const rightToLeft = ['ar', 'ar-EG', 'AR', 'he', 'iw', 'fa', 'fa-AF', 'ur-PK', 'ps', 'yi', 'dv', 'ckb-IQ', 'ug', 'sd'];
const leftToRight = ['en', 'ja', 'zh-Hant', 'art', 'hea', 'fab', 'de-AT', 'tr', 'ha', 'ku', 'az'];

test('right-to-left languages are, in every way of writing them', () => {
  for (const locale of rightToLeft) assert.equal(directionOf(locale), 'rtl', locale);
});

test('all others are not, however they begin', () => {
  for (const locale of leftToRight) assert.equal(directionOf(locale), 'ltr', locale);
});

test('the script decides where a language is written in two', () => {
  for (const locale of ['ku-Arab', 'ha-Arab', 'pa-Arab', 'uz-Arab-AF', 'en-Arab', 'ja-Hebr-JP'])
    assert.equal(directionOf(locale), 'rtl', locale);
  for (const locale of ['ks-Deva', 'sd-Deva-IN']) assert.equal(directionOf(locale), 'ltr', locale);
});

/** As much of an element as is asked for. */
function element(lang: string | null, around: { parent?: Element; host?: Element } = {}): Element {
  return {
    getAttribute: () => lang,
    parentElement: around.parent ?? null,
    getRootNode: () => (around.host ? new Root(around.host) : {}),
  } as unknown as Element;
}

class Root {
  readonly host: Element;
  constructor(host: Element) {
    this.host = host;
  }
}

function inBrowser(language: string, run: () => void): void {
  const globals = { ShadowRoot: Root, navigator: { language } };
  const before = Object.keys(globals).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    run();
  } finally {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
  }
}

test('the widget’s own language comes first, then that of the text around it, through shadow roots, then the browser’s', () => {
  inBrowser('de', () => {
    const page = element('fr');
    assert.equal(languageAround(element('ja', { parent: page })), 'ja');
    assert.equal(languageAround(element(null, { parent: page })), 'fr');
    assert.equal(
      languageAround(element('', { parent: element(null, { parent: page }) })),
      'fr',
      'an empty one says nothing',
    );
    assert.equal(languageAround(element(null, { host: element(null, { parent: page }) })), 'fr');
    assert.equal(languageAround(element(null)), 'de');
  });
  inBrowser('', () => assert.equal(languageAround(element(null)), 'en'));
});

test('a language that the page writes in its own way stops neither the words nor their direction', () => {
  // `lang` is the host's to write, and people write ja_JP.
  inBrowser('ja', () => {
    for (const lang of ['ja_JP', 'ja_JP.UTF-8', 'ja-', '*', 'x', 'japanese-language-of-japan']) {
      const locale = languageAround(element(lang));
      const say = sayer<{ left: { other: '{count}' } }>([{ locale, messages: { left: { other: '残り {count} 回' } } }]);
      assert.equal(say(['left', { count: 3 }]), '残り 3 回', lang);
      assert.equal(directionOf(locale), 'ltr', lang);
      assert.equal(spoken(locale, languages), 'ja', `${lang}, or what the browser says`);
    }
    assert.equal(directionOf(languageAround(element('ar_EG'))), 'rtl');
  });
});
