/** Whether a method may be begun at all: the organisation asks for it, and has room for one more. */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { MethodId, Offer } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import { schema } from '../database/index.js';
import { type Account, offerOf } from './account.js';
import type { Kind } from './kind.js';
import { kindOf } from './kinds/index.js';
import { countsToward, duties, followerOffer, windowOf } from './shared-rules.js';
import type { Work } from './work.js';

/** What the organisation does not ask for may be begun where it follows a method that stands. */
export function mayBegin(books: Account, { kind, offerId }: Offer, { account }: Work): boolean {
  if (offerOf(account, kind, offerId) !== undefined) return true;
  return followerOffer(account.followers, { kind, offerId }, books.candidates()) !== undefined;
}

/** Why no other one of this kind may be added now; `undefined`: it may. */
export function obstacle(
  kind: Kind,
  offer: Offer,
  books: Account,
  { world }: Work,
  replaces: MethodId | undefined,
): EnrollmentFault | undefined {
  const missing = duties.missingBefore(offer, books.candidates());
  if (missing !== undefined) return missing;
  const slots = kind.slots(world);
  const isCounted = countsToward(offer.kind, (other) => kindOf(other)?.slots(world));
  const isFull = slots !== 'one-per-offer' && books.count(isCounted) >= slots.atMost;
  return isFull && replaces === undefined ? { code: 'limit_reached', max: slots.atMost } : undefined;
}

const hour = 60 * 60_000;

/** Why the person has to wait: they have opened as many of this kind as may be opened in an hour. */
export async function pace(
  { tx, world, account }: Work,
  kind: Kind,
  offer: Offer,
): Promise<EnrollmentFault | undefined> {
  const max = kind.perHour?.(world.policy);
  if (max === undefined) return undefined;
  const { accountId, kind: name, openedAt } = schema.enrollments;
  const now = world.now();
  const opened = await tx
    .select({ at: openedAt })
    .from(schema.enrollments)
    .where(and(eq(accountId, account.id), eq(name, offer.kind), gt(openedAt, now - hour)))
    .orderBy(asc(openedAt));
  const { wait: retryAfter } = windowOf(opened, max, hour, now);
  return retryAfter > 0 ? { code: 'rate_limited', retryAfter } : undefined;
}
