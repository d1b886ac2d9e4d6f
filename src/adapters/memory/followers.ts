/** Methods that follow others: which of them is due when one is registered, and which may be begun. Pure. */
import type { BeginRequest, MethodKind, Offer } from '../../contract/enrollment.js';
import type { Candidate } from './requirements.js';

/**
 * A method that the backend opens by itself as soon as another one stands. The person may finish without it: what must
 * not be missing is a requirement of its own.
 *
 * @example
 * const follower: Follower = { after: ['totp', 'push'], offer: { kind: 'recovery-codes', usage: ['recovery'] } };
 */
export interface Follower {
  /** After any of these kinds. */
  readonly after: readonly MethodKind[];
  /** Of a kind that needs nothing from the person to be opened. */
  readonly offer: Offer;
}

/** What is opened after `added`: the first that it calls for, unless the person has that already. */
export function followerDue(
  followers: readonly Follower[],
  added: MethodKind,
  standing: readonly Candidate[],
): Offer | undefined {
  return followers.find(({ after, offer }) => after.includes(added) && !standing.some((one) => isFor(one, offer)))
    ?.offer;
}

/** The offer that is meant, where the person has a method that it follows. */
export function followerOffer(
  followers: readonly Follower[],
  meant: Pick<Candidate, 'kind' | 'offerId'>,
  standing: readonly Candidate[],
): Offer | undefined {
  return followers.find(({ after, offer }) => isFor(meant, offer) && standing.some(({ kind }) => after.includes(kind)))
    ?.offer;
}

/** What opens it: nothing that a person would have to give. */
export function requestFor({ kind, offerId }: Offer): BeginRequest {
  return { kind, ...(offerId !== undefined && { offerId }) } as BeginRequest;
}

function isFor({ kind, offerId }: Pick<Candidate, 'kind' | 'offerId'>, offer: Offer): boolean {
  return offer.kind === kind && offer.offerId === offerId;
}
