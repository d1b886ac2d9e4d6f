/** Everything that the demo's server answers, in one table of routes. */
import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { headersFor } from '../../page-headers.mjs';
import { authenticatorRoutes } from '../authenticator/routes.js';
import type { CompanionService } from '../authenticator/companion-service.js';
import type { Handler } from '../../../src/server/index.js';
import { basePath, sources } from './security-info.js';
import type { SignIn } from './sign-in.js';

type Report = (trouble: { readonly event: string; readonly traceId: string; readonly name: string }) => void;

/** What answers; everything behind `api` may still be starting when the first page is asked for. */
export interface AppParts {
  readonly origin: string;
  readonly files: ReadonlyMap<string, { readonly body: Uint8Array; readonly type: string }>;
  readonly api: Promise<Api>;
  /** Told where something went wrong, by names alone. */
  readonly report: Report;
}

export interface Api {
  readonly signIn: SignIn;
  readonly securityInfo: Handler;
  readonly companion: CompanionService;
  /** The simulated phone, the demo's accounts: nothing that a portal has. */
  readonly demo: readonly Hono[];
}

/** In bytes; for every body that nobody else bounds. */
const longestBody = 16_384;

/** Signing up is the demo's own affair, and the library has many more routes than these. */
const ofSignIn: ReadonlySet<string> = new Set(['/api/auth/sign-in/email', '/api/auth/sign-out']);

/**
 * @example
 * serve({ fetch: createApp({ origin, files, api, report }).fetch, port });
 */
export function createApp({ origin, files, api, report }: AppParts): Hono {
  const app = new Hono();
  const fail = (status: 500 | 503) => (error: Error, c: Context) => {
    report({ event: new URL(c.req.url).pathname, traceId: randomUUID(), name: error.name });
    return c.json({ problem: 'server' }, status);
  };
  const ready = api.then((parts) => routesOf(parts).onError(fail(500)));
  // Who asks before it has failed hears of it; nobody else does.
  ready.catch(() => undefined);

  app.use(async (c, next) => {
    const { address } = getConnInfo(c).remote;
    if (address !== undefined) sources.set(c.req.raw, address);
    await next();
    c.res.headers.set('cache-control', 'no-store');
  });
  const onError = (c: Context): Response => c.json({ problem: 'too-large' }, 413);
  for (const path of ['/demo/*', '/api/auth/*']) app.use(path, bodyLimit({ maxSize: longestBody, onError }));
  app.use('/demo/*', async (c, next) => {
    // Changes come from our own pages, as JSON.
    const isSafe =
      c.req.method === 'GET' || (c.req.header('origin') === origin && isJson(c.req.header('content-type')));
    return isSafe ? next() : c.json({ problem: 'refused' }, 403);
  });
  app.get('*', (c, next) => {
    const file = files.get(c.req.path);
    return file
      ? Promise.resolve(
          new Response(file.body as BodyInit, { headers: { ...headersFor(c.req.path), 'content-type': file.type } }),
        )
      : next();
  });
  app.all('*', async (c) => (await ready).fetch(c.req.raw, c.env));
  app.onError(fail(503));
  return app;
}

function routesOf({ signIn, securityInfo, companion, demo }: Api): Hono {
  const routes = new Hono();
  routes.all('/api/auth/*', (c) => (ofSignIn.has(c.req.path) ? signIn.handle(c.req.raw) : c.notFound()));
  routes.all(basePath, (c) => securityInfo(c.req.raw));
  routes.all(`${basePath}/*`, (c) => securityInfo(c.req.raw));
  for (const part of [authenticatorRoutes(companion), ...demo]) routes.route('/', part);
  routes.notFound((c) => c.json({ problem: 'not-found' }, 404));
  return routes;
}

function isJson(type: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(type ?? '');
}
