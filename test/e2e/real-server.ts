/** The demo with a server of its own behind it, in a process that can be killed and started again where it was. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../demo/server/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

export class RealServer {
  readonly url: string;
  /** Everything that it said, over all its lives. */
  readonly said: string[] = [];
  readonly #port: number;
  readonly #folder: string;
  readonly #databaseUrl: string | undefined;
  #process: ChildProcess | undefined;

  private constructor(port: number, folder: string, databaseUrl: string | undefined) {
    this.#port = port;
    this.#folder = folder;
    this.#databaseUrl = databaseUrl;
    this.url = `http://localhost:${String(port)}/`;
  }

  /** On an embedded database, or on the one at `databaseUrl`. */
  static async open(databaseUrl?: string): Promise<RealServer> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'siw-demo-'));
    const server = new RealServer(await freePort(), folder, databaseUrl);
    await server.start();
    return server;
  }

  /** Settles once everything can be answered. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', '--liftoff-only', main], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'test',
        PORT: String(this.#port),
        DATA_FOLDER: this.#folder,
        DATABASE_URL: this.#databaseUrl ?? '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    const ready = new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', (line) => {
          this.said.push(line);
          if (line.startsWith('Everything is ready')) resolve();
        });
      child.once('exit', (code) => reject(new Error(`The server ended with ${String(code)}: ${this.said.join('\n')}`)));
    });
    await ready;
  }

  /** Ends it in good order, as for a new version, and starts it again. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    await this.start();
  }

  /** As a power cut does it. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#process;
    assert.ok(child, 'it runs');
    child.removeAllListeners('exit');
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** Free a moment ago, and nobody else is here to take it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
