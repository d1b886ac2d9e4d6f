/** The way over HTTP without a network: the client's requests go to the handler as they are, and may be aborted or lost. */
import { createHttpAdapter } from '../../src/adapters/http/index.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { CallName } from '../../src/contract/routes.js';
import { findRoute } from '../../src/server/find-route.js';
import { createHandler, type Handler } from '../../src/server/index.js';

export const origin = 'https://login.example';
const basePath = '/api/security-info';

/** The handler over whatever adapter a request's headers name. */
export function mounted(adapterFor: (headers: Headers) => SecurityInfoAdapter | undefined): Handler {
  return createHandler(({ headers }) => adapterFor(headers), { allowedOrigins: [origin], basePath });
}

export interface Way {
  /** Which server gets this request. */
  readonly handler: () => Handler;
  readonly headers?: () => Readonly<Record<string, string>>;
  /** Calls whose next answer is lost on its way; each is taken off as that happens. */
  readonly lost?: Set<CallName>;
}

/** The client of such a handler. */
export function overHttp({ handler, headers = () => ({}), lost }: Way): Required<SecurityInfoAdapter> {
  return createHttpAdapter({
    baseUrl: `${origin}${basePath}`,
    headers: () => ({ origin, ...headers() }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const response = await untilAborted(handler()(request), request.signal);
      const found = findRoute(request.method, new URL(request.url).pathname.slice(basePath.length));
      // As `fetch` says it where the connection breaks.
      if ('call' in found && lost?.delete(found.call) === true) throw new TypeError('fetch failed');
      return response;
    },
  });
}

/** A client that goes away does not wait; what the server does about it is the server's own. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave);
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', leave);
    });
  });
}
