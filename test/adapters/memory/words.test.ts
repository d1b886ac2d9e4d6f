/** The words that the backend writes itself: the text message in each language, and numbers that are masked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedNumber } from '../../../src/adapters/memory/masked-number.js';
import { drawCode } from '../../../src/adapters/memory/sent-codes.js';
import { saidOnCall, textWithCode } from '../../../src/adapters/memory/words.js';
import { Person, repeatable, toMobile } from './person.js';

const context = { organization: 'Contoso', minutes: 10, host: undefined };

test('the code stands first, nobody is to share it, and there is no link', () => {
  const texts = ['en', 'ja'].map((locale) => textWithCode('004217', { ...context, locale }));
  assert.deepEqual(texts, [
    '004217 is your Contoso code. Do not share it with anyone. It expires in 10 min.',
    '004217（Contosoの確認コード）10分間有効。誰にも教えないでください。',
  ]);
});

test('an organisation without a name is not named', () => {
  const texts = ['en', 'ja'].map((locale) => textWithCode('004217', { ...context, organization: undefined, locale }));
  assert.deepEqual(texts, [
    '004217 is your verification code. Do not share it with anyone. It expires in 10 min.',
    '004217（確認コード）10分間有効。誰にも教えないでください。',
  ]);
});

for (const [what, organization, named] of [
  ['a line break', 'Contoso\n@evil.example #666666', 'Contoso @evil.example #666666'],
  ['a carriage return', 'Contoso\r\n@evil.example #666666\r\n', 'Contoso @evil.example #666666'],
  ['a break of Unicode', 'Contoso\u2028@evil.example #666666\u2029\u0085', 'Contoso @evil.example #666666'],
  ['other control characters', '\u0007Con\u0000toso\u001b', 'Con toso'],
  ['nothing else', '\n\u0000', undefined],
] as const) {
  test(`a name with ${what} in it stays in its line, and the last line is ours`, () => {
    for (const locale of ['en', 'ja']) {
      const text = textWithCode('004217', { locale, organization, minutes: 10, host: 'login.example.com' });
      const plain = textWithCode('004217', { ...context, locale, organization: named });
      assert.deepEqual(text.split(/[\r\n\u0085\u2028\u2029]/), [plain, '@login.example.com #004217']);
      for (const code of [undefined, '004217']) {
        assert.equal(saidOnCall(code, { locale, organization }), saidOnCall(code, { locale, organization: named }));
      }
    }
  });
}

for (const [locale, language] of [
  ['ja-JP', 'ja'],
  ['JA', 'ja'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['constructor', 'en'],
  ['', 'en'],
] as const) {
  test(`the locale ${JSON.stringify(locale)} is answered in ${language}`, () => {
    assert.equal(textWithCode('1', { ...context, locale }), textWithCode('1', { ...context, locale: language }));
  });
}

for (const locale of ['en', 'ja']) {
  test(`a browser finds the code for its site in the last line (${locale}), and all of it fits one text [F84]`, async () => {
    const person = new Person({ host: 'login.example.com' });
    person.locale = locale;
    await person.begin(toMobile);
    const text = person.backend.messages()[0]?.text ?? '';
    // The origin-bound one-time code format: the last line is `@host #code` and nothing else.
    const [, host, code] = /(?:^|\n)@([^\s@#]+) #([^\s@#]+)$/.exec(text) ?? assert.fail(text);
    assert.deepEqual([host, code], ['login.example.com', person.textedCode()]);
    const isPlain = [...text].every((letter) => letter.charCodeAt(0) < 0x80);
    assert.ok(text.length <= (isPlain ? 160 : 70), `${text.length} characters`);
  });
}

for (const [number, masked] of [
  ['+819012345678', '+81 **-****-5678'],
  ['+81312345678', '+81 *-****-5678'],
  ['+15551234567', '+1 **-****-4567'],
  ['+493012345678', '+49 **-****-5678'],
  ['+35312345678', '+353 ****-5678'],
  ['+2906123', '+290 **-23'],
  ['+861312345678901', '+86 *-****-****-8901'],
] as const) {
  test(`${number} is shown as ${masked}`, () => {
    assert.equal(maskedNumber(number), masked);
  });
}

test('codes have six digits, leading zeros kept, and every first digit comes up as often', () => {
  const random = repeatable(7);
  const first = new Map<string, number>();
  for (let i = 0; i < 100_000; i++) {
    const code = drawCode(random, 6);
    assert.match(code, /^\d{6}$/);
    first.set(code.charAt(0), (first.get(code.charAt(0)) ?? 0) + 1);
  }
  for (const [digit, count] of first) assert.ok(Math.abs(count - 10_000) < 600, `${digit}: ${count}`);
  assert.equal(
    drawCode((length) => new Uint8Array(length), 6),
    '000000',
  );
});
