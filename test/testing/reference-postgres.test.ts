/** The kit over HTTP on a real Postgres, where calls that come at once are at work at once. */
import { after, test } from 'node:test';
import { noPostgres, startPostgres } from '../demo/server/postgres.js';
import { instances } from './passes.js';

const postgres = await startPostgres();
after(() => postgres?.stop());

test('the reference backend on Postgres', { skip: noPostgres }, (t) =>
  instances(t, 'reference, Postgres', [postgres?.url]),
);

test('two instances on one Postgres, which take turns', { skip: noPostgres }, (t) =>
  instances(t, 'reference, two instances', [postgres?.url, postgres?.url]),
);
