/** The authenticator app on the person's phone: foreign tools where they are installed, and never the code that is under test. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** What a program says, or `undefined` where it is not installed. */
function ask(program: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What the QR code in a picture says. Two readers that share no line must agree, where both are there. */
export function scan(picture: Buffer): string {
  const { data, width, height } = PNG.sync.read(picture);
  const text = jsQR(new Uint8ClampedArray(data), width, height)?.data;
  assert.ok(text !== undefined, 'the picture holds a QR code that can be read');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'siw-qr-'));
  try {
    const file = path.join(folder, 'qr.png');
    writeFileSync(file, picture);
    const other = ask('zbarimg', '--raw', '-q', '-Sdisable', '-Sqrcode.enable', file);
    assert.equal(other ?? text, text, 'zbarimg and jsQR read the same');
  } finally {
    rmSync(folder, { recursive: true });
  }
  return text;
}

/** The key in an `otpauth:` address. */
export function secretOf(uri: string): string {
  return new URL(uri).searchParams.get('secret') ?? '';
}

/** The six digits that the app shows now (RFC 6238). */
export function codeOf(uri: string): string {
  const now = Math.floor(Date.now() / 1000);
  const own = codeAt(secretOf(uri), now);
  const other = ask('oathtool', '--totp', '--base32', `--now=@${now}`, secretOf(uri));
  assert.equal(other ?? own, own, 'oathtool and the RFC agree');
  return own;
}

/** Six digits that no app shows, however wrong its clock is. */
export function wrongCodeOf(uri: string): string {
  const now = Math.floor(Date.now() / 1000);
  const shown = new Set(Array.from({ length: 121 }, (_, step) => codeAt(secretOf(uri), now + (step - 60) * 30)));
  for (let code = 0; ; code++) if (!shown.has(sixDigits(code))) return sixDigits(code);
}

function codeAt(secret: string, seconds: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  return sixDigits((mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fffffff) % 1_000_000);
}

function sixDigits(number: number): string {
  return String(number).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  );
}
