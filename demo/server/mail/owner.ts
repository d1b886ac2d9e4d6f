/** Whose mail it is: the demo's mailbox shows a person all of theirs, whatever address they typed in the wizard. */
import { eq } from 'drizzle-orm';
import { type Database, schema } from '../database/index.js';

/**
 * The account that a mail of the backend's is about, by the mail's id.
 *
 * @example
 * const mailbox = await openMailbox({ db, secrets, ownerOf: ownerIn(db) });
 */
export function ownerIn(db: Database): (id: string) => Promise<string | undefined> {
  return async (id) => {
    for (const table of [schema.outbox, schema.notices]) {
      const [row] = await db.select({ accountId: table.accountId }).from(table).where(eq(table.id, id));
      if (row !== undefined) return row.accountId;
    }
    return undefined;
  };
}
