/** Hardware tokens, as their maker lists them and the organisation gives them out. */
import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { moment } from './times.js';

/**
 * One row per token. Whose it is stands here; that it is in use is said by the method that stands for it, so that the two
 * cannot disagree: no account is `available`, an account without the method `assigned`, with it `activated`.
 */
export const hardwareTokens = pgTable(
  'hardware_tokens',
  {
    /** As it is compared: capital letters and digits. */
    serial: text('serial').primaryKey(),
    /** Sealed. */
    secret: text('secret').notNull(),
    digits: integer('digits').$type<6 | 8>().notNull(),
    /** Seconds for which a code stands. */
    period: integer('period').$type<30 | 60>().notNull(),
    algorithm: text('algorithm').$type<'sha1' | 'sha256'>().notNull(),
    accountId: text('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    /** The latest time step whose code added the token to an account: none counts twice (R20). */
    lastStep: bigint('last_step', { mode: 'number' }),
    addedAt: moment('added_at').notNull(),
  },
  (table) => [index('hardware_tokens_of_account').on(table.accountId)],
);
