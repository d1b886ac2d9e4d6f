/** The wizard's calls: our own handler over the reference backend, for whoever the session cookie names. */
import type { SecurityInfoAdapter } from '../../../src/contract/adapter.js';
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import { createHandler, type Handler } from '../../../src/server/index.js';
import type { ReferenceBackend } from '../reference/index.js';
import type { SignIn } from './sign-in.js';

export const basePath = '/api/security-info';

/**
 * Where requests come from, as the socket says. Behind a proxy of your own, take its header instead, and nobody else's.
 */
export const sources = new WeakMap<Request, string>();

export interface SecurityInfoOptions {
  readonly backend: ReferenceBackend;
  readonly signIn: SignIn;
  readonly origin: string;
  /** Told where something went wrong, by names alone. */
  readonly report: (trouble: { readonly event: string; readonly traceId: string; readonly name: string }) => void;
}

/** The handler, to be mounted at {@link basePath}. */
export function securityInfo({ backend, signIn, origin, report }: SecurityInfoOptions): Handler {
  async function adapterFor(request: Request): Promise<SecurityInfoAdapter | undefined> {
    const { headers } = request;
    const session = await signIn.sessionOf(headers);
    if (session === undefined) return undefined;
    const { accountId, sessionId, expiresIn, isStale } = session;
    const source = sources.get(request);
    const person = {
      accountId,
      sessionId,
      sessionExpiresIn: expiresIn,
      ...(source !== undefined && { source }),
      ...(isStale && { mustReauthenticate: { kind: 'password' } as const }),
    };
    return {
      ...backend.adapterFor(person),
      reauthenticate: async ({ password }) => {
        const proved = await signIn.prove(headers, password);
        if (typeof proved === 'object') throw new EnrollmentError({ code: 'rate_limited', retryAfter: proved.wait });
        if (!proved) {
          throw new EnrollmentError({ code: 'invalid_input', field: 'password', reason: 'mismatch' });
        }
      },
    };
  }

  return createHandler(adapterFor, {
    allowedOrigins: [origin],
    basePath,
    onError: (thrown, { traceId, call }) =>
      report({ event: call, traceId, name: thrown instanceof Error ? thrown.name : typeof thrown }),
  });
}
