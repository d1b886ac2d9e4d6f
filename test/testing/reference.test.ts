/** The reference backend keeps every promise that the kit knows of, over HTTP, on every database that it may stand on. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openDatabase } from '../../demo/server/database/index.js';
import type { Trouble } from '../../demo/server/reference/world.js';
import { checkAdapter, report, type Lab } from '../../src/testing/index.js';
import { noPostgres, startPostgres, type Postgres } from '../demo/server/postgres.js';
import { memoryLab } from './memory-lab.js';
import { mounted, overHttp } from './over-http.js';
import { referenceLab } from './reference-lab.js';

/** What cannot be tried here, and why. */
const skips: Readonly<Record<string, string>> = {
  'shape/then': 'nothing that is registered here opens another enrolment',
};

/** Passes the whole kit, but for the skips above. */
async function passes(t: TestContext, lab: Lab): Promise<void> {
  const result = await checkAdapter(lab);
  const lines: string[] = [];
  report(result, (line) => lines.push(line));
  t.diagnostic(`${lab.name}: ${lines.at(-1) ?? ''}`);
  assert.deepEqual(
    lines.slice(0, -1),
    Object.entries(skips).map(([id, reason]) => `skipped ${id}: ${reason}`),
  );
  assert.equal(result.failed, 0);
  assert.ok(result.passed >= 100);
}

/** Opens the database for each instance, and closes them whatever happens. */
async function instances(t: TestContext, name: string, urls: readonly (string | undefined)[]): Promise<void> {
  const troubles: Trouble[] = [];
  const open = await Promise.all(urls.map((url) => openDatabase({ url, folder: 'memory://' })));
  try {
    await passes(t, referenceLab({ name, databases: open.map(({ db }) => db), troubles }));
    assert.deepEqual(troubles, []);
  } finally {
    await Promise.all(open.map(({ close }) => close()));
  }
}

async function onPostgres(work: (postgres: Postgres) => Promise<void>): Promise<void> {
  const postgres = (await startPostgres()) ?? assert.fail('found, and not started');
  try {
    await work(postgres);
  } finally {
    await postgres.stop();
  }
}

test('the memory backend over HTTP', (t) =>
  passes(
    t,
    memoryLab({
      name: 'memory over HTTP',
      through: (adapter) => {
        const handler = mounted(() => adapter);
        return overHttp({ handler: () => handler });
      },
    }),
  ));

test('the reference backend on the embedded database', (t) => instances(t, 'reference, embedded', [undefined]));

test('the reference backend on Postgres', { skip: noPostgres }, (t) =>
  onPostgres(({ url }) => instances(t, 'reference, Postgres', [url])),
);

test('two instances on one Postgres, which take turns', { skip: noPostgres }, (t) =>
  onPostgres(({ url }) => instances(t, 'reference, two instances', [url, url])),
);
