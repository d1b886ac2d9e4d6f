/** Refusals as problem documents (RFC 9457), and the headers that every answer has. */
import type { EnrollmentFault } from '../contract/fault.js';
import { problemType, type Problem } from '../contract/problem.js';
import { statusOf } from '../contract/routes.js';

/** Phrases of the statuses that are answered (RFC 9110, section 15; RFC 6585). */
const phrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** Secrets travel in answers: no cache keeps one, and no browser takes it for anything but what it says (R52). */
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { ...always, 'content-type': 'application/json' } });
}

export function nothing(headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 204, headers: { ...always, ...headers } });
}

/** An adapter's fault; what cannot be sent is a `server` fault. */
export function refusal(fault: EnrollmentFault): Response {
  try {
    return faulty(JSON.parse(JSON.stringify(fault)) as EnrollmentFault);
  } catch {
    return faulty({ code: 'server' });
  }
}

function faulty(fault: EnrollmentFault): Response {
  // A code of a later version, or of a host's own making, is shown as `server` is.
  const status = Object.hasOwn(statusOf, fault.code) ? statusOf[fault.code] : 500;
  return problem(status, fault, headersOf(fault));
}

/** Something is wrong with the request itself; `detail` says what, to whoever wrote the client. */
export function misuse(status: number, detail: string, headers?: Readonly<Record<string, string>>): Response {
  return problem(status, { code: 'protocol' }, headers, detail);
}

function problem(
  status: number,
  fault: EnrollmentFault,
  headers: Readonly<Record<string, string>> = {},
  detail?: string,
): Response {
  const document: Problem = {
    type: 'about:blank',
    title: phrases[status] ?? 'Error',
    status,
    ...(detail !== undefined && { detail }),
    code: fault.code,
    fault,
  };
  return new Response(JSON.stringify(document), {
    status,
    headers: { ...always, ...headers, 'content-type': problemType },
  });
}

function headersOf(fault: EnrollmentFault): Record<string, string> {
  // A 401 names how to sign in (RFC 9110, section 11.6.1): by the host's own session.
  if (fault.code === 'session_expired') return { 'www-authenticate': 'Session' };
  const wait = 'retryAfter' in fault ? fault.retryAfter : undefined;
  return typeof wait !== 'number' ? {} : { 'retry-after': String(Math.ceil(wait / 1000)) };
}
