/** What must be done now and then although nobody calls: what is over is closed, what is old is thrown away. */
import { and, inArray, lt } from 'drizzle-orm';
import { schema } from '../database/index.js';
import type { Enrollments } from './enrollments.js';
import { takeTurn } from './turns.js';
import { overdueAccounts } from './work.js';
import type { World } from './world.js';

const atMost = 50;

/** One round. Several instances may do it at the same time. */
export async function keepUp(world: World, enrollments: Enrollments): Promise<void> {
  for (const accountId of await overdueAccounts(world.db, world.now(), atMost)) {
    // A turn closes what is over before anything else.
    await takeTurn(world, enrollments, { accountId, locale: 'en', event: 'expire' }, async () => ({ answer: true }));
  }
  await forget(world);
}

async function forget({ db, policy, ...world }: World): Promise<void> {
  const now = world.now();
  const { enrollments, idempotencyKeys, sends, rateLimits, simulatedMails, simulatedMessages } = schema;
  const { verdictLife, memory, sendsPerAccountWithin, sendsPerNumberWithin } = policy;
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.at, now - verdictLife));
  await db.delete(sends).where(lt(sends.at, now - Math.max(sendsPerAccountWithin, sendsPerNumberWithin)));
  await db
    .delete(enrollments)
    .where(and(inArray(enrollments.phase, ['expired', 'superseded']), lt(enrollments.endsAt, now - memory)));
  await db.delete(simulatedMessages).where(lt(simulatedMessages.at, now - memory));
  await db.delete(simulatedMails).where(lt(simulatedMails.at, now - memory));
  // That library counts on the machine's clock.
  await db.delete(rateLimits).where(lt(rateLimits.expire, Date.now()));
}
