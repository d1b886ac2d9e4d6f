/** Whom the organisation asks for methods: the account, what it owes, and which method is its default. */
import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Follower } from '../../../../src/adapters/memory/followers.js';
import type { MethodId } from '../../../../src/contract/enrollment.js';
import type { Requirement } from '../../../../src/contract/security-info.js';
import { moment } from './times.js';

/** The default method, and whether the person chose it. */
export interface StoredDefault {
  readonly methodId: MethodId;
  readonly channel?: string;
  readonly chosen: boolean;
}

/** One row per person. It is the row that every write of that person locks. */
export const accounts = pgTable('accounts', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  organization: text('organization'),
  /** Where notices go. */
  email: text('email'),
  /** Their status here is `open` or `satisfied`; what is put off stands in `skips`. */
  requirements: jsonb('requirements').$type<readonly Requirement[]>().notNull(),
  /** By which method a requirement is met; what is not here is as it was written. */
  satisfiedBy: jsonb('satisfied_by').$type<Readonly<Record<string, MethodId>>>().notNull(),
  /** What is opened by itself once something else is registered. */
  followers: jsonb('followers').$type<readonly Follower[]>().notNull().default([]),
  defaultMethod: jsonb('default_method').$type<StoredDefault>(),
  /** Wrong tries over all enrolments, and when the latest was. */
  wrongTries: integer('wrong_tries').notNull().default(0),
  wrongAt: moment('wrong_at').notNull().default(0),
  /** When serial numbers of tokens were typed that this person cannot have; no more of them than the policy counts. */
  unknownSerials: jsonb('unknown_serials').$type<readonly number[]>().notNull().default([]),
  createdAt: moment('created_at').notNull(),
});

/** A requirement that was put off, by the session that did it: the next one is asked again. */
export const skips = pgTable(
  'skips',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    requirementId: text('requirement_id').notNull(),
    /** A keyed fingerprint, as in the record. */
    sessionMark: text('session_mark').notNull(),
    /** How often this session did it. */
    times: integer('times').notNull(),
    /** Still put off: nothing has met it since. */
    stands: boolean('stands').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.requirementId, table.sessionMark] })],
);
