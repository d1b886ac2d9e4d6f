/** Secrets at rest: what must be read again is sealed, what must only be recognised is kept as a keyed fingerprint. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './keys.js';

export { type Key, type KeyRing, keysFrom, keysIn } from './keys.js';

/** How the reference backend keeps secrets. */
export interface Secrets {
  /** Encrypts and authenticates; `place` says where it is kept, and it can be opened nowhere else. */
  seal(value: unknown, place: string): string;
  /** What was sealed there. Throws at anything else. */
  open(sealed: string, place: string): unknown;
  /** The same text for the same value of the same sort, and of no use without the pepper. */
  mark(value: string, sort: string): string;
}

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM under the newest key, and HMAC-SHA-256 under the pepper.
 *
 * @example
 * const secrets = createSecrets(keysFrom(process.env) ?? (await keysIn('.data')));
 * const sealed = secrets.seal({ secret: 'JBSW…' }, 'enrollment e1'); // 'demo.…'
 * secrets.open(sealed, 'enrollment e1'); // { secret: 'JBSW…' }
 */
export function createSecrets({ keys, pepper }: KeyRing): Secrets {
  const [newest] = keys;
  return {
    seal: (value, place) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv(algorithm, newest.bytes, nonce, { authTagLength: tagLength });
      cipher.setAAD(Buffer.from(place));
      const hidden = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return `${newest.id}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`;
    },
    open: (sealed, place) => {
      const at = sealed.indexOf('.');
      const key = keys.find(({ id }) => id === sealed.slice(0, at));
      if (key === undefined) throw new Error('sealed with a key that is not here');
      const bytes = Buffer.from(sealed.slice(at + 1), 'base64url');
      const decipher = createDecipheriv(algorithm, key.bytes, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      const shown = Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]);
      return JSON.parse(shown.toString('utf8')) as unknown;
    },
    mark: (value, sort) =>
      createHmac('sha256', pepper).update(`${sort.length}:${sort}`).update(value).digest('base64url'),
  };
}

/**
 * Compares without telling by its time how much was right.
 *
 * @example
 * isSame(request.headers.signature, expected);
 */
export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
