/** A person's calls as requests at the handler: what is said of the adapter has to hold of the whole way in. */
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { Enrollment } from '../../../src/contract/enrollment.js';
import { routes, type CallName } from '../../../src/contract/routes.js';
import { createHandler, type Handler } from '../../../src/server/index.js';
import type { ReferenceBackend } from '../../../demo/server/reference/index.js';

export const origin = 'https://login.example';
const basePath = '/api/info';

/** The handler of one person in one session, as a server mounts it. */
export function handlerOf(
  backend: ReferenceBackend,
  person: { readonly accountId: string; readonly sessionId: string },
  onError?: (thrown: unknown) => void,
): Handler {
  return createHandler(({ headers }) => backend.adapterFor({ ...person, ...sourceIn(headers) }), {
    allowedOrigins: [origin],
    basePath,
    ...(onError !== undefined && { onError }),
  });
}

/** Where a proxy says that a request comes from. */
function sourceIn(headers: Headers): { readonly source?: string } {
  const source = headers.get('x-real-ip');
  return source === null ? {} : { source };
}

export interface Sent {
  readonly id?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call as the wizard makes it, but for what is given. */
export function requestOf(call: CallName, { id = '', body, headers = {} }: Sent = {}): Request {
  const { method, path } = routes[call];
  const usual = { origin, 'accept-language': 'en', 'idempotency-key': crypto.randomUUID() };
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Request(`${origin}${basePath}${path.replace('{id}', encodeURIComponent(id))}`, {
    method,
    headers: { ...usual, ...json, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** An enrolment, or the fault that the problem document holds. */
export async function answerIn(response: Response): Promise<Enrollment | { readonly fault: EnrollmentFault }> {
  return (await response.json()) as Enrollment | { readonly fault: EnrollmentFault };
}
