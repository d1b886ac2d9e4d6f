/** A server in a process of its own, so that it can be killed: the backend on its database, behind the handler, on a port. */
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { openDatabase } from '../../../demo/server/database/index.js';
import { createWebhook } from '../../../demo/server/messages/index.js';
import { createReferenceBackend } from '../../../demo/server/reference/index.js';
import { createSecrets } from '../../../demo/server/secrets/index.js';
import { createHandler } from '../../../src/server/index.js';

/** What whoever starts it decides. */
export interface Settings {
  /** A Postgres, or the folder of an embedded database. */
  readonly place: { readonly url: string } | { readonly folder: string };
  readonly provider: string;
  readonly origin: string;
  /** By how much its clock is ahead. */
  readonly ahead: number;
}

const { place, provider, origin, ahead } = JSON.parse(process.argv[2] ?? '') as Settings;
const { db } = await openDatabase(place);
const backend = createReferenceBackend({
  db,
  secrets: createSecrets({
    keys: [{ id: 'test', bytes: new Uint8Array(32).fill(7) }],
    pepper: new Uint8Array(32).fill(9),
  }),
  provider: createWebhook({ url: provider, secret: 'shared' }),
  now: () => Date.now() + ahead,
});
await backend.accounts.create({
  id: 'mika',
  label: 'mika@contoso.example',
  requirements: [
    { id: 'app', anyOf: [{ kind: 'totp', usage: ['sign-in'] }] },
    { id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms'] }] },
  ],
});
backend.start(50);
const handler = createHandler(() => backend.adapterFor({ accountId: 'mika', sessionId: 'session' }), {
  allowedOrigins: [origin],
});
const server = serve({ fetch: handler, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => {
  process.send?.(port);
});
// It ends with whoever started it.
process.once('disconnect', () => {
  server.close();
  process.exit();
});
