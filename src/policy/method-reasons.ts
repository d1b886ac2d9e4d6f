/** What was decided about each method, in one word. Pure. */
import type { Usage } from '../contract/enrollment.js';
import { type Candidate, candidatesOf, isUsable, keyOf } from './candidates.js';
import type { Draft } from './draft.js';
import { closingCandidates } from './extra-slots.js';
import { strengthOf, traitsOf } from './method-traits.js';
import type { PlannableOffer } from './organization-policy.js';
import type { Asked } from './skip.js';
import type { Slot } from './slots.js';

/**
 * Why a method is asked for, or is not.
 * - `asked`: it opens a requirement. `alternative`: it would do instead. `there`: registered, and it counts.
 * - `not-needed`: it could be registered, and nothing asks for it. `leaves-a-gap`: taken here, another requirement could
 *   not be met.
 * - `not-allowed`: registered, but the organisation does not take it any more. `not-for-administrators`: never, or not by
 *   their own list. `never-counts`: whatever the policy says, it is good for none of what it is allowed for.
 *   `not-by-enforcement`: the enforcement takes other kinds only. `only-per-user`: asked for under that enforcement only.
 * - `unavailable`: cannot be used here. `no-business-phone`: the directory holds none. `full`: no room for another.
 *   `never-asked`: counts when it is there.
 *
 * @example
 * const why: MethodReason = 'not-by-enforcement';
 */
export type MethodReason =
  | 'asked'
  | 'alternative'
  | 'there'
  | 'not-needed'
  | 'leaves-a-gap'
  | 'not-allowed'
  | 'not-for-administrators'
  | 'never-counts'
  | 'not-by-enforcement'
  | 'only-per-user'
  | 'unavailable'
  | 'no-business-phone'
  | 'full'
  | 'never-asked';

/**
 * What was decided about one method.
 *
 * @example
 * const line = `${method.kind}: ${method.why}`; // 'phone: alternative'
 */
export interface ExplainedMethod {
  readonly kind: string;
  readonly offerId?: string;
  readonly why: MethodReason;
  /** What it counts for with this policy. Empty: for nothing. */
  readonly countsFor: readonly Usage[];
  /** The ids of the requirements that it opens, or else of those that it would do for. */
  readonly requirements: readonly string[];
}

/** A slot, with the offers that it will have. */
export interface OfferedSlot<O extends PlannableOffer> extends Slot<O> {
  readonly anyOf: readonly O[];
}

/** One method, with all that a rule may look at. */
interface Looked<O extends PlannableOffer> {
  readonly asked: Asked<O>;
  readonly drafted: Draft<O>;
  readonly offer: O;
  /** Absent: nothing that it is allowed for is left. */
  readonly candidate: Candidate<O> | undefined;
  readonly isThere: boolean;
  /** The policy lets it close the run: under any enforcement, and under this one. */
  readonly mayClose: boolean;
  readonly closes: boolean;
  readonly opens: readonly string[];
  readonly wouldDoFor: readonly string[];
}

type Rule = <O extends PlannableOffer>(looked: Looked<O>) => boolean;

/** THE table: the first that holds is the reason; where none does, nothing asks for the method. */
const rules: readonly (readonly [MethodReason, Rule])[] = [
  ['asked', ({ opens }) => opens.length > 0],
  ['alternative', ({ wouldDoFor }) => wouldDoFor.length > 0],
  ['there', ({ isThere }) => isThere],
  ['not-for-administrators', ({ asked, offer }) => asked.person.isAdmin === true && !!traitsOf(offer).notForAdmins],
  ['not-for-administrators', ({ asked, offer, candidate }) => candidate === undefined && isLeftOut(offer, asked)],
  ['only-per-user', ({ mayClose, closes, candidate }) => candidate === undefined && mayClose && !closes],
  ['never-counts', ({ candidate, closes }) => candidate === undefined && !closes],
  ['not-by-enforcement', ({ candidate }) => candidate !== undefined && isRefusedForSignIn(candidate)],
  ['no-business-phone', ({ asked, offer }) => !!traitsOf(offer).needsBusinessPhone && !asked.person.hasBusinessPhone],
  ['unavailable', ({ asked, offer }) => !isUsable({ offer }, asked)],
  ['full', ({ drafted, offer }) => !drafted.stock.hasRoom(offer.kind, [])],
  ['never-asked', ({ offer }) => !!traitsOf(offer).neverAsked],
  ['leaves-a-gap', ({ drafted, candidate }) => !!candidate && drafted.slots.some(({ fits }) => fits(candidate))],
];

/** Every method that the policy names, strongest first; then what the person has beyond that. */
export function methodReasons<O extends PlannableOffer>(
  asked: Asked<O>,
  drafted: Draft<O>,
  slots: readonly OfferedSlot<O>[],
): readonly ExplainedMethod[] {
  const { policy, person } = asked;
  const candidates = new Map(candidatesOf(policy, person).map((one) => [one.key, one]));
  const closing = new Set(closingCandidates(asked).map(({ key }) => key));
  const open = new Set([...drafted.others, ...drafted.closing].map(({ key }) => key));
  const mayClose = new Set(policy.closing?.map(keyOf));

  const methods = namedIn(asked).map((offer): ExplainedMethod => {
    const key = keyOf(offer);
    const candidate = candidates.get(key);
    const closes = closing.has(key);
    const looked: Looked<O> = {
      asked,
      drafted,
      offer,
      candidate,
      closes,
      isThere: (candidate !== undefined || closes) && !open.has(key),
      mayClose: mayClose.has(key),
      opens: slots.filter(({ chosen }) => chosen.key === key).map(({ id }) => id),
      wouldDoFor: slots.filter(({ anyOf }) => anyOf.some((one) => keyOf(one) === key)).map(({ id }) => id),
    };
    return {
      ...nameOf(offer),
      why: rules.find(([, holds]) => holds(looked))?.[0] ?? 'not-needed',
      countsFor: [
        ...(candidate?.signIn === true ? (['sign-in'] as const) : []),
        ...(candidate?.recovery === true ? (['recovery'] as const) : []),
      ],
      requirements: looked.opens.length > 0 ? looked.opens : looked.wouldDoFor,
    };
  });
  const counted = new Set(methods.filter(({ why }) => why === 'there').map(({ kind }) => kind));
  const beyond = new Set(person.registered.map(({ kind }) => kind).filter((kind) => !counted.has(kind)));
  return [
    ...methods,
    ...[...beyond].map((kind): ExplainedMethod => ({ kind, why: 'not-allowed', countsFor: [], requirements: [] })),
  ];
}

/** Each method once, wherever the policy names it for this person. */
function namedIn<O extends PlannableOffer>({ policy, person }: Asked<O>): readonly O[] {
  const ofAdmins = person.isAdmin === true ? (policy.sspr?.administrators?.methods ?? []) : [];
  const offers = [...policy.methods, ...ofAdmins, ...(policy.closing ?? [])];
  return [...new Map(offers.map((offer) => [keyOf(offer), offer])).values()].sort(
    (a, b) => strengthOf(a, policy.order) - strengthOf(b, policy.order),
  );
}

function nameOf({ kind, offerId }: PlannableOffer): Pick<ExplainedMethod, 'kind' | 'offerId'> {
  return offerId === undefined ? { kind } : { kind, offerId };
}

/** Administrators have a list of their own for the reset, and this is not on it. */
function isLeftOut<O extends PlannableOffer>({ usage }: O, { policy, person }: Asked<O>): boolean {
  return person.isAdmin === true && policy.sspr?.administrators !== undefined && usage.includes('recovery');
}

/** Allowed for sign-in, but of a kind that the enforcement does not take; and good for nothing else. */
function isRefusedForSignIn<O extends PlannableOffer>({ offer, signIn, recovery }: Candidate<O>): boolean {
  return offer.usage.includes('sign-in') && !signIn && !recovery;
}
