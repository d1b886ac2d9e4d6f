/** Whose pages may call: what the browser says of where a request comes from. */

/**
 * Browsers send `Origin` with every request that could change something, and with every one to another origin. On a read
 * within the same origin there is none; `Sec-Fetch-Site` says so then.
 */
export function isAllowed({ headers, method }: Request, allowedOrigins: readonly string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return allowedOrigins.includes(origin);
  return method === 'GET' && headers.get('sec-fetch-site') === 'same-origin';
}

/** Why a request is not allowed, to whoever set this up. */
export function notAllowed({ headers }: Request): string {
  return headers.get('origin') === null
    ? 'This request does not say from which origin it comes.'
    : 'This origin may not call: it is not among `allowedOrigins`.';
}

/** What lets a page of an allowed origin read the answer (Fetch Standard, 3.3.3). */
export function readableBy({ headers }: Request): Readonly<Record<string, string>> {
  const origin = headers.get('origin');
  const varies = { vary: 'Origin, Sec-Fetch-Site' };
  if (origin === null) return varies;
  return {
    ...varies,
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Retry-After',
  };
}

/** The answer to a browser that asks before it sends: everything that {@link routes} needs, for ten minutes. */
export const preflight: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'Content-Type, Idempotency-Key, Human-Check',
  'access-control-max-age': '600',
};
