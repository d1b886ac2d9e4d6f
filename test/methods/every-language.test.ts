/** What the compiler cannot see of a translation: whether its holes are those of the English, and its plurals complete. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../src/contract/method.js';
import { everyMethod } from './every-method.js';
import { holesOf } from './holes.js';

function inEveryMessage(title: string, prove: (message: Message, english: Message, language: string) => void): void {
  test(title, () => {
    for (const { kind, strings, translations } of everyMethod)
      for (const [language, messages] of Object.entries(translations))
        for (const [key, english] of Object.entries(strings.en)) {
          const message = messages[key];
          assert.ok(message !== undefined, `${kind}, ${language}: ${key} is missing`);
          try {
            prove(message, english, language);
          } catch (cause) {
            throw new Error(`${kind}, ${language}: ${key}`, { cause });
          }
        }
  });
}

test('a translation has the keys of the English and no others', () => {
  for (const { kind, strings, translations } of everyMethod)
    for (const [language, messages] of Object.entries(translations))
      assert.deepEqual(Object.keys(messages).sort(), Object.keys(strings.en).sort(), `${kind}, ${language}`);
});

inEveryMessage('a translation has the holes of the English', (message, english) => {
  assert.deepEqual(holesOf(message), holesOf(english));
});

inEveryMessage(
  'every plural form that the language needs is there, and no empty text',
  (message, english, language) => {
    assert.equal(typeof message, typeof english);
    if (typeof message === 'string') return assert.notEqual(message.trim(), '');
    for (const category of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
      assert.ok(message[category]?.trim(), `no form for “${category}”`);
  },
);

test('the English has every plural form that English needs', () => {
  for (const { kind, strings } of everyMethod)
    for (const [key, message] of Object.entries(strings.en))
      if (typeof message !== 'string') assert.ok(message.one && message.other, `${kind}: ${key}`);
});
