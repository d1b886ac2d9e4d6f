/** What an authenticator app understands: the address in a QR code, or a key typed by hand. Pure. */

export interface Account {
  readonly issuer: string;
  readonly name: string;
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly algorithm: 'SHA-1' | 'SHA-256' | 'SHA-512';
  readonly digits: number;
  readonly period: number;
}

const algorithms: Readonly<Record<string, Account['algorithm']>> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA512: 'SHA-512',
};

/**
 * Reads an `otpauth://totp` address or a bare key in base 32; `undefined` when it is neither.
 *
 * @example
 * readAccount('otpauth://totp/Nagisa:hana?secret=GEZDGNBVGY3TQOJQ&issuer=Nagisa')?.name; // 'hana'
 */
export function readAccount(text: string): Account | undefined {
  const trimmed = text.trim();
  return /^otpauth:/i.test(trimmed) ? readAddress(trimmed) : made({ key: trimmed, issuer: '', name: '' });
}

function readAddress(text: string): Account | undefined {
  // Not every browser parses the host of a scheme it does not know, so the two parts are taken by hand.
  const parts = /^otpauth:\/\/totp\/([^?]*)\?(.*)$/i.exec(text);
  if (!parts) return undefined;
  const query = new URLSearchParams(parts[2]);
  const label = decode(parts[1] ?? '');
  const colon = label.indexOf(':');
  return made({
    key: query.get('secret') ?? '',
    issuer: query.get('issuer') ?? (colon < 0 ? '' : label.slice(0, colon)),
    name: label.slice(colon + 1).trim(),
    algorithm: query.get('algorithm') ?? 'SHA1',
    digits: Number(query.get('digits') ?? 6),
    period: Number(query.get('period') ?? 30),
  });
}

interface Parts {
  readonly key: string;
  readonly issuer: string;
  readonly name: string;
  readonly algorithm?: string;
  readonly digits?: number;
  readonly period?: number;
}

function made({ key, issuer, name, algorithm = 'SHA1', digits = 6, period = 30 }: Parts): Account | undefined {
  const secret = fromBase32(key);
  const known = algorithms[algorithm.toUpperCase().replace('-', '')];
  if (!secret || !known || !(digits >= 6 && digits <= 8) || !(period > 0)) return undefined;
  return { issuer, name, secret, algorithm: known, digits, period };
}

/** RFC 4648, section 6, as people copy it: any case, spaces, dashes and padding. Too short to be a key: `undefined`. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bare = text.toUpperCase().replace(/[\s\-=]/g, '');
  if (!/^[A-Z2-7]{16,}$/.test(bare)) return undefined;
  const bytes = new Uint8Array(Math.floor((bare.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const letter of bare) {
    buffer = ((buffer << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (buffer >> bits) & 0xff;
  }
  return bytes;
}

function decode(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    return label;
  }
}
