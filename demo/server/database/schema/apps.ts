/** The organisation's app: how it is paired, which devices hold it, and what they are asked. */
import { bigserial, boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { webcrypto } from 'node:crypto';
import { accounts } from './accounts.js';
import { enrollments } from './enrollments.js';
import { moment } from './times.js';

/** Codes by which a device is paired; each works once. The code itself stands sealed in its enrolment. */
export const pairings = pgTable(
  'pairings',
  {
    id: text('id').primaryKey(),
    enrollmentId: text('enrollment_id')
      .notNull()
      .references(() => enrollments.id, { onDelete: 'cascade' }),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    codeMark: text('code_mark').notNull().unique(),
    state: text('state').$type<'open' | 'used' | 'withdrawn' | 'expired'>().notNull(),
    until: moment('until').notNull(),
  },
  (table) => [index('pairings_of_enrollment').on(table.enrollmentId), index('pairings_of_account').on(table.accountId)],
);

export const devices = pgTable(
  'devices',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    enrollmentId: text('enrollment_id')
      .notNull()
      .references(() => enrollments.id, { onDelete: 'cascade' }),
    /** Its private half never left the device. */
    publicKey: jsonb('public_key').$type<webcrypto.JsonWebKey>().notNull(),
    name: text('name').notNull(),
    pairedAt: moment('paired_at').notNull(),
  },
  (table) => [index('devices_of_enrollment').on(table.enrollmentId), index('devices_of_account').on(table.accountId)],
);

/** Requests for approval. The number to compare is sealed, and gone when the request is over. */
export const approvals = pgTable(
  'approvals',
  {
    id: text('id').primaryKey(),
    /** Which one is the latest, even of two within a millisecond. */
    place: bigserial('place', { mode: 'number' }).notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    enrollmentId: text('enrollment_id')
      .notNull()
      .references(() => enrollments.id, { onDelete: 'cascade' }),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id, { onDelete: 'cascade' }),
    /** Whose app it is that asks. */
    app: text('app').notNull(),
    /** What the device signs together with its answer. */
    nonce: text('nonce').notNull(),
    matchNumber: text('match_number'),
    state: text('state').$type<'open' | 'approved' | 'denied' | 'timed-out' | 'wrong-number' | 'withdrawn'>().notNull(),
    /** Counts toward the hourly limit; a success sets all of them free (R33). */
    counts: boolean('counts').notNull(),
    askedAt: moment('asked_at').notNull(),
    until: moment('until').notNull(),
  },
  (table) => [
    index('approvals_of_device').on(table.deviceId, table.state),
    index('approvals_of_account').on(table.accountId, table.askedAt),
    index('approvals_of_enrollment').on(table.enrollmentId),
  ],
);
