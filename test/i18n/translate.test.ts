/** Texts are said in the first language that has them, with its own plurals and digits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Message } from '../../src/contract/method.js';
import { sayer } from '../../src/i18n/translate.js';

const en = {
  title: 'Phone',
  greeting: 'Hello {name}',
  left: { one: '{count} try left', other: '{count} tries left' },
  range: '{from} to {to}, {from} first',
} as const satisfies Readonly<Record<string, Message>>;

const ja: Readonly<Record<string, Message>> = { title: '電話', left: { other: '残り {count} 回' } };
const ar: Readonly<Record<string, Message>> = {
  left: {
    zero: 'صفر {count}',
    one: 'واحد {count}',
    two: 'اثنان {count}',
    few: 'قليل {count}',
    many: 'كثير {count}',
    other: 'آخر {count}',
  },
};

const english = { locale: 'en', messages: en };
const sayEnglish = sayer<typeof en>([english]);

test('a text without holes is said as it is', () => {
  assert.equal(sayEnglish('title'), 'Phone');
});

test('holes are filled, each as often as it stands there', () => {
  assert.equal(sayEnglish(['greeting', { name: 'Ayaka' }]), 'Hello Ayaka');
  assert.equal(sayEnglish(['range', { from: 'a', to: 'b' }]), 'a to b, a first');
});

test('what fills a hole is never read as a text itself', () => {
  for (const name of ['{name}', '{from}', '$&', '$1', '$$', '\\', '<b>bold</b>'])
    assert.equal(sayEnglish(['greeting', { name }]), `Hello ${name}`);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      assert.equal(sayEnglish(['greeting', { name }]), `Hello ${name}`);
    }),
  );
});

test('English has two plural forms', () => {
  const said = [0, 1, 2, 11].map((count) => sayEnglish(['left', { count }]));
  assert.deepEqual(said, ['0 tries left', '1 try left', '2 tries left', '11 tries left']);
});

test('Japanese has one', () => {
  const say = sayer<typeof en>([{ locale: 'ja', messages: ja }, english]);
  assert.deepEqual(
    [1, 2].map((count) => say(['left', { count }])),
    ['残り 1 回', '残り 2 回'],
  );
});

test('Arabic has six', () => {
  const say = sayer<typeof en>([{ locale: 'ar', messages: ar }, english]);
  const words = [0, 1, 2, 3, 11, 100].map((count) => say(['left', { count }]).split(' ')[0]);
  assert.deepEqual(words, ['صفر', 'واحد', 'اثنان', 'قليل', 'كثير', 'آخر']);
});

test('a plural form that a translation does not have is its general one', () => {
  const say = sayer<typeof en>([{ locale: 'ar', messages: { left: { other: 'آخر {count}' } } }]);
  assert.match(say(['left', { count: 2 }]), /^آخر/);
});

test('numbers are written in the language’s own digits and groups', () => {
  const left = (locale: string, count: number): string =>
    sayer<typeof en>([{ locale, messages: { left: { other: '{count}' } } }])(['left', { count }]);
  assert.equal(left('en', 1234567), '1,234,567');
  assert.equal(left('de', 1234567), '1.234.567');
  assert.equal(left('ar-EG', 25), '٢٥');
  assert.equal(left('fa', 25), '۲۵');
  assert.equal(left('hi-u-nu-deva', 25), '२५');
});

test('a number that is given as text stays as it was written: a telephone number is no quantity', () => {
  const say = sayer<typeof en>([{ locale: 'ar-EG', messages: en }]);
  assert.equal(say(['greeting', { name: '090-1234-5678' }]), 'Hello 090-1234-5678');
});

test('the host’s own words come first, then the language, then English', () => {
  const own = { locale: 'ja', messages: { title: '携帯電話' } };
  const say = sayer<typeof en>([own, { locale: 'ja', messages: ja }, english]);
  assert.equal(say('title'), '携帯電話');
  assert.equal(say(['left', { count: 3 }]), '残り 3 回');
  assert.equal(say(['greeting', { name: 'Ayaka' }]), 'Hello Ayaka', 'what is missing in Japanese is said in English');
});

test('a number is written as its language writes it, however small or odd', () => {
  // No count is minus zero.
  const number = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.double()).map((count) => count + 0);
  const locale = fc.constantFrom('en', 'en-IN', 'en-u-nu-deva', 'ja', 'ja-JP', 'ja-JP-u-nu-hanidec', 'ar-EG', 'hi');
  fc.assert(
    fc.property(number, locale, (count, spoken) => {
      const say = sayer<typeof en>([{ locale: spoken, messages: { left: { other: '{count}' } } }]);
      assert.equal(say(['left', { count }]), new Intl.NumberFormat(spoken).format(count));
    }),
  );
});

test('an English sentence has English plurals and digits, in whatever language the rest is', () => {
  const say = sayer<typeof en>([{ locale: 'ar-EG', messages: {} }, english]);
  assert.equal(say(['left', { count: 2 }]), '2 tries left');
});

test('a host may say a counted text without plurals, and a plain one with holes of its own', () => {
  const messages = { left: 'Still {count}', title: 'Phone {model}' };
  const say = sayer<typeof en>([{ locale: 'en', messages }, english]);
  assert.equal(say(['left', { count: 1 }]), 'Still 1');
  assert.equal(say('title'), 'Phone {model}', 'a hole that nothing fills stays visible instead of vanishing');
});

test('names that every object has are keys and holes like any other', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'];
  const say = sayer<Readonly<Record<string, string>>>([english]);
  for (const name of names) assert.equal(say(name), name, 'a key that there is no text for is said as it is');
  for (const name of names) {
    const own = sayer<Readonly<Record<string, string>>>([{ locale: 'en', messages: { title: `a {${name}} b` } }]);
    assert.equal(own('title'), `a {${name}} b`);
  }
});

test('a host’s words that are no words are passed over', () => {
  for (const value of [null, 7, true, [], {}, { one: '1' }]) {
    const own = { title: value, left: value } as unknown as Readonly<Record<string, Message>>;
    const say = sayer<typeof en>([{ locale: 'en', messages: own }, english]);
    assert.equal(say('title'), 'Phone', JSON.stringify(value));
    assert.equal(say(['left', { count: 2 }]), '2 tries left', JSON.stringify(value));
  }
});
