/** Methods that were ever bound. A removed one keeps its row for the record, without its secret (R9). */
import { bigint, bigserial, boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { MethodId, MethodKind, Usage } from '../../../../src/contract/enrollment.js';
import { accounts } from './accounts.js';
import { moment } from './times.js';

export const methods = pgTable(
  'methods',
  {
    id: text('id').$type<MethodId>().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The order in which methods were added. */
    place: bigserial('place', { mode: 'number' }).notNull(),
    kind: text('kind').$type<MethodKind>().notNull(),
    offerId: text('offer_id'),
    /** Masked. */
    label: text('label').notNull(),
    usage: jsonb('usage').$type<readonly Usage[]>().notNull(),
    channels: jsonb('channels').$type<readonly string[]>(),
    provedBy: text('proved_by'),
    canBeDefault: boolean('can_be_default').notNull(),
    removable: boolean('removable').notNull(),
    /** What tells two methods of one kind apart, as a keyed fingerprint. */
    identityMark: text('identity_mark'),
    /** Sealed: what a sign-in needs, such as the secret of an app or the whole number. */
    secret: text('secret'),
    /** The latest time step whose code was accepted, at enrolment or at a sign-in (R20). */
    lastStep: bigint('last_step', { mode: 'number' }),
    /** The enrolment it came from. */
    enrollmentId: text('enrollment_id'),
    addedAt: moment('added_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('methods_of_account').on(table.accountId, table.removedAt)],
);
