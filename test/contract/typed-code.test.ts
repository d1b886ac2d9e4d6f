/** A code is read through whatever people, keyboards and messages put around it, and nothing is guessed beyond that. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeProblem, readCode } from '../../src/contract/typed-code.js';
import { methodFaults } from '../../demo/gallery/methods/every-fault.js';

const six = { alphabet: 'digits', length: 6 } as const;
const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** The zeros of scripts that people type numbers in. */
const zeros: Readonly<Record<string, number>> = {
  'full-width': 0xff10,
  'Arabic-Indic': 0x0660,
  'Extended Arabic-Indic': 0x06f0,
  Devanagari: 0x0966,
  Bengali: 0x09e6,
  Thai: 0x0e50,
  Khmer: 0x17e0,
  NKo: 0x07c0,
  Chakma: 0x11136,
  'mathematical bold': 0x1d7ce,
  'mathematical monospace': 0x1d7f6,
};
const inScript = (code: string, zero: number): string =>
  [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');

/** What may stand between the digits of a code, or around it, without being part of it. */
const between = [
  '',
  ' ',
  '-',
  '–',
  '—',
  '‑',
  '.',
  '\u00a0',
  '\u2009',
  '\u202f',
  '\t',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u00ad',
];
const around = [
  '',
  ' ',
  '\n',
  '"',
  '“',
  '”',
  '(',
  ')',
  '[',
  ']',
  '「',
  '」',
  '『',
  '』',
  '#',
  '*',
  ':',
  ',',
  '.',
  '\u200e',
  '\u202a',
  '\u202c',
  '\u2068',
  '\u2069',
];

const decorated = (length: number): fc.Arbitrary<{ readonly code: string; readonly typed: string }> =>
  fc
    .record({
      code: digits(length),
      zero: fc.constantFrom(0x30, ...Object.values(zeros)),
      gaps: fc.array(fc.constantFrom(...between), { minLength: length, maxLength: length }),
      before: fc.array(fc.constantFrom(...around), { maxLength: 3 }),
      after: fc.array(fc.constantFrom(...around), { maxLength: 3 }),
    })
    .map(({ code, zero, gaps, before, after }) => ({
      code,
      typed: [...before, ...[...inScript(code, zero)].map((digit, n) => digit + (gaps[n] ?? '')), ...after].join(''),
    }));

test('a code is read through thousands of decorations, in any script’s digits', () => {
  for (const length of [4, 6, 8])
    fc.assert(
      fc.property(decorated(length), ({ code, typed }) => {
        assert.deepEqual(readCode(typed, { alphabet: 'digits', length }), { code });
      }),
      { numRuns: 3_000 },
    );
});

for (const [script, zero] of Object.entries(zeros))
  test(`every digit of the ${script} script is read`, () => {
    assert.deepEqual(readCode(inScript('0123456789', zero), { alphabet: 'digits', length: 10 }), {
      code: '0123456789',
    });
  });

const half = (code: string, from: number): string => [...code].slice(from, from + 3).join('');
const messages: readonly ((code: string) => string)[] = [
  (code) => `Your code is ${code}.`,
  (code) => `${code} is your Harbor verification code.`,
  (code) => `G-${code}`,
  (code) => `[Harbor] 認証コード：${code}`,
  (code) => `確認コードは「${code}」です。有効期限は 10 分です。`,
  (code) => `رمزك هو ${code}`,
  (code) => `Use ${half(code, 0)}-${half(code, 3)} within 10 minutes`,
  (code) => `Use ${half(code, 0)} ${half(code, 3)} within 10 minutes`,
];

test('a code is found in the message that it came in, whichever it is', () => {
  fc.assert(
    fc.property(
      digits(6),
      fc.constantFrom(...messages),
      fc.constantFrom(0x30, ...Object.values(zeros)),
      (code, say, zero) => assert.deepEqual(readCode(say(inScript(code, zero)), six), { code }),
    ),
    { numRuns: 2_000 },
  );
});

test('a message that names its code again for the browser holds one code, not two', () => {
  // The last line binds the code to a site (WICG, “SMS one-time codes”).
  const message = 'Your Harbor code is 123456.\n\n@harbor.example #123456';
  assert.deepEqual(readCode(message, six), { code: '123456' });
});

test('a code is found in a message although something invisible stands between its digits', () => {
  for (const gap of ['\u200b', '\u2060', '\ufeff', '\u200e'])
    assert.deepEqual(readCode(`Your code is 123${gap}456.`, six), { code: '123456' }, JSON.stringify(gap));
});

test('a message with two codes, or with none of the right length, is not guessed at', () => {
  assert.deepEqual(readCode('Your code is 123456, not 654321.', six), { problem: 'not-digits' });
  assert.deepEqual(readCode('Your code is 1234.', six), { problem: 'not-digits' });
  assert.deepEqual(readCode('Your code is 1234567.', six), { problem: 'not-digits' });
});

test('a message may hold other numbers, as long as one has the right length', () => {
  assert.deepEqual(readCode('Code 123456 for order 77, valid until 12:30', six), { code: '123456' });
});

const problems: readonly (readonly [typed: string, problem: string])[] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['\u200b\u00ad', 'empty'],
  ['---', 'empty'],
  ['""', 'empty'],
  ['abcdef', 'not-digits'],
  ['12a456', 'not-digits'],
  ['O12345', 'not-digits'],
  ['１２三４５６', 'not-digits'],
  ['1', 'too-short'],
  ['12345', 'too-short'],
  ['123 45', 'too-short'],
  ['1234567', 'too-long'],
  ['123 456 7', 'too-long'],
  ['123456'.repeat(50), 'too-long'],
];

for (const [typed, problem] of problems)
  test(`${JSON.stringify(typed.slice(0, 20))} is told to be ${problem}`, () => {
    assert.deepEqual(readCode(typed, six), { problem });
  });

test('whatever is typed, the answer is a code of the right shape or a problem, and never an exception', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
  fc.assert(
    fc.property(
      anything,
      fc.integer({ min: 4, max: 10 }),
      fc.constantFrom('digits', 'alphanumeric'),
      (typed, length, alphabet) => {
        const read = readCode(typed, { alphabet, length });
        if ('problem' in read) return;
        assert.equal(read.code.length, length);
        if (alphabet === 'digits') assert.match(read.code, /^[0-9]+$/);
      },
    ),
    { numRuns: 5_000 },
  );
});

test('a code that was read is read again as it is', () => {
  fc.assert(fc.property(digits(6), (code) => assert.deepEqual(readCode(code, six), { code })));
});

test('six digits are expected where the backend does not say how many', () => {
  assert.deepEqual(readCode('123456', { alphabet: 'digits' }), { code: '123456' });
  assert.deepEqual(readCode('12345', { alphabet: 'digits', length: undefined }), { problem: 'too-short' });
});

test('a code of letters and digits is read in capitals, without its dashes and spaces', () => {
  const shape = { alphabet: 'alphanumeric', length: 8 } as const;
  assert.deepEqual(readCode('abcd-ef12', shape), { code: 'ABCDEF12' });
  assert.deepEqual(readCode(' ＡＢＣＤ ef12 ', shape), { code: 'ABCDEF12' });
  assert.deepEqual(readCode('abc', shape), { problem: 'too-short' });
  assert.deepEqual(readCode('abcdef123', shape), { problem: 'too-long' });
  assert.deepEqual(readCode(' - ', shape), { problem: 'empty' });
});

test('a problem of the typed code stands at its field, with the number of characters where that helps', () => {
  assert.deepEqual(codeProblem('empty', 6), { field: 'code', text: 'code.empty' });
  assert.deepEqual(codeProblem('not-digits', 6), { field: 'code', text: 'code.not-digits' });
  assert.deepEqual(codeProblem('too-short', 8), { field: 'code', text: ['code.too-short', { count: 8 }] });
  assert.deepEqual(codeProblem('too-long', 8), { field: 'code', text: ['code.too-long', { count: 8 }] });
});

test('a refusal stands at the code field when it is about the code, and above the buttons when it is not', () => {
  const atField = ['invalid_code', 'invalid_input', 'code_expired', 'attempts_exhausted'];
  for (const fault of methodFaults) {
    const problem = codeProblem(fault, 6);
    assert.ok('fault' in problem && problem.fault === fault);
    assert.equal(problem.field, atField.includes(fault.code) ? 'code' : undefined, fault.code);
  }
});
