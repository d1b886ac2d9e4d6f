/** The authenticator's door to the server: what is not well-formed, timely and signed never reaches the service. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  addresses,
  signed,
  tolerance,
  type AnswerAnswer,
  type PairingAnswer,
  type PairingProblem,
  type Refusal,
  type RequestsAnswer,
} from '../../authenticator/protocol.js';
import type { CompanionService } from './companion-service.js';
import { bareKey, isIdentifier, readMessage } from './messages.js';
import { isSignedBy } from './verify.js';

/** More than any message needs, and too little to hurt. */
const longest = 4096;

const statuses: Readonly<Record<Refusal['problem'], ContentfulStatusCode>> = {
  malformed: 400,
  refused: 403,
  stale: 403,
  unknown: 404,
  'not-found': 404,
  used: 409,
  expired: 410,
  'too-large': 413,
  'not-json': 415,
  server: 500,
};

/**
 * The three addresses of the authenticator, with their full paths: mount it at the root.
 *
 * @example
 * app.route('/', authenticatorRoutes(service));
 */
export function authenticatorRoutes(service: CompanionService, now: () => number = Date.now): Hono {
  const routes = new Hono();
  const paths = [addresses.pairings, addresses.requests, '/authenticator/requests/:id/answer'] as const;
  for (const path of paths) {
    routes.use(path, async (c, next) => {
      c.header('Cache-Control', 'no-store');
      c.header('X-Content-Type-Options', 'nosniff');
      if (c.req.method !== 'POST') return refuse(c, 'not-found');
      return isJson(c.req.header('Content-Type')) ? next() : refuse(c, 'not-json');
    });
    routes.use(path, bodyLimit({ maxSize: longest, onError: (c) => refuse(c, 'too-large') }));
  }
  routes.post(paths[0], (c) => pair(c, service));
  routes.post(paths[1], (c) => list(c, service, now()));
  routes.post(paths[2], (c) => answer(c, service, c.req.param('id')));
  routes.onError((_error, c) => refuse(c, 'server'));
  return routes;
}

async function pair(c: Context, service: CompanionService): Promise<Response> {
  const message = readMessage('pairing', await bodyOf(c));
  if (!message) return refuse(c, 'malformed');
  const { code, name, signature } = message;
  const publicKey = bareKey(message.publicKey);
  if (!(await isSignedBy(publicKey, signature, signed.pairing(message)))) return refuse(c, 'refused');
  try {
    const { deviceId, account } = await service.pair({ code, publicKey, name });
    const { label, organization } = account;
    return c.json({ deviceId, account: { label, ...(organization && { organization }) } } satisfies PairingAnswer);
  } catch (error) {
    if (isPairingProblem(error)) return refuse(c, error.message);
    throw error;
  }
}

async function list(c: Context, service: CompanionService, now: number): Promise<Response> {
  const message = readMessage('requests', await bodyOf(c));
  if (!message) return refuse(c, 'malformed');
  const { deviceId, at, signature } = message;
  const publicKey = await service.publicKeyOf(deviceId);
  if (!publicKey || !(await isSignedBy(publicKey, signature, signed.requests(message)))) return refuse(c, 'refused');
  if (Math.abs(now - at) > tolerance) return refuse(c, 'stale');
  const open = await service.requests(deviceId);
  // Field by field: a service may know the number, and it must not travel.
  const requests = open.map(({ id, app, nonce, at }) => ({ id, app, nonce, at }));
  return c.json({ now, requests } satisfies RequestsAnswer);
}

async function answer(c: Context, service: CompanionService, id: string): Promise<Response> {
  const message = readMessage('answer', await bodyOf(c));
  if (!message || !isIdentifier(id)) return refuse(c, 'malformed');
  const { deviceId, decision, number, signature } = message;
  const publicKey = await service.publicKeyOf(deviceId);
  if (!publicKey) return refuse(c, 'refused');
  const request = (await service.requests(deviceId)).find((open) => open.id === id);
  if (!request) return c.json({ outcome: 'over' } satisfies AnswerAnswer);
  const bytes = signed.answer({ ...message, id, nonce: request.nonce });
  if (!(await isSignedBy(publicKey, signature, bytes))) return refuse(c, 'refused');
  const outcome =
    decision === 'approve'
      ? // No number fits nothing, not even a request that has none.
        await service.answer(deviceId, id, decision, number ?? '')
      : await service.answer(deviceId, id, decision);
  return c.json({ outcome } satisfies AnswerAnswer);
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}

function isJson(type = ''): boolean {
  return /^application\/json\s*(;|$)/i.test(type);
}

function isPairingProblem(error: unknown): error is Error & { message: PairingProblem } {
  return error instanceof Error && /^(unknown|used|expired)$/.test(error.message);
}

function refuse(c: Pick<Context, 'json'>, problem: Refusal['problem']): Response {
  return c.json({ problem } satisfies Refusal, statuses[problem]);
}
