/** One signed message to the server, and every way in which it can go wrong as a value. */
import { signing, toBase64url, type Bytes, type Refusal } from './protocol.js';

/** `unreachable`: no answer, or none that the authenticator understands. */
export type Posted<T> = { readonly answer: T } | { readonly problem: Refusal['problem'] | 'unreachable' };

/**
 * Posts a message to an address of the server.
 *
 * @example
 * const posted = await post<RequestsAnswer>(fetch, addresses.requests, message);
 * if ('answer' in posted) show(posted.answer.requests);
 */
export async function post<T>(send: typeof fetch, address: string, message: object): Promise<Posted<T>> {
  try {
    const response = await send(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const body: unknown = await response.json();
    if (typeof body !== 'object' || body === null) return { problem: 'unreachable' };
    // The server is the app's own: what it says under 200 has the shape that both read in protocol.ts.
    if (response.ok) return { answer: body as T };
    return { problem: 'problem' in body ? (body as Refusal).problem : 'unreachable' };
  } catch {
    return { problem: 'unreachable' };
  }
}

/** Nobody looks at a phone for longer. */
const patience = 15_000;

/**
 * The signature as it travels.
 *
 * @example
 * const signature = await signatureOf(key, signed.requests({ deviceId, at }));
 */
export async function signatureOf(key: CryptoKey, bytes: Bytes): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign(signing, key, bytes)));
}
