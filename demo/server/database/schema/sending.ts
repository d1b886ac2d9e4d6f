/** Whatever leaves the house: messages, calls, notices, and how many of them went where. */
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { enrollments } from './enrollments.js';
import { moment } from './times.js';

/** Messages on their way. Committed together with what they are about; the id is the provider's idempotency key. */
export const outbox = pgTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    enrollmentId: text('enrollment_id')
      .notNull()
      .references(() => enrollments.id, { onDelete: 'cascade' }),
    /** Sealed: to whom, and the text. Null once it is sent or given up. */
    message: text('message'),
    state: text('state').$type<'waiting' | 'sent' | 'failed'>().notNull(),
    /** Why it was given up. */
    reason: text('reason').$type<'blocked' | 'opted_out' | 'provider' | 'braked' | 'late'>(),
    tries: integer('tries').notNull().default(0),
    /** When it may be tried next; while somebody tries, when that trial counts as lost. */
    dueAt: moment('due_at').notNull(),
    /** When it is worth nothing any more. */
    endsAt: moment('ends_at').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('outbox_due').on(table.state, table.dueAt),
    index('outbox_of_enrollment').on(table.enrollmentId),
    index('outbox_of_account').on(table.accountId),
  ],
);

/** Every message and call, for the limits per number, address and account (R27). Where it went is a keyed fingerprint. */
export const sends = pgTable(
  'sends',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    toMark: text('to_mark').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('sends_to_number').on(table.toMark, table.at),
    index('sends_of_account').on(table.accountId, table.at),
  ],
);

/** Calls that wait for a key. The id is that of the message. */
export const calls = pgTable(
  'calls',
  {
    id: text('id').primaryKey(),
    enrollmentId: text('enrollment_id')
      .notNull()
      .references(() => enrollments.id, { onDelete: 'cascade' }),
    state: text('state').$type<'open' | 'over' | 'wrong-key' | 'busy' | 'no-answer'>().notNull(),
    until: moment('until').notNull(),
  },
  (table) => [index('calls_of_enrollment').on(table.enrollmentId)],
);

/** News for every address that was confirmed before (R8). */
export const notices = pgTable(
  'notices',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Sealed: the address as it was then, and what happened. Null once it is sent. */
    message: text('message'),
    state: text('state').$type<'waiting' | 'sent' | 'failed'>().notNull(),
    tries: integer('tries').notNull().default(0),
    dueAt: moment('due_at').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('notices_due').on(table.state, table.dueAt), index('notices_of_account').on(table.accountId)],
);
