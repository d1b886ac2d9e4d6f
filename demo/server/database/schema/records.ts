/** What is kept about calls: their verdicts under idempotency keys, the audit trail, and the counts of rate limits. */
import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { moment } from './times.js';

/** One verdict per account, call and key (R69). */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    call: text('call').notNull(),
    key: text('key').notNull(),
    /** Sealed. */
    verdict: text('verdict').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.call, table.key] }),
    index('idempotency_keys_by_age').on(table.at),
  ],
);

/** Every attempt and what became of it, without secrets (R9). Outlives the account. */
export const audit = pgTable(
  'audit',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    accountId: text('account_id').notNull(),
    /** A keyed fingerprint, because whoever knows a session's id may have the session. */
    sessionMark: text('session_mark'),
    event: text('event').notNull(),
    kind: text('kind'),
    enrollmentId: text('enrollment_id'),
    /** `ok`, or the code of the refusal. */
    outcome: text('outcome').notNull(),
    traceId: text('trace_id').notNull(),
    detail: jsonb('detail').$type<Readonly<Record<string, string | number>>>(),
  },
  (table) => [index('audit_of_account').on(table.accountId, table.at)],
);

/** The table that `rate-limiter-flexible` reads and writes; its shape is that library's. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});
