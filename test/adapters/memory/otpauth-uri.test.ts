/** The URI that apps read: whatever organisations and people are called, it parses back to exactly that (R16). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { provision } from '../../../src/adapters/memory/totp.js';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Reads a URI as the key URI format describes it, and not as the library that wrote it does. */
function read(uri: string): { issuer: string; account: string; parameters: Record<string, string> } {
  const [, label, query] = /^otpauth:\/\/totp\/([^?]*)\?(.*)$/.exec(uri) ?? assert.fail(`no URI of an app: ${uri}`);
  const parts = (label ?? '').split(':');
  assert.equal(parts.length, 2, 'one separator');
  const pairs = (query ?? '').split('&').map((pair) => pair.split('='));
  for (const pair of pairs) assert.equal(pair.length, 2, 'a name and a value');
  const [issuer = '', account = ''] = parts.map(decodeURIComponent);
  const parameters = Object.fromEntries(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)]));
  return { issuer, account, parameters };
}

const corpus: readonly (readonly [issuer: string, account: string, readsAs: readonly [string, string]])[] = [
  ['Contoso', 'mika@contoso.example', ['Contoso', 'mika@contoso.example']],
  ['Contoso: Japan', 'a:b@x', ['Contoso- Japan', 'a-b@x']],
  ['Ben & Søn + Co', 'me+tag@x.example', ['Ben & Søn + Co', 'me+tag@x.example']],
  ['100%', 'what?#/\\', ['100%', 'what?#/\\']],
  ['株式会社コントソ', '三日月@例え.jp', ['株式会社コントソ', '三日月@例え.jp']],
  [' spaced ', '\ud800half a pair', ['spaced', 'half a pair']],
  ['%3A', '%3Ac', ['%3A', '%3Ac']],
];

for (const [issuer, account, readsAs] of corpus) {
  test(`${JSON.stringify(issuer)} and ${JSON.stringify(account)} parse back`, () => {
    const { uri, manual } = provision(issuer, account, secret);
    const parsed = read(uri);
    assert.deepEqual([parsed.issuer, parsed.account], readsAs);
    assert.deepEqual(parsed.parameters, { secret, issuer: readsAs[0] });
    assert.deepEqual(manual[0], { name: 'account', value: readsAs.join(':') });
  });
}

test('any names give one separator, no plus sign, and an issuer equal to the prefix', () => {
  const anything = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(
      anything.filter((issuer) => issuer.trim() !== ''),
      anything,
      (issuer, account) => {
        const { uri } = provision(issuer, account, secret);
        const parsed = read(uri);
        assert.doesNotMatch(uri, /\+| /);
        assert.deepEqual(parsed.parameters, { secret, issuer: parsed.issuer });
        assert.equal(parsed.issuer, issuer.replaceAll(':', '-').trim());
        assert.equal(parsed.account, account.replaceAll(':', '-').trim());
      },
    ),
    { numRuns: 2000 },
  );
});

test('names without end are cut, between characters, so that a QR code can hold them', () => {
  // What the largest code holds at medium redundancy, in bytes (ISO/IEC 18004, table 7).
  const most = 2331;
  for (const letter of ['x', '駅', '🚃']) {
    const { uri, manual } = provision(letter.repeat(5000), letter.repeat(5000), secret);
    assert.ok(uri.length <= most, `${String(uri.length)} bytes`);
    const { issuer, account } = read(uri);
    assert.deepEqual([issuer, account, manual[0]?.value], [issuer, issuer, `${issuer}:${issuer}`]);
    assert.match(issuer, new RegExp(`^${letter}+…$`, 'u'));
  }
  const exact = 'a'.repeat(50) + '@b.example';
  assert.equal(read(provision('Contoso', exact, secret).uri).account, exact);
});

test('an organisation without a name leaves the account alone in the label', () => {
  const { uri, manual } = provision('', 'mika', secret);
  assert.equal(uri, `otpauth://totp/mika?secret=${secret}`);
  assert.deepEqual(manual[0], { name: 'account', value: 'mika' });
});
