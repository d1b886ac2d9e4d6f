/** Reads the plan in `SecurityInfo`: which requirement is next, which offers can be taken. Pure. */
import type { MethodKind, Offer } from '../contract/enrollment.js';
import type { Requirement, SecurityInfo } from '../contract/security-info.js';

/** The requirement to meet next, if one is left. */
export function nextOpen(info: SecurityInfo): Requirement | undefined {
  return info.requirements.find(({ status }) => status === 'open');
}

/** The offers of a requirement that this wizard can draw, in the organisation's order. */
export function knownOffers(requirement: Requirement, kinds: ReadonlySet<string>): readonly Offer[] {
  return requirement.anyOf.filter(({ kind }) => kinds.has(kind));
}

/** What is spoken of together: of each list one is enough. */
export type Choice = readonly { readonly kind: MethodKind }[];

/** Every choice that a requirement gives, and every method that stands or is on the way. */
export function choicesIn({ requirements, methods, pending }: SecurityInfo): readonly Choice[] {
  return [...requirements.map(({ anyOf }) => anyOf), ...[...methods, ...pending].map((one) => [one])];
}

/** The kinds to have ready: of what is open at the backend, then those of the next requirement's first offer, then of the one after it. */
export function kindsAhead(info: SecurityInfo, kinds: ReadonlySet<string>): readonly MethodKind[] {
  const open = info.requirements.filter(({ status }) => status === 'open').slice(0, 2);
  const next = open.map((requirement) => knownOffers(requirement, kinds)[0]);
  return [...info.pending, ...next].flatMap((one) => one?.kind ?? []);
}
