/** Enrolments: bound to a person, held by a session, and at most one open for each offer. */
import { sql } from 'drizzle-orm';
import { bigserial, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { EnrollmentId, MethodId, MethodKind } from '../../../../src/contract/enrollment.js';
import type { RegisteredMethod } from '../../../../src/contract/security-info.js';
import { accounts } from './accounts.js';
import { moment } from './times.js';

/** Open, registered, or over: run out of time, or ended by the person or by another enrolment. */
export type Phase = 'open' | 'done' | 'expired' | 'superseded';

export const enrollments = pgTable(
  'enrollments',
  {
    id: text('id').$type<EnrollmentId>().primaryKey(),
    /** Which one was opened first, even of two within a millisecond. */
    place: bigserial('place', { mode: 'number' }).notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The session that has it, the latest one of the person that asked for it, as a keyed fingerprint. */
    sessionMark: text('session_mark').notNull(),
    kind: text('kind').$type<MethodKind>().notNull(),
    /** Empty where the offer has no id, because a unique index takes no null for equal. */
    offerId: text('offer_id').notNull(),
    /** A keyed fingerprint of what was wished for: the same wish finds this enrolment again (R3). */
    wishMark: text('wish_mark').notNull(),
    replaces: text('replaces').$type<MethodId>(),
    /** The method after which the backend opened it by itself. */
    follows: text('follows').$type<MethodId>(),
    phase: text('phase').$type<Phase>().notNull(),
    /** Sealed: what its kind keeps of it, with its secret and what the person calls it. Null once it is over. */
    state: text('state'),
    /** Wrong tries, over all resends (R26). */
    wrong: integer('wrong').notNull().default(0),
    endsAt: moment('ends_at').notNull(),
    openedAt: moment('opened_at').notNull(),
    /** A keyed fingerprint of the proof that counted, to tell a replay from a guess. */
    acceptedMark: text('accepted_mark'),
    registered: jsonb('registered').$type<RegisteredMethod>(),
  },
  (table) => [
    uniqueIndex('one_open_enrollment_per_offer')
      .on(table.accountId, table.kind, table.offerId)
      .where(sql`phase = 'open'`),
    index('enrollments_by_end').on(table.phase, table.endsAt),
    index('enrollments_of_account').on(table.accountId),
  ],
);

/** Codes that were texted, mailed or spoken, as keyed fingerprints that hold for their enrolment alone (R5). */
export const sentCodes = pgTable(
  'sent_codes',
  {
    id: text('id').primaryKey(),
    enrollmentId: text('enrollment_id')
      .notNull()
      .references(() => enrollments.id, { onDelete: 'cascade' }),
    mark: text('mark').notNull(),
    channel: text('channel').$type<'sms' | 'voice' | 'email'>().notNull(),
    /** The how-manieth of its enrolment. */
    turn: integer('turn').notNull(),
    sentAt: moment('sent_at').notNull(),
  },
  (table) => [index('sent_codes_of_enrollment').on(table.enrollmentId)],
);
