/** The demo's telephone and mailbox. Never written where NODE_ENV is production. */
import { bigserial, boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './times.js';

/** Texts and calls as the demo's telephone shows them. The id is that of the message, so a copy changes nothing. */
export const simulatedMessages = pgTable(
  'simulated_messages',
  {
    id: text('id').primaryKey(),
    place: bigserial('place', { mode: 'number' }).notNull(),
    accountId: text('account_id').notNull(),
    channel: text('channel').$type<'sms' | 'voice'>().notNull(),
    /** Sealed: to whom, from whom, and what is said. */
    content: text('content').notNull(),
    /** Of a call. A text is `over` at once. */
    state: text('state').$type<'ringing' | 'answered' | 'over'>().notNull(),
    wantsKey: boolean('wants_key').notNull(),
    /** When an open call ends by itself. */
    until: moment('until').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('simulated_messages_of_account').on(table.accountId, table.place)],
);

/** Mails as the demo's mailbox shows them. */
export const simulatedMails = pgTable(
  'simulated_mails',
  {
    /** The message id that the sender gave, so that a copy changes nothing. */
    id: text('id').primaryKey(),
    place: bigserial('place', { mode: 'number' }).notNull(),
    /** A keyed fingerprint of whose it is: an account, or an address. */
    toMark: text('to_mark').notNull(),
    /** Sealed. */
    content: text('content').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('simulated_mails_to').on(table.toMark, table.place)],
);
