/** Reads the plan in `SecurityInfo`: which requirement is next, which offers can be taken. Pure. */
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

/** What is spoken of together: of each list one is enough. */
export type Choice = readonly { readonly kind: MethodKind }[];

/** Every choice that a requirement gives, and every method that stands. */
export function choicesIn({ requirements, methods }: SecurityInfo): readonly Choice[] {
  return [...requirements.map(({ anyOf }) => anyOf), ...methods.map((method) => [method])];
}

/** The kinds to have ready: those of the next requirement's first offer, then of the one after it. */
export function kindsAhead(info: SecurityInfo, kinds: ReadonlySet<string>): readonly MethodKind[] {
  const open = info.requirements.filter(({ status }) => status === 'open');
  return open.slice(0, 2).flatMap((requirement) =>
    knownOffers(requirement, kinds)
      .slice(0, 1)
      .map(({ kind }) => kind),
  );
}
