/** A Postgres inside this process, behind a socket, so that everything else talks to it as to any other Postgres. */
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PoolConfig } from 'pg';
import { claim } from './claim.js';

/** An embedded database, as a pool connects to it. */
export interface EmbeddedDatabase {
  readonly connection: PoolConfig;
  stop(): Promise<void>;
}

/** Names the database that lives as long as the process; for tests. */
const inMemory = 'memory://';

/**
 * Starts an embedded database in `folder`. The first start with an empty folder takes several seconds, unless it begins
 * with a `template`: what PGlite dumped of another one.
 *
 * @example
 * const { connection, stop } = await startEmbedded('.data');
 */
export async function startEmbedded(folder: string, template?: Blob): Promise<EmbeddedDatabase> {
  const isKept = !folder.startsWith(inMemory);
  if (isKept) await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = isKept ? await claim(folder) : () => Promise.resolve();
  const dataDir = isKept ? path.join(folder, 'database') : folder;
  const db = await PGlite.create({ dataDir, ...(template && { loadDataDir: template }) });
  const { server, connection, forget } = await listen(db);
  return {
    // The connections of an embedded database share one session, so a second one only waits, and would see the first
    // one's prepared statements.
    connection: { ...connection, user: 'postgres', database: 'postgres', max: 1 },
    stop: async () => {
      await server.stop();
      await db.close();
      await forget();
      await release();
    },
  };
}

interface Listening {
  readonly server: PGLiteSocketServer;
  readonly connection: Pick<PoolConfig, 'host' | 'port'>;
  forget(): Promise<void>;
}

/** Behind a Unix socket that only this user can open; where there are none, on a port of this machine. */
async function listen(db: PGlite): Promise<Listening> {
  // Short, because the path of a socket may not be longer than some hundred letters, and a folder's may.
  const room = await mkdtemp(path.join(tmpdir(), 'siw-'));
  const forget = (): Promise<void> => rm(room, { recursive: true, force: true });
  const port = 5432;
  try {
    const server = new PGLiteSocketServer({ db, path: path.join(room, `.s.PGSQL.${String(port)}`), maxConnections: 4 });
    await server.start();
    return { server, connection: { host: room, port }, forget };
  } catch {
    await forget();
    const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 4 });
    await server.start();
    const [host, given] = server.getServerConn().split(':');
    return {
      server,
      connection: { host: host ?? '127.0.0.1', port: Number(given) },
      forget: () => Promise.resolve(),
    };
  }
}
