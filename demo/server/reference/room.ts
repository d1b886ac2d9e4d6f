/** Whether a method may be begun at all: the organisation asks for it, and has room for one more. */
import type { MethodId, Offer } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import { type Account, offerOf } from './account.js';
import { openedWithin } from './entries.js';
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
export async function obstacle(
  kind: Kind,
  offer: Offer,
  books: Account,
  work: Work,
  replaces: MethodId | undefined,
): Promise<EnrollmentFault | undefined> {
  const { world } = work;
  const missing = duties.missingBefore(offer, books.candidates());
  if (missing !== undefined) return missing;
  const slots = kind.slots(world);
  const isCounted = countsToward(offer.kind, (other) => kindOf(other)?.slots(world));
  const isFull = slots !== 'one-per-offer' && books.count(isCounted) >= slots.atMost;
  if (isFull && replaces === undefined) return { code: 'limit_reached', max: slots.atMost };
  return await pace(work, kind, offer);
}

const hour = 60 * 60_000;

/** Why the person has to wait: they have opened as many of this kind as may be opened in an hour. */
async function pace(work: Work, kind: Kind, offer: Offer): Promise<EnrollmentFault | undefined> {
  const { policy, now } = work.world;
  const max = kind.perHour?.(policy);
  if (max === undefined) return undefined;
  const { wait: retryAfter } = windowOf(await openedWithin(work, offer.kind, hour), max, hour, now());
  return retryAfter > 0 ? { code: 'rate_limited', retryAfter } : undefined;
}
