/** Sign-in by e-mail and password: somebody else's library on our database, asked three things. */
import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { policy } from '../policy.js';

/** Who is signed in. */
export interface Session {
  readonly accountId: string;
  readonly sessionId: string;
  readonly email: string;
  /** Which demonstration the account was made for. */
  readonly scenario: string;
  /** Milliseconds until the session ends, if nothing is called. */
  readonly expiresIn: number;
  /** The password was given so long ago that changes want it again (R7). */
  readonly isStale: boolean;
}

export interface SignIn {
  /** The library's own routes below `/api/auth`; guesses at one account's password are counted first. */
  handle(this: void, request: Request): Promise<Response>;
  sessionOf(headers: Headers): Promise<Session | undefined>;
  /** Whether this is the session's password; from then on it is not stale. `wait`: too many were tried. */
  prove(headers: Headers, password: string): Promise<boolean | { readonly wait: number }>;
  create(account: { readonly email: string; readonly password: string; readonly scenario: string }): Promise<string>;
}

export interface SignInOptions {
  readonly pool: Pool;
  /** Where the pages are: `http://localhost:4173`. */
  readonly origin: string;
  readonly secret: string;
  readonly now?: () => number;
}

/**
 * Opens the sign-in, with its tables. Any number of instances may start at once.
 *
 * @example
 * const signIn = await openSignIn({ pool, origin: 'http://localhost:4173', secret });
 * const session = await signIn.sessionOf(request.headers);
 */
export async function openSignIn({ pool, origin, secret, now = Date.now }: SignInOptions): Promise<SignIn> {
  const auth = betterAuth({
    database: pool,
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [origin],
    emailAndPassword: { enabled: true, autoSignIn: false },
    user: { modelName: 'sign_in_user', additionalFields: { scenario: { type: 'string', input: true } } },
    account: { modelName: 'sign_in_account' },
    verification: { modelName: 'sign_in_verification' },
    session: {
      modelName: 'sign_in_session',
      expiresIn: policy.sessionIdle / 1000,
      // Renewed by use, but not with each call.
      updateAge: 60,
      additionalFields: { provedAt: { type: 'date', required: false, input: false } },
    },
    advanced: {
      // No other host, no plain http beyond this machine, no script (R59).
      cookies: {
        session_token: {
          name: '__Host-session',
          attributes: { secure: true, httpOnly: true, sameSite: 'strict', path: '/' },
        },
      },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  /** By account, whichever door is tried: the form, or the step-up of a session. */
  const tries = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: 'password',
    points: policy.passwordTries,
    duration: 15 * 60,
  });
  const markOf = (email: string): string =>
    createHmac('sha256', secret).update(email.toLowerCase()).digest('base64url');
  const held = (email: string): Promise<number | undefined> =>
    tries.consume(markOf(email)).then(
      () => undefined,
      (thrown: unknown) => {
        // The library throws its verdict; a broken database is an error, and passes.
        if (thrown instanceof RateLimiterRes) return thrown.msBeforeNext;
        throw thrown;
      },
    );
  await again(async () => (await getMigrations(auth.options)).runMigrations());

  return {
    handle: async (request) => {
      if (new URL(request.url).pathname !== '/api/auth/sign-in/email') return auth.handler(request);
      const typed = await typedIn(request);
      if (typed === undefined) return Response.json({ problem: 'malformed' }, { status: 400 });
      const { email } = typed;
      const wait = await held(email);
      if (wait !== undefined) {
        const headers = { 'retry-after': String(Math.ceil(wait / 1000)) };
        return Response.json({ problem: 'too-many' }, { status: 429, headers });
      }
      const { url, headers } = request;
      const response = await auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(typed) }));
      // Only guesses are counted.
      if (response.ok) await tries.delete(markOf(email));
      return response;
    },
    sessionOf: async (headers) => {
      const found = await auth.api.getSession({ headers });
      if (found === null) return undefined;
      const { session, user } = found;
      const provedAt = Math.max(session.createdAt.getTime(), session.provedAt?.getTime() ?? 0);
      return {
        accountId: user.id,
        sessionId: session.id,
        email: user.email,
        scenario: user.scenario,
        expiresIn: Math.max(0, session.expiresAt.getTime() - now()),
        isStale: now() - provedAt > policy.signInFresh,
      };
    },
    prove: async (headers, password) => {
      const found = await auth.api.getSession({ headers });
      if (found === null) return false;
      const wait = await held(found.user.email);
      if (wait !== undefined) return { wait };
      const right = await auth.api.verifyPassword({ body: { password }, headers }).then(
        ({ status }) => status,
        () => false,
      );
      if (!right) return false;
      await tries.delete(markOf(found.user.email));
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updateSession(found.session.token, { provedAt: new Date(now()) });
      return true;
    },
    create: async ({ email, password, scenario }) => {
      const { user } = await auth.api.signUpEmail({ body: { email, password, name: email, scenario } });
      return user.id;
    },
  };
}

/**
 * What was typed into the form. The library reads other sorts of bodies too; it gets what was read here, so that nothing is
 * tried that was not counted.
 */
async function typedIn(request: Request): Promise<{ readonly email: string; readonly password: string } | undefined> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return undefined;
  const body: unknown = await request.json().catch(() => undefined);
  const { email, password } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return typeof email === 'string' && typeof password === 'string' ? { email, password } : undefined;
}

/** Of two instances that start at once, one finds half the work done under its hands: it looks again. */
async function again(work: () => Promise<unknown>, times = 3): Promise<void> {
  try {
    await work();
  } catch (reason) {
    if (times === 1) throw reason;
    await setTimeout(500);
    await again(work, times - 1);
  }
}
