/** Whether a signature is a key's own: the one place of the server that does cryptography for the authenticator. */
import { webcrypto } from 'node:crypto';
import { curve, fromBase64url, signing, type Bytes } from '../../authenticator/protocol.js';

/**
 * Answers `false` for everything that is not a P-256 key with its own signature over these bytes; never rejects.
 *
 * @example
 * await isSignedBy(publicKey, signature, signed.requests({ deviceId, at }));
 */
export async function isSignedBy(publicKey: JsonWebKey, signature: string, bytes: Bytes): Promise<boolean> {
  const raw = fromBase64url(signature);
  if (!raw) return false;
  try {
    const key = await webcrypto.subtle.importKey('jwk', publicKey, curve, false, ['verify']);
    return await webcrypto.subtle.verify(signing, key, raw, bytes);
  } catch {
    // The point is not on the curve, or the key is none.
    return false;
  }
}
