/** What an integrator runs: the adapter behind our handler, on three servers, and the kit over each of them. */
import { getRequestListener, serve } from '@hono/node-server';
import express from 'express';
import { Hono } from 'hono';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateSync } from 'otplib';
import { createHttpAdapter } from '../../../src/adapters/http/index.js';
import { withIdempotency } from '../../../src/adapters/with-idempotency.js';
import { createHandler } from '../../../src/server/index.js';
import { checkAdapter, report, type Lab } from '../../../src/testing/index.js';
import { identityAdapter } from './adapter.js';
import { identityApi } from './identity-api.js';

const origin = 'https://login.contoso.example';
const basePath = '/api/security-info';
/** Who calls, as a session cookie would say it. */
const people = new Map<string, ReturnType<typeof withIdempotency>>();
const adapterFor = (request: Request) => people.get(request.headers.get('x-person') ?? '');

/** Frameworks that cut the mount path off, and those that do not. */
const whole = createHandler(adapterFor, { allowedOrigins: [origin], basePath });
const mounted = createHandler(adapterFor, { allowedOrigins: [origin] });

const listener = getRequestListener(whole);
const listening = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));

const servers: Readonly<Record<string, () => Promise<Server>>> = {
  hono: () => {
    const app = new Hono();
    app.all(basePath, (context) => whole(context.req.raw));
    app.all(`${basePath}/*`, (context) => whole(context.req.raw));
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(server as Server));
    });
  },
  express: () => {
    const app = express();
    app.use(basePath, getRequestListener(mounted));
    return listening(createServer(app));
  },
  node: () => listening(createServer((request, response) => void listener(request, response))),
};

function labOf(name: string, url: string): Lab {
  let made = 0;
  return {
    name,
    kinds: ['totp'],
    known: { 'binding/replace': 'their API knows no replacing: a second device is added' },
    person: () => {
      const clock = { at: Date.UTC(2026, 0, 15) };
      const id = `${name}-${(made += 1)}`;
      people.set(id, withIdempotency(identityAdapter(identityApi(() => clock.at))));
      return {
        adapter: createHttpAdapter({ baseUrl: url + basePath, headers: { origin, 'x-person': id } }),
        clock: {
          advance: (ms) => {
            clock.at += ms;
          },
        },
        codeFor: ({ provision }) =>
          generateSync({ secret: provision?.manual[0]?.value ?? '', epoch: Math.floor(clock.at / 1000) }),
      };
    },
  };
}

/** Requests that are no calls, and what comes of them on every framework alike. */
const refusals: readonly (readonly [number, RequestInit])[] = [
  [403, { headers: { origin: 'https://evil.example' } }],
  [415, { headers: { 'content-type': 'text/plain' } }],
  [400, { headers: { 'idempotency-key': '' } }],
  [413, { body: JSON.stringify({ kind: 'totp', label: 'x'.repeat(20_000) }) }],
  [401, { headers: { 'x-person': 'nobody' } }],
];

for (const [name, start] of Object.entries(servers)) {
  const server = await start();
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const lab = labOf(name, url);
  await lab.person();
  for (const [status, { headers = {}, body = '{"kind":"totp"}' }] of refusals) {
    const usual = { origin, 'content-type': 'application/json', 'idempotency-key': 'k', 'x-person': `${name}-1` };
    const sent = { method: 'POST', headers: { ...usual, ...(headers as Record<string, string>) }, body };
    const response = await fetch(`${url}${basePath}/enrollments`, sent);
    const { fault } = (await response.json()) as { fault?: { code?: string } };
    const isRight = response.status === status && typeof fault?.code === 'string';
    console.log(`${name}: ${isRight ? 'refused' : 'NOT REFUSED'} with ${String(response.status)}`);
  }
  console.log(`${name}:`);
  report(await checkAdapter(lab), console.log);
  server.closeAllConnections();
  server.close();
}
