/** Hands messages to another service over HTTP: the way to any provider that this repository does not know. */
import { createHmac } from 'node:crypto';
import type { Ms } from '../../../src/contract/enrollment.js';
import type { Carried, MessageProvider, Undeliverable } from './provider.js';

export interface WebhookOptions {
  /** `https:`, because codes travel in the body. */
  readonly url: string;
  /** Shared with the service, which checks the signature. */
  readonly secret: string;
  /** How long an answer may take. Default: 10 s. */
  readonly patience?: Ms;
  /** Default: `Date.now`. */
  readonly now?: () => number;
  /** Default: `fetch`. */
  readonly fetch?: typeof fetch;
}

const reasons: ReadonlySet<string> = new Set<Undeliverable>(['blocked', 'opted_out', 'provider']);

/**
 * Posts each message as JSON, with `Idempotency-Key`, `Signature-Timestamp` and `Signature`: the HMAC-SHA-256 of
 * timestamp, a full stop and body, in hexadecimal. 2xx: taken. 4xx: refused for good, with the reason in `{ "reason" }`;
 * but 408, 425 and 429, 5xx and silence are tried again.
 *
 * @example
 * const provider = createWebhook({ url: 'https://sms.contoso.example/send', secret: process.env.WEBHOOK_SECRET });
 */
export function createWebhook(options: WebhookOptions): MessageProvider {
  const { url, secret, patience = 10_000, now = Date.now, fetch: post = fetch } = options;
  const { protocol, hostname } = new URL(url);
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol !== 'https:' && !isHere) throw new Error('a webhook needs https:, because codes travel in the body');
  return {
    send: async (message) => {
      const body = JSON.stringify(message);
      const timestamp = String(Math.floor(now() / 1000));
      const answer = await post(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': message.id,
          'signature-timestamp': timestamp,
          signature: signatureOf(secret, timestamp, body),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      return await carried(answer);
    },
  };
}

/**
 * The signature that the service compares, in constant time.
 *
 * @example
 * isSame(request.headers['signature'], signatureOf(secret, request.headers['signature-timestamp'], body));
 */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

const again: ReadonlySet<number> = new Set([408, 425, 429]);

async function carried(answer: Response): Promise<Carried> {
  if (answer.ok) {
    await answer.body?.cancel();
    return { type: 'taken' };
  }
  if (answer.status >= 500 || again.has(answer.status)) {
    await answer.body?.cancel();
    return { type: 'later' };
  }
  const said = (await answer.json().catch(() => undefined)) as { reason?: unknown } | undefined;
  const reason = said?.reason;
  return { type: 'refused', reason: isReason(reason) ? reason : 'provider' };
}

function isReason(reason: unknown): reason is Undeliverable {
  return typeof reason === 'string' && reasons.has(reason);
}
