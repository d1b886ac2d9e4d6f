/** An embedded database that begins with one made earlier: an empty one costs each test file five seconds of a processor. */
import { PGlite } from '@electric-sql/pglite';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { openDatabase, type OpenDatabase } from '../../../demo/server/database/index.js';

const about = new URL('../../../node_modules/@electric-sql/pglite/package.json', import.meta.url);
const { version } = JSON.parse(await readFile(about, 'utf8')) as { readonly version: string };
const file = path.join(tmpdir(), `siw-empty-database-${version}.tar`);

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
  const dump = await db.dumpDataDir('none');
  await db.close();
  // Other test files may be at it as well: whole or not at all.
  const own = `${file}.${String(process.pid)}`;
  await writeFile(own, dump.stream());
  await rename(own, file);
  return dump;
}
