/**
 * An embedded database that begins with one made earlier, its tables and all: an empty one costs each test file six
 * seconds of a processor.
 */
import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Pool } from 'pg';
import { InProcessLine } from '../../../demo/server/database/in-process-line.js';
import { openDatabase, type OpenDatabase } from '../../../demo/server/database/index.js';
import { migrate } from '../../../demo/server/database/migrate.js';

/** What the template depends on: the engine, and the tables. */
const parts = ['node_modules/@electric-sql/pglite/package.json', 'demo/server/database/migrations/meta/_journal.json'];
const texts = await Promise.all(parts.map((part) => readFile(new URL(`../../../${part}`, import.meta.url))));
const mark = createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 16);
const file = path.join(tmpdir(), `siw-database-${mark}.tar`);

/**
 * Opens a Postgres, or where there is no address an embedded database that lives as long as the process.
 *
 * @example
 * const { db, close } = await openMemoryDatabase();
 */
export async function openMemoryDatabase(url?: string): Promise<OpenDatabase> {
  return openDatabase(url === undefined ? { folder: 'memory://', template: await template() } : { url });
}

function template(): Promise<Blob> {
  return readFile(file).then((bytes) => new Blob([bytes]), makeTemplate);
}

async function makeTemplate(): Promise<Blob> {
  const db = await PGlite.create();
  const pool = new Pool({ user: 'postgres', database: 'postgres', max: 1, stream: () => new InProcessLine(db) });
  await migrate(pool);
  await pool.end();
  const dump = await db.dumpDataDir('none');
  await db.close();
  // Other test files may be at it as well: whole or not at all.
  const own = `${file}.${String(process.pid)}`;
  await writeFile(own, dump.stream());
  await rename(own, file);
  return dump;
}
