/** A connection that breaks while it is in use: the work on it fails, and the process lives on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../../../demo/server/database/index.js';
import { noPostgres, startPostgres } from './postgres.js';

test('the database goes away in the middle of a transaction, and comes back', { skip: noPostgres }, async () => {
  const postgres = (await startPostgres()) ?? assert.fail('found, and not started');
  const { pool, close } = await openDatabase({ url: postgres.url });
  try {
    const client = await pool.connect();
    await client.query('begin');
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    await postgres.kill();
    await ended;
    await assert.rejects(client.query('select 1'));
    client.release(true);
    await postgres.start();
    assert.deepEqual((await pool.query('select 1 as one')).rows, [{ one: 1 }]);
  } finally {
    await close();
    await postgres.stop();
  }
});
