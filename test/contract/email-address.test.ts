/** An address is read as people type and paste it, kept as it was typed, and compared in one form. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AddressProblem, canonicalOf, readAddress } from '../../src/contract/email-address.js';

const refused = { domains: ['harbor.example', '企業.example'], own: 'Ayaka@Sign-in.Example' };

const taken: Readonly<Record<string, string>> = {
  'hana@mail.example': 'hana@mail.example',
  '  hana@mail.example\n': 'hana@mail.example',
  'Hana.Sato+bank@Mail.Example': 'Hana.Sato+bank@mail.example',
  'ｈａｎａ＠ｍａｉｌ．ｅｘａｍｐｌｅ': 'hana@mail.example',
  'hana@mail。example': 'hana@mail.example',
  'hana@mail.example.': 'hana@mail.example',
  'ha\u200bna@mail.example': 'hana@mail.example',
  'mailto:hana@mail.example?subject=x': 'hana@mail.example',
  'Hana Sato <hana@mail.example>': 'hana@mail.example',
  'hana@bücher.example': 'hana@xn--bcher-kva.example',
  'hana@BÜCHER.example': 'hana@xn--bcher-kva.example',
  'hana@例え.テスト': 'hana@xn--r8jz45g.xn--zckzah',
  '花@例え.テスト': '花@xn--r8jz45g.xn--zckzah',
  'hana..@docomo.example': 'hana..@docomo.example',
  "o'hara_!#$%&*/=?^`{|}~-@mail.example": "o'hara_!#$%&*/=?^`{|}~-@mail.example",
  [`${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(58)}.example`]: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(58)}.example`,
};

const wrong: Readonly<Record<string, AddressProblem>> = {
  '': 'empty',
  ' \u200b ': 'empty',
  hana: 'no-at',
  'hana.mail.example': 'no-at',
  'hana@': 'incomplete',
  '@mail.example': 'incomplete',
  'hana@mail': 'incomplete',
  'hana@localhost': 'incomplete',
  'hana@mail.': 'incomplete',
  'hana@.example': 'incomplete',
  'hana@-mail.example': 'incomplete',
  'hana@mail.e': 'incomplete',
  'hana@192.168.0.1': 'incomplete',
  'hana@0x7f.1': 'incomplete',
  'hana@xn--zzzzzz--.example': 'incomplete',
  'ha na@mail.example': 'characters',
  'hana@@mail.example': 'characters',
  'hana@mail.example,mika@mail.example': 'characters',
  'hana@mail.example\r\nBcc: mika@mail.example': 'characters',
  '"ha na"@mail.example': 'characters',
  'hana@[127.0.0.1]': 'characters',
  'hana@mail.example/x': 'characters',
  'hana@mail_box.example': 'characters',
  [`${'a'.repeat(65)}@mail.example`]: 'too-long',
  [`hana@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(60)}.example`]: 'too-long',
  'ayaka@sign-in.example': 'own',
  'AYAKA@SIGN-IN.EXAMPLE': 'own',
  'Ayaka+recovery@sign-in.example': 'own',
  'hana@harbor.example': 'organization',
  'hana@HARBOR.example': 'organization',
  'hana@mail.harbor.example': 'organization',
  'hana@企業.example': 'organization',
  'hana@xn--hoqz75d.example': 'organization',
};

for (const [typed, address] of Object.entries(taken))
  test(`«${typed.slice(0, 40)}» is taken`, () => {
    const read = readAddress(typed, refused);
    assert.ok('address' in read, JSON.stringify(read));
    assert.equal(read.address, address);
  });

for (const [typed, problem] of Object.entries(wrong))
  test(`«${typed.slice(0, 40)}» is ${problem}`, () => {
    assert.deepEqual(readAddress(typed, refused), { problem });
  });

test('what only ends like the organisation’s domain is not its own', () => {
  assert.ok('address' in readAddress('hana@safe-harbor.example', refused));
});

test('a plus leads to the same mailbox, on either side, and is kept where a mail is sent', () => {
  assert.deepEqual(readAddress('hana@mail.example', { own: 'Hana+work@mail.example' }), { problem: 'own' });
  const other = readAddress('hana+work@mail.example', { own: 'hanae@mail.example' });
  assert.equal('address' in other && other.canonical, 'hana+work@mail.example');
  assert.ok('address' in readAddress('+a@mail.example', { own: 'hana@mail.example' }));
});

test('a sign-in name that is no address refuses nothing', () => {
  assert.ok('address' in readAddress('hana@mail.example', { own: 'hana' }));
  assert.equal(canonicalOf('hana'), undefined);
});

test('one address has one canonical form, whatever its case and dress', () => {
  const forms = ['Hana@Bücher.Example', 'hana@xn--bcher-kva.example', 'ＨＡＮＡ＠bücher．example'];
  const read = forms.map((typed) => readAddress(typed, {}));
  assert.deepEqual(
    read.map((one) => 'canonical' in one && one.canonical),
    forms.map(() => 'hana@xn--bcher-kva.example'),
  );
  for (const form of forms.slice(0, 2)) assert.equal(canonicalOf(form), 'hana@xn--bcher-kva.example');
});

test('whatever is typed, what is read is one address of printable characters, and reads the same again', () => {
  const pieces = fc.constantFrom(...'ab.@-_+ <>,;:"()[]\\\r\n\0é漢。@mailto:', 'xn--', '.example', '\u202e');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
        fc.string(),
      ),
      (typed) => {
        const read = readAddress(typed, {});
        if ('problem' in read) return;
        assert.match(read.address, /^[^\s@<>,;:"()[\]\\\p{C}]+@[a-z\d.-]+$/u);
        assert.ok(read.address.length <= 254);
        assert.deepEqual(readAddress(read.address, {}), read);
      },
    ),
    { numRuns: 2_000 },
  );
});
