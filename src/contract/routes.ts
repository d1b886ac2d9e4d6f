/** How the calls of the adapter travel over HTTP: the one table that both ends go by. No DOM. */
import type { SecurityInfoAdapter } from './adapter.js';
import type { FaultCode } from './fault.js';

/** A call of the adapter. */
export type CallName = keyof SecurityInfoAdapter;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base address. `{id}` stands for what the call is about, percent-encoded. */
  readonly path: string;
}

/**
 * Every call and its route. What a call takes besides its id is the request's JSON body; what it resolves with is the
 * JSON of a 200, and nothing is a 204.
 *
 * @example
 * const { method, path } = routes.verify; // 'POST', '/enrollments/{id}/verification'
 */
export const routes = {
  load: { method: 'GET', path: '/' },
  begin: { method: 'POST', path: '/enrollments' },
  get: { method: 'GET', path: '/enrollments/{id}' },
  cancel: { method: 'DELETE', path: '/enrollments/{id}' },
  verify: { method: 'POST', path: '/enrollments/{id}/verification' },
  challenge: { method: 'POST', path: '/enrollments/{id}/challenge' },
  setDefault: { method: 'PUT', path: '/default-method' },
  remove: { method: 'DELETE', path: '/methods/{id}' },
  skip: { method: 'POST', path: '/requirements/{id}/skip' },
  reauthenticate: { method: 'POST', path: '/reauthentication' },
  complete: { method: 'POST', path: '/completion' },
} as const satisfies Readonly<Record<CallName, Route>>;

/** Headers of our own or with a meaning of our own; names as HTTP/2 writes them. */
export const headerNames = {
  /** `WriteOptions.idempotencyKey`; every write has one. */
  idempotencyKey: 'idempotency-key',
  /** `WriteOptions.humanCheck`. */
  humanCheck: 'human-check',
} as const;

/**
 * The status that a fault is answered with. The fault itself is in the body ({@link Problem}): a client goes by that,
 * and by the status only where something on the way has put its own answer in the place of ours.
 */
export const statusOf: Readonly<Record<FaultCode, number>> = {
  invalid_code: 422,
  code_expired: 422,
  attempts_exhausted: 422,
  invalid_input: 422,
  undeliverable: 422,
  credential_rejected: 422,
  conflict: 409,
  prerequisite: 409,
  limit_reached: 409,
  method_unavailable: 409,
  unsupported: 409,
  enrollment_gone: 404,
  policy_denied: 403,
  reauth_required: 403,
  human_check_required: 403,
  session_expired: 401,
  locked: 429,
  rate_limited: 429,
  server: 500,
  protocol: 502,
  network: 503,
};
