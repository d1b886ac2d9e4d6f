/** A handler over a memory backend, asked as browsers ask and as they never would. */
import { createMemoryBackend, type MemoryBackend } from '../../src/adapters/memory/index.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import { createHandler, type Handler, type HandlerOptions } from '../../src/server/index.js';

export const origin = 'https://login.example';
export const base = `${origin}/api/info`;

export const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
export const requirements = [
  { id: 'app', anyOf: [{ kind: 'totp', usage: ['sign-in'] }] },
  { id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms'] }], skip: { timesLeft: 2 } },
] as const;

export const backend = (): MemoryBackend =>
  createMemoryBackend({ account, requirements, password: 'tide', limits: { resendWaits: [0] } });

export function mounted(
  adapter: SecurityInfoAdapter | undefined = backend().adapter,
  options: Partial<HandlerOptions> = {},
): Handler {
  return createHandler(() => adapter, { allowedOrigins: [origin], basePath: '/api/info', ...options });
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  /** `null` leaves out a header that a browser would send. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: unknown;
}

/** A request as the wizard's page makes it, but for what is given. */
export function request({ method = 'POST', path = '/enrollments', headers = {}, body }: Sent): Request {
  const usual = {
    origin,
    'content-type': 'application/json',
    'accept-language': 'en',
    'idempotency-key': crypto.randomUUID(),
  };
  const entries = Object.entries({ ...usual, ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  return new Request(base + path, { method, headers: entries, ...(text !== undefined && { body: text }) });
}

export const problemOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;
