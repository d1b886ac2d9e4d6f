/** A Postgres inside this process, behind a line of its own protocol, so that everything else talks to it as to any other. */
import { PGlite } from '@electric-sql/pglite';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PoolConfig } from 'pg';
import { claim } from './claim.js';
import { InProcessLine } from './in-process-line.js';

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
  return {
    connection: { user: 'postgres', database: 'postgres', max: 1, stream: () => new InProcessLine(db) },
    stop: async () => {
      await db.close();
      await release();
    },
  };
}
