/** The tests' own Postgres does what the tests that stand on it take for granted. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import { Client } from 'pg';
import { noPostgres, startPostgres } from './postgres.js';

const postgres = await startPostgres({ durable: true });
after(() => postgres?.stop());

async function ask(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: postgres?.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('it listens on a socket in its own folder, and on no port', { skip: noPostgres }, async () => {
  assert.deepEqual(await ask('show listen_addresses'), [{ listen_addresses: '' }]);
  const [{ unix_socket_directories: folder } = {}] = await ask('show unix_socket_directories');
  assert.ok(existsSync(`${String(folder)}/.s.PGSQL.5432`));
});

test('what was committed is there after it was killed and started again', { skip: noPostgres }, async () => {
  await ask('create table kept (word text)');
  await ask(`insert into kept values ('still here')`);
  await postgres?.kill();
  await assert.rejects(ask('select 1'));
  await postgres?.start();
  assert.deepEqual(await ask('select word from kept'), [{ word: 'still here' }]);
});
