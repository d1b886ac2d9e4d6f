/** The database: embedded and kept in a folder, or a Postgres of its own; the same tables either way. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { claim } from '../../../demo/server/database/claim.js';
import { openDatabase, schema } from '../../../demo/server/database/index.js';
import { migrate } from '../../../demo/server/database/migrate.js';
import { createSimulatedTelephone, createWebhook, signatureOf } from '../../../demo/server/messages/index.js';
import type { OutgoingMessage } from '../../../demo/server/messages/index.js';
import { House, secretIn, toApp } from './person.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'siw-data-'));
});
after(() => rm(folder, { recursive: true, force: true }));

test('a folder keeps everything: after a restart in the middle of an enrolment the same QR is shown', async () => {
  const before = await House.open(folder);
  await assert.rejects(openDatabase({ folder }), /is using/);
  const person = await before.person();
  const { id, next } = await person.begin(toApp);
  await person.backend.stop();
  await before.database.close();

  const afterwards = await House.open(folder);
  await Promise.all([migrate(afterwards.database.pool), migrate(afterwards.database.pool)]);
  person.backend = afterwards.backend();
  person.session = 'session-2';
  assert.deepEqual((await person.load()).pending, [{ id, kind: 'totp' }]);
  assert.equal(secretIn((await person.begin(toApp)).next), secretIn(next));
  await afterwards.database.close();
});

test('a folder that was left behind by a process that was killed can be used again', async () => {
  const left = await mkdtemp(path.join(tmpdir(), 'siw-left-'));
  try {
    for (const owner of [String(process.pid), '999999999', 'nonsense']) {
      await writeFile(path.join(left, 'in-use'), owner);
      const release = await claim(left);
      await assert.rejects(claim(left), /is using/);
      await release();
    }
    await writeFile(path.join(left, 'in-use'), String(process.ppid));
    await assert.rejects(claim(left), /is using/);
  } finally {
    await rm(left, { recursive: true });
  }
});

test('the committed migrations make the tables that the schema describes', async () => {
  const migrations = fileURLToPath(new URL('../../../demo/server/database/migrations/', import.meta.url));
  const meta = (await readdir(path.join(migrations, 'meta'))).filter((name) => name.endsWith('_snapshot.json')).sort();
  const written = JSON.parse(await readFile(path.join(migrations, 'meta', meta.at(-1) ?? ''), 'utf8')) as ReturnType<
    typeof generateDrizzleJson
  >;
  assert.deepEqual(await generateMigration(written, generateDrizzleJson(schema, written.id)), []);
});

const message: OutgoingMessage = {
  id: 'message-1',
  accountId: 'a',
  channel: 'sms',
  to: '+819012345678',
  text: '123456 is your code.',
  locale: 'en',
};

test('a webhook gets the message signed, under its id; its answers are taken for what they are', async () => {
  const posted: Request[] = [];
  const answers: [number, string][] = [
    [204, ''],
    [422, '{"reason":"opted_out"}'],
    [400, 'nonsense'],
    [429, ''],
    [503, ''],
  ];
  const provider = createWebhook({
    url: 'https://sms.contoso.example/send',
    secret: 'shared',
    now: () => 1_700_000_000_000,
    fetch: async (url, init) => {
      posted.push(new Request(url, init));
      const [status, body] = answers.shift() ?? assert.fail();
      return new Response(status === 204 ? null : body, { status });
    },
  });
  const outcomes = [];
  while (answers.length > 0) outcomes.push(await provider.send(message));
  assert.deepEqual(outcomes, [
    { type: 'taken' },
    { type: 'refused', reason: 'opted_out' },
    { type: 'refused', reason: 'provider' },
    { type: 'later' },
    { type: 'later' },
  ]);
  const [first] = posted;
  const body = (await first?.text()) ?? '';
  assert.deepEqual(JSON.parse(body), message);
  assert.equal(first?.headers.get('idempotency-key'), message.id);
  assert.equal(first?.headers.get('signature'), signatureOf('shared', '1700000000', body));
  assert.notEqual(signatureOf('other', '1700000000', body), signatureOf('shared', '1700000000', body));
});

test('codes do not travel in the open, and nothing simulated runs in production', async () => {
  assert.throws(() => createWebhook({ url: 'http://sms.contoso.example', secret: 's' }), /https/);
  createWebhook({ url: 'http://127.0.0.1:9', secret: 's' });
  const { db } = {} as House['database'];
  const environment = { NODE_ENV: 'production' };
  const secrets = {} as House['secrets'];
  assert.throws(() => createSimulatedTelephone({ db, secrets, environment }), /for demos only/);
});
