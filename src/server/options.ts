/** What a host decides when it mounts the handler. */
import type { CallName } from '../contract/routes.js';

/** Of a request that is no call of the wizard's. */
export interface Misuse {
  readonly status: number;
  readonly method: string;
  /** Without its query, which may hold anything. */
  readonly path: string;
}

export interface HandlerOptions {
  /**
   * The origins whose pages may call, as browsers write them: `https://login.example.org`. The page's own origin has to be
   * named too: behind a proxy a server cannot tell it for sure.
   */
  readonly allowedOrigins: readonly string[];
  /** Where the handler is mounted, unless the framework has cut that off already: `/api/security-info`. */
  readonly basePath?: string;
  /** The largest body that is read, in bytes. Default: 16,384; a passkey's attestation takes about 2,000. */
  readonly maxBody?: number;
  /**
   * Told of everything that was answered with 500 or 502, for the host's log. What was thrown may quote secrets of the
   * backend; it goes nowhere else. `traceId` is in the answer. A read that the client gave up is no error.
   */
  readonly onError?: (thrown: unknown, about: { readonly traceId: string; readonly call: CallName }) => void;
  /**
   * Told of requests that never came to the adapter, in words for whoever sets this up: a foreign origin (403), no such
   * route (404, 405), a body or a key that is none (400, 413, 415). The person sees a general failure.
   *
   * @example
   * onMisuse: (detail, { status, method, path }) => console.warn(status, method, path, detail),
   */
  readonly onMisuse?: (detail: string, about: Misuse) => void;
}
