/** The QR encoder as it is published leaves out what we never use: what it draws is what the whole one draws. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeQr } from '../../src/ui/qr-code.js';

const chunk = new URL('../../dist/browser/chunks/qr-code.js', import.meta.url).href;
/** At steps that meet every version, up to the most that a code can hold at level M, which is tried first. */
const lengths = Array.from({ length: 120 }, (_, at) => 1 + at * 18);

test('every size of code comes out of the build as it went in', async () => {
  const built = (await import(chunk)) as { readonly encodeQr: typeof encodeQr };
  const sizes = new Set<number>();
  for (const length of lengths) {
    const text = 'otpauth://totp/é'.repeat(200).slice(0, length);
    const drawn = built.encodeQr(text);
    assert.deepEqual(drawn, encodeQr(text), `${String(length)} letters`);
    sizes.add(drawn.size);
  }
  assert.ok(sizes.size >= 25, `${String(sizes.size)} sizes`);
});
