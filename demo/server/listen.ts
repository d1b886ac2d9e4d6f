/** Where the demo can be reached: this machine alone, or, over https, any phone on the same network. */
import { serve, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';

export interface Listening {
  /** Without a slash at the end, as browsers write it. */
  readonly origin: string;
  close(): Promise<void>;
}

/** `env` tells of the socket. */
type Fetch = (request: Request, env: object) => Promise<Response>;

/**
 * Listens on a port; 0: any free one. `isOpen`: on the network, with a certificate of its own that every browser warns of
 * once. Keys and cameras need https there.
 *
 * @example
 * const { origin } = await listen((request, env) => app.fetch(request, env), { port: 4173, isOpen: false });
 */
export async function listen(fetch: Fetch, options: { port: number; isOpen: boolean }): Promise<Listening> {
  const { port: wished, isOpen } = options;
  const host = isOpen ? ownAddress() : 'localhost';
  const secure = isOpen ? { createServer, serverOptions: await certificateFor(host) } : {};
  const server: ServerType = serve({ fetch, port: wished, hostname: isOpen ? '0.0.0.0' : host, ...secure });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${isOpen ? 'https' : 'http'}://${host}:${String(port)}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** This machine's address in its network. */
function ownAddress(): string {
  const addresses = Object.values(os.networkInterfaces()).flatMap((one) => one ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

/** Made anew at each start, and kept nowhere. */
async function certificateFor(host: string): Promise<{ readonly key: string; readonly cert: string }> {
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: host }] }],
  });
  return { key: made.private, cert: made.cert };
}
