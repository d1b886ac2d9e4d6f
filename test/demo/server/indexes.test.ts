/** Deleting an account, or forgetting an enrolment, must not read whole tables for each row that goes with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { is } from 'drizzle-orm';
import { getTableConfig, PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { schema } from '../../../demo/server/database/index.js';

/** The first column of each index over all rows, the primary key among them. */
function led(table: PgTable): ReadonlySet<string> {
  const { columns, indexes, primaryKeys } = getTableConfig(table);
  const keys = [
    ...columns.filter((column) => column.primary || column.isUnique).map(({ name }) => name),
    ...primaryKeys.map((key) => key.columns[0]?.name),
    ...indexes
      .filter(({ config }) => config.where === undefined)
      .map(
        ({
          config: {
            columns: [first],
          },
        }) => (first !== undefined && 'name' in first ? first.name : undefined),
      ),
  ];
  return new Set(keys.filter((name) => name !== undefined));
}

test('every reference to another table has an index to follow it back', () => {
  const tables = Object.values(schema).filter((table) => is(table, PgTable));
  const bare = tables.flatMap((table) => {
    const { name, foreignKeys } = getTableConfig(table);
    const columns = foreignKeys.map((key) => key.reference().columns[0]);
    return columns
      .filter((column) => is(column, PgColumn) && !led(table).has(column.name))
      .map((column) => `${name}.${column?.name ?? ''}`);
  });
  assert.ok(tables.length > 10);
  assert.deepEqual(bare, []);
});
