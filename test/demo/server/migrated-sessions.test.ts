/** A database from before sessions were marked: their ids are gone from it, and what was put off stays counted. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';

const folder = new URL('../../../demo/server/database/migrations/', import.meta.url);

test('the ids of sessions that stood in the tables are wiped', async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  const at = names.findIndex((name) => name.startsWith('0004'));
  const db = await PGlite.create();
  for (const text of texts.slice(0, at)) await db.exec(text);
  await db.exec(`
    insert into accounts (id, label, requirements, satisfied_by, created_at) values ('mika', 'mika', '[]', '{}', 0);
    insert into skips values ('mika', 'phone', 'session-1', 2, true, 0), ('mika', 'phone', 'session-2', 1, true, 0);
    insert into enrollments (id, account_id, session_id, kind, offer_id, wish_mark, phase, ends_at, opened_at)
      values ('enrollment-1', 'mika', 'session-1', 'totp', '', '', 'open', 1, 0);`);
  for (const text of texts.slice(at)) await db.exec(text);
  const [skips, enrollments] = [await db.query('select * from skips'), await db.query('select * from enrollments')];
  assert.ok(!/session-\d/.test(JSON.stringify([skips.rows, enrollments.rows])));
  assert.deepEqual(
    (skips.rows as { times: number }[]).map(({ times }) => times),
    [2, 1],
  );
  assert.equal(enrollments.rows.length, 1);
  await db.close();
});
