/** The adapter over HTTP: for a server that mounts `createHandler`, or answers the same routes by itself. */
import type { CallOptions, SecurityInfoAdapter, WriteOptions } from '../../contract/adapter.js';
import { isEnrollment } from '../../contract/guards/enrollment.js';
import type { Guard } from '../../contract/guards/bricks.js';
import { isNothing } from '../../contract/guards/nothing.js';
import { isSecurityInfo } from '../../contract/guards/security-info.js';
import { headerNames, routes, type CallName } from '../../contract/routes.js';
import { answerOf, lost } from './answer.js';

export type * from '../../methods/rows.js';

/** Where the server is, and what goes with every request. */
export interface HttpAdapterOptions {
  /** Address of the mounted handler, absolute or relative to the page: `/api/security-info`. */
  readonly baseUrl: string | URL;
  /** Of the host's own, such as a token against forged requests; asked before each request when it is a function. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** Default: the global one. */
  readonly fetch?: typeof fetch;
  /** Whether cookies go along. Default: `same-origin`; `include` for a server elsewhere that allows this origin. */
  readonly credentials?: RequestCredentials;
}

/**
 * Makes an adapter that speaks JSON over HTTP. It has every optional function; what the server lacks is in `absent` of
 * what `load` answers.
 *
 * Rejects with an `EnrollmentError`: the server's own fault; `network` where no answer came; `session_expired` for a bare
 * 401 or a redirect (to a sign-in page); `rate_limited` for a bare 429; `server` for other errors; `protocol` for an
 * answer that is not what was promised. On abort it rejects with the signal's reason.
 *
 * @example
 * import { createHttpAdapter } from 'security-info-wizard/adapters/http';
 * element.adapter = createHttpAdapter({ baseUrl: '/api/security-info' });
 */
export function createHttpAdapter(options: HttpAdapterOptions): Required<SecurityInfoAdapter> {
  const base = String(options.baseUrl).replace(/\/+$/, '');

  async function call<T>(
    name: CallName,
    isExpected: Guard<T>,
    given: Given,
    about?: string,
    body?: unknown,
  ): Promise<T> {
    const { signal } = given;
    const { method, path } = routes[name];
    const { headers: own = {}, credentials = 'same-origin', fetch: fetching = globalThis.fetch } = options;
    signal.throwIfAborted();
    try {
      const response = await fetching(base + path.replace('{id}', encodeURIComponent(about ?? '')), {
        method,
        signal,
        credentials,
        cache: 'no-store',
        // A sign-in page is no answer.
        redirect: 'manual',
        headers: { ...(typeof own === 'function' ? own() : own), ...headersOf(given, body) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return await answerOf(response, isExpected);
    } catch (thrown) {
      signal.throwIfAborted();
      throw lost(thrown);
    }
  }

  return {
    load: (o) => call('load', isSecurityInfo, o),
    begin: (request, o) => call('begin', isEnrollment, o, undefined, request),
    verify: (id, proof, o) => call('verify', isEnrollment, o, id, proof),
    get: (id, o) => call('get', isEnrollment, o, id),
    challenge: (id, how, o) => call('challenge', isEnrollment, o, id, how),
    cancel: (id, o) => call('cancel', isNothing, o, id),
    setDefault: (ref, o) => call('setDefault', isSecurityInfo, o, undefined, ref),
    remove: (id, o) => call('remove', isSecurityInfo, o, id),
    skip: (requirementId, o) => call('skip', isSecurityInfo, o, requirementId),
    reauthenticate: (proof, o) => call('reauthenticate', isNothing, o, undefined, proof),
    complete: (o) => call('complete', isSecurityInfo, o),
  };
}

type Given = CallOptions & Partial<WriteOptions>;

function headersOf({ locale, idempotencyKey, humanCheck }: Given, body: unknown): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': locale,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(idempotencyKey !== undefined && { [headerNames.idempotencyKey]: idempotencyKey }),
    ...(humanCheck !== undefined && { [headerNames.humanCheck]: humanCheck }),
  };
}
