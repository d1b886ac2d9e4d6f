/** Reads the plan in `SecurityInfo`: which requirement is next, which offers can be taken, what may be put off. Pure. */
import type { MethodKind, Offer } from '../contract/enrollment.js';
import type { PendingEnrollment, Requirement, SecurityInfo } from '../contract/security-info.js';

/** The requirement to meet next, if one is left. */
export function nextOpen(info: SecurityInfo): Requirement | undefined {
  return info.requirements.find(({ status }) => status === 'open');
}

/** The offers of a requirement that this wizard can draw, in the organisation's order. */
export function knownOffers(requirement: Requirement, kinds: ReadonlySet<string>): readonly Offer[] {
  return requirement.anyOf.filter(({ kind }) => kinds.has(kind));
}

/** An enrolment left open for one of these offers, with the offer that it belongs to. */
export function pendingFor(
  info: SecurityInfo,
  offers: readonly Offer[],
): { readonly offer: Offer; readonly pending: PendingEnrollment } | undefined {
  for (const pending of info.pending) {
    const offer = offers.find(({ kind, offerId }) => kind === pending.kind && offerId === pending.offerId);
    if (offer) return { offer, pending };
  }
  return undefined;
}

/** The offer of a method that the backend opened by itself after another one. */
export function offerOf(pending: PendingEnrollment): Offer {
  const { kind, offerId } = pending;
  // A follower has no settings of its own: what it needs comes with its enrolment.
  return { kind, ...(offerId === undefined ? {} : { offerId }), usage: [] } as unknown as Offer;
}

/** How far the person may put things off. */
export interface Allowance {
  readonly daysLeft: number | undefined;
  readonly timesLeft: number | undefined;
  readonly timesTotal: number | undefined;
  readonly requiredFrom: string | undefined;
}

/** Whether a requirement may be put off, and how often or how long still; `undefined` once the grace is used up. */
export function allowanceOf(requirement: Requirement): Allowance | undefined {
  const { skip } = requirement;
  if (!skip || skip.daysLeft === 0 || skip.timesLeft === 0) return undefined;
  const { daysLeft, timesLeft, timesTotal, requiredFrom } = skip;
  return { daysLeft, timesLeft, timesTotal, requiredFrom };
}

/** The prompt's "Not now" stands only when every open requirement may be put off; it shows the smallest count. */
export function allowanceOfAll(info: SecurityInfo): Allowance | undefined {
  const open = info.requirements.filter(({ status }) => status === 'open');
  const allowances = open.map(allowanceOf);
  let smallest: Allowance | undefined;
  for (const allowance of allowances) {
    if (!allowance) return undefined;
    if (!smallest || size(allowance) < size(smallest)) smallest = allowance;
  }
  return smallest;
}

function size({ daysLeft, timesLeft }: Allowance): number {
  return Math.min(daysLeft ?? Infinity, timesLeft ?? Infinity);
}

/** The kinds to have ready: those of the next requirement's first offer, then of the one after it. */
export function kindsAhead(info: SecurityInfo, kinds: ReadonlySet<string>): readonly MethodKind[] {
  const open = info.requirements.filter(({ status }) => status === 'open');
  return open.slice(0, 2).flatMap((requirement) => knownOffers(requirement, kinds).slice(0, 1).map(({ kind }) => kind));
}
