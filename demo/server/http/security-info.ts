/** The wizard's calls: our own handler over the reference backend, for whoever the session cookie names. */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from 'pg';
import type { SecurityInfoAdapter } from '../../../src/contract/adapter.js';
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import { createHandler, type Handler } from '../../../src/server/index.js';
import { policy } from '../policy.js';
import type { ReferenceBackend } from '../reference/index.js';
import type { SignIn } from './sign-in.js';

export const basePath = '/api/security-info';

export interface SecurityInfoOptions {
  readonly backend: ReferenceBackend;
  readonly signIn: SignIn;
  readonly pool: Pool;
  readonly origin: string;
  /** Told where something went wrong, by names alone. */
  readonly report: (trouble: { readonly event: string; readonly traceId: string; readonly name: string }) => void;
}

/** The handler, to be mounted at {@link basePath}. */
export function securityInfo({ backend, signIn, pool, origin, report }: SecurityInfoOptions): Handler {
  const tries = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: 'password',
    points: policy.passwordTries,
    duration: 15 * 60,
  });

  async function adapterFor({ headers }: Request): Promise<SecurityInfoAdapter | undefined> {
    const session = await signIn.sessionOf(headers);
    if (session === undefined) return undefined;
    const { accountId, sessionId, expiresIn, isStale } = session;
    const source = headers.get('x-real-ip') ?? undefined;
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
        await tries.consume(sessionId).catch(refuse);
        if (!(await signIn.prove(headers, password))) {
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

/** The library throws its verdict; a broken database is an error, and passes. */
function refuse(thrown: unknown): never {
  if (thrown instanceof RateLimiterRes) {
    throw new EnrollmentError({ code: 'rate_limited', retryAfter: thrown.msBeforeNext });
  }
  throw thrown;
}
