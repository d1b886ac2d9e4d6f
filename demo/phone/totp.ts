/** The code an authenticator app shows (RFC 6238), by Web Crypto: the phone must not share code with what it proves. */
import type { Account } from './account.js';

/** Which step of its period an account is in; a code lives for one step. */
export function stepAt({ period }: Account, now: number): number {
  return Math.floor(now / 1000 / period);
}

/** Whole seconds until the code changes. */
export function secondsLeft({ period }: Account, now: number): number {
  return period - (Math.floor(now / 1000) % period);
}

/** The code of an account at a time in milliseconds since 1970. */
export async function codeAt(account: Account, now: number): Promise<string> {
  const { secret, algorithm, digits } = account;
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(stepAt(account, now)));
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: algorithm }, false, ['sign']);
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  // Dynamic truncation (RFC 4226, section 5.3): the last four bits say where the number stands.
  const offset = mac.getUint8(mac.byteLength - 1) & 0xf;
  const number = mac.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}
