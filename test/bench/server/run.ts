/** How fast the reference backend answers, and how that grows with the accounts. Prints a table; nothing fails over it. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { openDatabase } from '../../../demo/server/database/index.js';
import { noPostgres, startPostgres } from '../../demo/server/postgres.js';
import { measure, type Figures } from './calls.js';
import { seed } from './seed.js';

/*
 * npm run bench:server              1,000 and 100,000 accounts
 * npm run bench:server -- --quick   only whether it runs
 */
const isQuick = process.argv.includes('--quick');
const sizes = isQuick ? [200, 1000] : [1000, 100_000];
const rounds = { calls: isQuick ? 20 : 200, atOnce: 8 };

const cell = (text: string, width = 12): string => text.padStart(width);
const fixed = (value: number): string => value.toFixed(1);

function print(where: string, accounts: number, figures: Figures): void {
  for (const [name, { perSecond, median, p99 }] of Object.entries(figures)) {
    const cells = [String(accounts), fixed(perSecond), fixed(median), fixed(p99)].map((text) => cell(text));
    console.log(`${where.padEnd(10)}${name.padEnd(20)}${cells.join('')}`);
  }
}

async function run(where: string, given: { readonly url?: string; readonly folder?: string }): Promise<void> {
  // Each size in a database of its own: forgetting leaves less behind than there was.
  for (const accounts of sizes) {
    const folder = given.folder === undefined ? undefined : path.join(given.folder, String(accounts));
    const database = await openDatabase({ ...given, ...(folder !== undefined && { folder }) });
    try {
      await seed(database.pool, 1, accounts, Date.now());
      print(where, accounts, await measure(database, accounts, rounds));
      await database.pool.query('truncate accounts, audit cascade');
    } finally {
      await database.close();
    }
  }
}

console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}, load ${os.loadavg().map(fixed).join(' ')}, 8 calls at once`,
);
console.log(`${''.padEnd(30)}${['accounts', 'per second', 'median ms', 'p99 ms'].map((text) => cell(text)).join('')}`);
const folder = await mkdtemp(path.join(os.tmpdir(), 'siw-bench-'));
const postgres = await startPostgres({ durable: true });
try {
  await run('embedded', { folder });
  if (postgres === undefined) console.log(`Postgres: not measured, ${String(noPostgres)}`);
  else await run('Postgres', { url: postgres.url });
} finally {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}
