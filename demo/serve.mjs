// Serves the demo page on localhost with no server behind it: `npm start -- --static`, and most tests.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { argv, env, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildPage } from './build.mjs';
import { headersFor } from './page-headers.mjs';

/**
 * Builds the page and serves it. Without a port: 4173, or the next one that is free; 0: any free one.
 *
 * @type {typeof import('./serve.mjs').serve}
 */
export async function serve({ port } = {}) {
  const files = await buildPage();
  const server = createServer((request, response) => {
    const file = files.get(request.url.split('?', 1)[0]);
    const allowed = request.method === 'GET' || request.method === 'HEAD';
    const status = !allowed ? 405 : file ? 200 : 404;
    const body = status === 200 ? file.body : Buffer.from(`${status}\n`);
    const type = status === 200 ? file.type : 'text/plain; charset=utf-8';
    response.writeHead(status, { ...headersFor(request.url), 'Content-Type': type, 'Content-Length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  const taken = await listen(server, port ?? 4173, port === undefined);
  return {
    url: `http://localhost:${taken}/`,
    port: taken,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Answers the port that was taken. */
async function listen(server, port, orNext) {
  server.listen(port, 'localhost');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (!orNext || error.code !== 'EADDRINUSE') throw error;
    return listen(server, port + 1, true);
  }
  return server.address().port;
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const { url } = await serve(env.PORT ? { port: Number(env.PORT) } : {});
  stdout.write(`Demo: ${url}\nEvery page in every state: ${url}gallery\n`);
}
