/** What somebody wishes for, before anything is opened: the offer that is meant, and whether what was given can be used. */
import type { BeginRequest, MethodKind } from '../../../src/contract/enrollment.js';
import { EnrollmentError, faultOf } from '../../../src/contract/enrollment-error.js';
import { followingOffer, offerOf } from './account.js';
import type { Kind, Opening } from './kind.js';
import { kindOf } from './kinds/index.js';
import type { AccountRow, Verdict } from './work.js';
import type { World } from './world.js';

/** A wish whose kind and offer were found. */
export interface Wish {
  readonly kind: Kind;
  readonly opening: Opening<MethodKind>;
  /** What the kind's check found out, or what it refused. */
  readonly checked: Verdict<unknown>;
}

/** What is wished for, or a refusal: the organisation does not offer it. The only part of a beginning that may take long. */
export async function findWish(world: World, account: AccountRow, request: BeginRequest): Promise<Wish> {
  const { kind: name, offerId } = request;
  const offer = offerOf(account, name, offerId) ?? followingOffer(account, name, offerId);
  const kind = kindOf(name);
  if (offer === undefined || kind === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
  const opening = { request, offer };
  return { kind, opening, checked: await settled(kind.check?.(world, opening)) };
}

/** A refusal is kept for later, when it can be written down. */
export function settled<T>(check: Promise<T> | T): Promise<Verdict<T>> {
  return Promise.resolve(check).then(
    (answer) => ({ answer }),
    (thrown: unknown) => {
      const fault = faultOf(thrown);
      if (fault === undefined) throw thrown;
      return { refused: fault };
    },
  );
}
