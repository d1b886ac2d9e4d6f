/** The database: a real Postgres where there is one, else an embedded one; the same client and dialect for both. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolConfig } from 'pg';
import { startEmbedded } from './embedded.js';
import { migrate } from './migrate.js';
import * as schema from './schema/index.js';

export * as schema from './schema/index.js';

/** The database, as queries are written against it. */
export type Database = NodePgDatabase<typeof schema> & { readonly $client: Pool };

/** A transaction of it. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** A database that is open and up to date. */
export interface OpenDatabase {
  readonly db: Database;
  /** For libraries that want a client of their own; never used while a transaction is open. */
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly url?: string | undefined;
  readonly folder?: string;
  readonly template?: Blob;
}

/**
 * Opens the database and applies its migrations. `url`: a Postgres, such as `process.env.DATABASE_URL`, with any number
 * of instances of this process on it. Otherwise an embedded one in `folder`, for one process; `memory://` keeps nothing, and may
 * begin with a `template`.
 *
 * @example
 * const { db, pool, close } = await openDatabase({ url: process.env.DATABASE_URL, folder: '.data' });
 */
export async function openDatabase({
  url,
  folder = '.data',
  template,
}: OpenDatabaseOptions = {}): Promise<OpenDatabase> {
  const embedded = url === undefined || url === '' ? await startEmbedded(folder, template) : undefined;
  const config: PoolConfig = embedded?.connection ?? { connectionString: url };
  // Whoever waits longer than this for a connection waits for itself.
  const pool = new Pool({ connectionTimeoutMillis: 20_000, ...config });
  // An idle connection that breaks is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks in the middle of a transaction; the query after it fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const close = async (): Promise<void> => {
    await pool.end();
    await embedded?.stop();
  };
  try {
    await migrate(pool);
  } catch (reason) {
    await close();
    throw reason;
  }
  return { db: drizzle(pool, { schema }), pool, close };
}
