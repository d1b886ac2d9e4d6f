/** Where the keys come from: the environment in production, a file that only this user can read in the demo. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Key material. The first key seals; all of them open, so that a key can be retired without losing anything. */
export interface KeyRing {
  readonly keys: readonly [Key, ...Key[]];
  /** For keyed fingerprints. Unlike the keys it cannot be changed without making every fingerprint worthless. */
  readonly pepper: Uint8Array;
}

/** 256 bits under a name, which stands in front of everything sealed with it. */
export interface Key {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const keyLength = 32;

/**
 * Reads `SECRET_KEYS` (`id:base64,id:base64`, the newest first) and `SECRET_PEPPER` (base64); `undefined` where neither
 * is set.
 *
 * @example
 * keysFrom({ SECRET_KEYS: '2026a:…44 letters…', SECRET_PEPPER: '…44 letters…' });
 */
export function keysFrom(environment: Readonly<Record<string, string | undefined>>): KeyRing | undefined {
  const { SECRET_KEYS: written, SECRET_PEPPER: pepper } = environment;
  if (written === undefined && pepper === undefined) return undefined;
  const [first, ...others] = (written ?? '').split(',').map(readKey);
  if (first === undefined || pepper === undefined) throw new Error('SECRET_KEYS and SECRET_PEPPER belong together');
  return { keys: [first, ...others], pepper: readBytes(pepper, 'SECRET_PEPPER') };
}

/**
 * The keys of the demo: made at the first start, and read at every later one.
 *
 * @example
 * const ring = keysFrom(process.env) ?? (await keysIn('.data'));
 */
export async function keysIn(folder: string): Promise<KeyRing> {
  const file = path.join(folder, 'keys.env');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = [`SECRET_KEYS=demo:${fresh()}`, `SECRET_PEPPER=${fresh()}`, ''].join('\n');
  // `wx`: of two that start at once, one writes and the other reads.
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((reason: NodeJS.ErrnoException) => {
    if (reason.code !== 'EEXIST') throw reason;
  });
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('='));
  const ring = keysFrom(Object.fromEntries(lines.map(nameAndValue)));
  if (ring === undefined) throw new Error(`${file} holds no keys`);
  return ring;
}

function nameAndValue(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

function fresh(): string {
  return randomBytes(keyLength).toString('base64');
}

function readKey(written: string): Key {
  const at = written.indexOf(':');
  const id = written.slice(0, Math.max(at, 0)).trim();
  if (!/^\w+$/.test(id)) throw new Error('every key of SECRET_KEYS is written as id:base64');
  return { id, bytes: readBytes(written.slice(at + 1), 'SECRET_KEYS') };
}

function readBytes(written: string, name: string): Uint8Array {
  const bytes = Buffer.from(written.trim(), 'base64');
  // The value is not quoted: it may be most of a key.
  if (bytes.length !== keyLength) throw new Error(`${name} needs ${String(keyLength)} bytes in base64`);
  return bytes;
}
