/** What nobody sends who means well: odd texts, odd values, odd bodies, odd headers, and ids of everything and nothing. */
import fc from 'fast-check';

/** Texts that have broken something somewhere. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', ' ', '\0', 'a\0b', '\ud800', '\udc00x', '\ufeff', '\u202e', '\u2028', '🙂', 'é'.normalize('NFD')),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', "'; drop table accounts; --", '$1', '%s'),
  fc.constantFrom('totp', 'phone', 'push', 'code', 'sms', 'voice', 'app', 'enrollment-x', 'a'.repeat(5000), '1e999'),
  fc.constantFrom('+819012345678', '+81312345678', '+', '+0', '+819012345678\n', '+٨١٩٠١٢٣٤٥٦٧٨'),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Whatever JSON can say. */
const values: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    fc.constantFrom(null, true, false, 0, -0, -1, 1e308, Number.MAX_SAFE_INTEGER, [], {}),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(texts, tie('value'), { maxKeys: 3 }),
  ),
})).value;

const names = [
  ...['kind', 'offerId', 'label', 'replaces', 'restart', 'number', 'channel', 'type', 'code', 'credential', 'answers'],
  ...['methodId', 'password', '__proto__', 'constructor', 'then', 'toJSON', 'length'],
];

/** Bodies that could be right, each of which is spoilt in one or two places. */
const nearly = [
  { kind: 'totp' },
  { kind: 'push' },
  { kind: 'phone', number: '+819012345678', channel: 'sms' },
  { kind: 'phone', number: '+819012345678', channel: 'voice' },
  { type: 'code', code: '123456' },
  { channel: 'sms' },
  { methodId: 'method-x', channel: 'sms' },
];

const spoilt: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...nearly), fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 2 }))
  .map(([body, changes]) => JSON.stringify(Object.fromEntries([...Object.entries(body), ...changes])));

/** The right text in a list, or a number where a text belongs: what a loose check takes for the text. */
const wrapped: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...nearly),
    fc.nat(3),
    fc.constantFrom<(value: unknown) => unknown>(
      (value) => [value],
      (value) => ({ toString: value }),
      (value) => Number(value),
      (value) => [[value]],
    ),
  )
  .map(([body, which, wrap]) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(body).map(([name, value], at) => [name, at === which ? wrap(value) : value])),
    ),
  );

/** Text that is hard to read as JSON, or is none. */
const raw: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', '{', 'null', '[]', '"text"', '{"kind":"totp","kind":1}', '{"kind":"totp","label":1e999}'),
  fc.constantFrom('{"__proto__":{"kind":"totp"}}', '{"kind":"totp","__proto__":null}', '\ufeff{"kind":"totp"}'),
  fc.constantFrom(`{"kind":"totp","label":${'9'.repeat(4000)}}`, `{"kind":"totp","label":"${'x'.repeat(17_000)}"}`),
  fc.nat(4000).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.nat(8000).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.json(),
);

export const oddBody: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  { arbitrary: spoilt, weight: 5 },
  { arbitrary: wrapped, weight: 3 },
  { arbitrary: raw, weight: 2 },
  { arbitrary: fc.uint8Array({ maxLength: 30 }).map((bytes) => new Uint8Array(bytes)), weight: 1 },
);

const headerNames = [
  ...['accept-language', 'idempotency-key', 'human-check', 'content-type', 'content-length', 'origin', 'x-real-ip'],
  ...['sec-fetch-site', 'cookie', 'authorization', 'x-http-method-override', 'forwarded', 'accept', 'range'],
];
const headerValues: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'ja',
    'en-a-b',
    'x',
    '*',
    'zz-12345678-a',
    '-1',
    '1e9',
    '"k"',
    'k',
    'null',
    'application/json;charset=utf-16',
  ),
  fc.constantFrom('https://evil.example', 'text/plain', 'é', '0', 'a'.repeat(300), '198.51.100.7', '::1', 'bytes=0-1'),
  fc.string({ maxLength: 20 }),
);

export const oddHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .dictionary(fc.constantFrom(...headerNames), headerValues, { maxKeys: 3 })
  .filter((headers) => {
    try {
      return [...new Headers(headers)].length >= 0;
    } catch {
      // No client can send it.
      return false;
    }
  });

/** A part of a path as it stands in the address, already encoded as far as it can be. */
export const oddId: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '%00',
    '%ff',
    '%',
    '%2e%2e',
    '%2f',
    '..',
    '.',
    'a%00b',
    '%F0%9F%99%82',
    'x'.repeat(3000),
    '%ed%a0%80',
  ),
  fc.constantFrom('phone', 'app', 'push', 'constructor', '__proto__', 'enrollment-x', 'method-x'),
  texts.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '')) || '-'),
);
