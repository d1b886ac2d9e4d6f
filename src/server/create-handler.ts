/** From a request to an answer: refuses what is no call of the wizard, asks the adapter, and lets nothing raw out. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import { faultOf } from '../contract/enrollment-error.js';
import { isNothing } from '../contract/guards/nothing.js';
import { headerNames, type CallName } from '../contract/routes.js';
import { findRoute, type Found } from './find-route.js';
import { invoke, rows, type Asked } from './invoke.js';
import type { HandlerOptions } from './options.js';
import { isAllowed, notAllowed, preflight, readableBy } from './origin.js';
import { json, misuse, nothing, refusal } from './problem.js';
import { readBody, type Wrong } from './request-body.js';

/**
 * The adapter for the person who is signed in by this request; `undefined` when nobody is. The request's body is read
 * already: go by its headers. What is thrown here is answered as what an adapter throws.
 */
export type AdapterFor = (
  request: Request,
) => SecurityInfoAdapter | undefined | Promise<SecurityInfoAdapter | undefined>;

export type Handler = (request: Request) => Promise<Response>;

/**
 * Makes the server's side of `createHttpAdapter`: mounts any adapter under the routes of the contract.
 *
 * Refuses with a problem document, and never rejects: 403 for an origin that is not allowed, 404 and 405 for what is no
 * route, 415 and 413 and 400 for a body or a key that is none, 401 when nobody is signed in, and every fault of the
 * adapter by its status. Everything else that is thrown is a 500 with a `traceId`, and goes to `onError`.
 *
 * A client that goes away ends a read; a write runs to its end.
 *
 * @example
 * const handler = createHandler((request) => adapterOf(sessionOf(request)), {
 *   allowedOrigins: ['https://login.example.org'],
 *   basePath: '/api/security-info',
 * });
 * app.all('/api/security-info/*', (context) => handler(context.req.raw)); // Hono
 */
export function createHandler(adapterFor: AdapterFor, options: HandlerOptions): Handler {
  return async (request) => {
    const wrong: Wrongly = (status, detail, headers) => {
      const { method, url } = request;
      tell(options.onMisuse, detail, { status, method, path: new URL(url).pathname });
      return misuse(status, detail, headers);
    };
    if (!isAllowed(request, options.allowedOrigins)) return wrong(403, notAllowed(request));
    const response =
      request.method === 'OPTIONS' ? nothing(preflight) : await answer(request, adapterFor, options, wrong);
    for (const [name, value] of Object.entries(readableBy(request))) response.headers.set(name, value);
    return response;
  };
}

/** Answers what is no call of the wizard's, and tells the host. */
type Wrongly = typeof misuse;

async function answer(
  request: Request,
  adapterFor: AdapterFor,
  options: HandlerOptions,
  wrong: Wrongly,
): Promise<Response> {
  const found = findRoute(request.method, pathOf(request, options.basePath));
  if (!('call' in found)) {
    if (found.length === 0) return wrong(404, 'No call has this address.');
    return wrong(405, 'No call of this address has this method.', { allow: found.join(', ') });
  }
  try {
    const asked = await askedBy(request, found, options, wrong);
    if (asked instanceof Response) return asked;
    const adapter = await adapterFor(request);
    if (adapter === undefined) return refusal({ code: 'session_expired' });
    const value = await invoke(rows[found.call], adapter, asked);
    // What a call that answers nothing has answered all the same is nobody's business.
    return rows[found.call].answers === isNothing ? nothing() : json(value);
  } catch (thrown) {
    return refused(thrown, found.call, request, options);
  }
}

/** Below where the handler is mounted; with or without a slash at the end. */
function pathOf({ url }: Request, basePath = ''): string {
  const { pathname } = new URL(url);
  const base = basePath.replace(/\/+$/, '');
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : '';
  return path === '' && pathname.startsWith(base) ? '/' : path.replace(/(?<=.)\/+$/, '');
}

/** What the request asks for, or why it does not ask for anything. */
async function askedBy(
  request: Request,
  { call, id = '' }: Found,
  options: HandlerOptions,
  wrong: Wrongly,
): Promise<Asked | Response> {
  const { headers } = request;
  const isRead = request.method === 'GET';
  const idempotencyKey = keyOf(headers);
  if (!isRead && idempotencyKey === undefined) return wrong(400, 'A write needs an Idempotency-Key of its own.');
  const humanCheck = headers.get(headerNames.humanCheck);
  const callOptions = {
    locale: localeOf(headers),
    // Nobody goes away in the middle of a write.
    signal: isRead ? request.signal : new AbortController().signal,
    idempotencyKey: idempotencyKey ?? '',
    ...(humanCheck !== null && { humanCheck }),
  };
  const { takes } = rows[call];
  if (takes === undefined) return { id, body: undefined, options: callOptions };
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? ''))
    return wrong(415, 'The body must be JSON.');
  const body = await readBody(request, options.maxBody ?? 16_384);
  if ('wrong' in body) return wrong(body.wrong === 'too large' ? 413 : 400, wrongs[body.wrong]);
  return takes(body.value)
    ? { id, body: body.value, options: callOptions }
    : wrong(400, 'A field is missing or no text.');
}

const wrongs: Readonly<Record<Wrong, string>> = {
  'too large': 'The body is too large.',
  'no JSON': 'The body is no JSON.',
  'no object': 'The body is no plain object.',
};

/** Bare, or in quotes as a structured field (RFC 9651). */
function keyOf(headers: Headers): string | undefined {
  const key = headers.get(headerNames.idempotencyKey);
  return /^"?([\x21\x23-\x7e]{1,200})"?$/.exec(key ?? '')?.[1];
}

/** The first language that is asked for, as a tag. */
function localeOf(headers: Headers): string {
  return /^\s*([a-z]{2,8}(?:-[a-z\d]{1,8})*)/i.exec(headers.get('accept-language') ?? '')?.[1] ?? 'en';
}

function refused(thrown: unknown, call: CallName, { method, signal }: Request, { onError }: HandlerOptions): Response {
  const fault = faultOf(thrown);
  if (fault && fault.code !== 'server' && fault.code !== 'protocol') return refusal(fault);
  const traceId = crypto.randomUUID();
  const isGivenUp = method === 'GET' && signal.aborted;
  if (!isGivenUp) tell(onError, thrown, { traceId, call });
  return refusal({ ...(fault ?? { code: 'server' }), traceId });
}

/** A log that is broken must not break the answer. */
function tell<T extends readonly unknown[]>(log: ((...said: T) => void) | undefined, ...said: T): void {
  try {
    log?.(...said);
  } catch {
    // Nobody is left to be told.
  }
}
