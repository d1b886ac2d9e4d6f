/** Brings the tables up to date at the start, however many instances start at once. */
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url));

/** Any number will do, as long as every instance takes the same. */
const lock = 728_301;

/**
 * Applies the migrations that are still missing. A second instance waits at the lock, and then finds nothing to do.
 *
 * @example
 * await migrate(new Pool({ connectionString: process.env.DATABASE_URL }));
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    try {
      await applyMigrations(drizzle(client), { migrationsFolder });
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]);
    }
  } finally {
    client.release();
  }
}
