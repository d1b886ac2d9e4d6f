/** The simulated authenticator: what it takes for an account, and codes that Node's own cryptography agrees with. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { fromBase32, readAccount, type Account } from '../../demo/phone/account.js';
import { codeAt, secondsLeft, stepAt } from '../../demo/phone/totp.js';

/** RFC 6238, appendix B: one secret per hash, eight digits. */
const published = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const;

function publishedAccount(algorithm: Account['algorithm'], bytes: number): Account {
  const secret = new TextEncoder().encode('1234567890'.repeat(7).slice(0, bytes));
  return { issuer: '', name: '', secret, algorithm, digits: 8, period: 30 };
}

test('codes are those of RFC 6238, for all three hashes', async () => {
  for (const [seconds, sha1, sha256, sha512] of published) {
    assert.equal(await codeAt(publishedAccount('SHA-1', 20), seconds * 1000), sha1);
    assert.equal(await codeAt(publishedAccount('SHA-256', 32), seconds * 1000), sha256);
    assert.equal(await codeAt(publishedAccount('SHA-512', 64), seconds * 1000), sha512);
  }
});

test('codes of any account at any time are those of an independent calculation', async () => {
  const account = readAccount('otpauth://totp/a?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&period=45');
  assert.ok(account);
  for (let now = 0; now < 4e12; now += 37e9) assert.equal(await codeAt(account, now), byNode(account, now));
});

test('a code lives for one step, and the ring counts it down', () => {
  const account = publishedAccount('SHA-1', 20);
  assert.deepEqual(
    [0, 29_999, 30_000].map((now) => stepAt(account, now)),
    [0, 0, 1],
  );
  assert.deepEqual(
    [0, 999, 1000, 29_999, 30_000].map((now) => secondsLeft(account, now)),
    [30, 30, 29, 1, 30],
  );
});

test('an address gives issuer, account and settings', () => {
  const account = readAccount(
    ' otpauth://totp/Nagisa%20Tramways:hana%40nagisa.example?secret=gezdgnbvgy3tqojq&issuer=Nagisa%20Tramways&algorithm=SHA256&digits=8&period=60 ',
  );
  assert.deepEqual(account, {
    issuer: 'Nagisa Tramways',
    name: 'hana@nagisa.example',
    secret: new TextEncoder().encode('1234567890'),
    algorithm: 'SHA-256',
    digits: 8,
    period: 60,
  });
});

test('an address without an issuer takes it from its label, and without settings takes the usual ones', () => {
  const { issuer, name, algorithm, digits, period } =
    readAccount('otpauth://totp/Nagisa:%20hana?secret=GEZDGNBVGY3TQOJQ') ?? {};
  assert.deepEqual([issuer, name, algorithm, digits, period], ['Nagisa', 'hana', 'SHA-1', 6, 30]);
});

test('a key typed by hand may be written in any way people copy it', () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  for (const typed of [
    'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    'gezd gnbv gy3t qojq gezd gnbv gy3t qojq',
    ' GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ== ',
  ])
    assert.deepEqual(readAccount(typed)?.secret, secret);
});

test('anything else is no account', () => {
  const good = 'secret=GEZDGNBVGY3TQOJQ';
  for (const text of [
    '',
    'hello',
    'GEZDGNBVGY3TQOJ1',
    'GEZD',
    'https://nagisa.example',
    'otpauth://totp/a',
    `otpauth://hotp/a?${good}`,
    `otpauth://totp/a?${good}&digits=12`,
    `otpauth://totp/a?${good}&period=0`,
    `otpauth://totp/a?${good}&algorithm=MD5`,
  ])
    assert.equal(readAccount(text), undefined, text);
});

test('a label that is badly escaped is taken as it stands', () => {
  assert.equal(readAccount('otpauth://totp/100%?secret=GEZDGNBVGY3TQOJQ')?.name, '100%');
});

test('base 32 is that of RFC 4648', () => {
  assert.deepEqual(fromBase32('MZXW6YTBOJTG633CMFZA'), new TextEncoder().encode('foobarfoobar'));
  assert.equal(fromBase32('MZXW6'), undefined);
});

function byNode({ secret, period }: Account, now: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 1000 / period)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) % 2 ** 31;
  return String(number % 1e6).padStart(6, '0');
}
