/** What happens to the organisation's requirements when methods come and go, are put off, or somebody signs in. Pure. */
import type { MethodId, MethodKind, Offer } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { Requirement } from '../../contract/security-info.js';

/** A requirement, and the method that satisfies it where that is known. */
export interface Duty {
  readonly requirement: Requirement;
  readonly by?: MethodId;
}

/** A registered method, as far as requirements look at it. */
export interface Candidate {
  readonly id: MethodId;
  readonly kind: MethodKind;
  readonly offerId: string | undefined;
}

/** The offer that was meant, wherever it stands; two of one kind are told apart by `offerId`. */
export function offerOf(duty: Duty, kind: MethodKind, offerId: string | undefined): Offer | undefined {
  return duty.requirement.anyOf.find((offer) => offer.kind === kind && offer.offerId === offerId);
}

/** Requirements as they were written; those born satisfied take their methods from what is already registered. */
export function dutiesAtStart(requirements: readonly Requirement[], registered: readonly Candidate[]): Duty[] {
  const spare = [...registered];
  return requirements.map((requirement) => {
    const duty: Duty = { requirement };
    if (requirement.status !== 'satisfied') return duty;
    const at = spare.findIndex((method) => fits(duty, method));
    const [method] = at < 0 ? [] : spare.splice(at, 1);
    return method === undefined ? duty : { requirement, by: method.id };
  });
}

/**
 * A method was registered in the place of `replaced`. It takes over what those satisfied; if that is nothing, it
 * satisfies the first open requirement that offers it, or else the first that was put off.
 */
export function withMethod(duties: readonly Duty[], added: Candidate, replaced: readonly MethodId[]): Duty[] {
  const inherits = ({ by }: Duty): boolean => by !== undefined && replaced.includes(by);
  if (duties.some(inherits)) return duties.map((duty) => (inherits(duty) ? { ...duty, by: added.id } : duty));
  const fitting = duties.filter((duty) => fits(duty, added));
  const met =
    fitting.find(({ requirement }) => requirement.status === 'open') ??
    fitting.find(({ requirement }) => requirement.status === 'put-off');
  return duties.map((duty) => (duty === met ? { requirement: withStatus(duty, 'satisfied'), by: added.id } : duty));
}

/** A method was removed: another one that satisfies nothing yet stands in for it, or the requirement opens again. */
export function withoutMethod(duties: readonly Duty[], removed: MethodId, left: readonly Candidate[]): Duty[] {
  return duties.map((duty) => {
    if (duty.by !== removed) return duty;
    const standIn = left.find((method) => fits(duty, method) && !duties.some(({ by }) => by === method.id));
    return standIn === undefined ? { requirement: withStatus(duty, 'open') } : { ...duty, by: standIn.id };
  });
}

/** What has to be set up before this, as the organisation wants it; `undefined`: nothing, or it stands. */
export function missingBefore({ needs }: Offer, standing: readonly Candidate[]): EnrollmentFault | undefined {
  if (needs === undefined || standing.some(({ kind }) => kind === needs)) return undefined;
  return { code: 'prerequisite', needs };
}

/** Whether the organisation lets this be put off, now. */
export function maySkip({ skip }: Requirement): boolean {
  return skip !== undefined && skip.timesLeft !== 0 && skip.daysLeft !== 0;
}

export function putOff(requirement: Requirement): Requirement {
  const { skip } = requirement;
  const counted = skip?.timesLeft === undefined ? skip : { ...skip, timesLeft: skip.timesLeft - 1 };
  return { ...requirement, status: 'put-off', ...(counted && { skip: counted }) };
}

/** The next sign-in asks again, and takes the right to skip away where it is used up. */
export function askedAgain(requirement: Requirement): Requirement {
  if (requirement.status === 'satisfied') return requirement;
  const { id, anyOf } = requirement;
  return maySkip(requirement) ? { ...requirement, status: 'open' } : { id, anyOf, status: 'open' };
}

function fits(duty: Duty, { kind, offerId }: Candidate): boolean {
  return offerOf(duty, kind, offerId) !== undefined;
}

function withStatus({ requirement }: Duty, status: Requirement['status']): Requirement {
  return { ...requirement, status };
}
