/** The methods that an organisation allows this person, merged and in order, and which of them are there already. Pure. */
import type { Usage } from '../contract/enrollment.js';
import { enforcements } from './enforcements.js';
import { strengthOf, traitsOf } from './method-traits.js';
import type { Cap, OrganizationPolicy, PlannableOffer } from './organization-policy.js';
import type { Person, Registered } from './person.js';
import type { Asked } from './skip.js';

/** An allowed method, with what it counts for. */
export interface Candidate<O extends PlannableOffer> {
  /** Its name among the others: a method is its kind and its offer. */
  readonly key: string;
  readonly offer: O;
  /** Satisfies the enforcement of the second method. */
  readonly signIn: boolean;
  /** Counts for a reset of the password. */
  readonly recovery: boolean;
}

/** One method, whatever an offer says besides. JSON keeps `a` of `b/c` apart from `a/b` of `c`. */
export function keyOf({ kind, offerId }: Pick<PlannableOffer, 'kind' | 'offerId'>): string {
  return JSON.stringify([kind, offerId]);
}

/** Everything allowed, strongest first; of two offers of one method the first, with what both are taken for. */
export function candidatesOf<O extends PlannableOffer>(
  policy: OrganizationPolicy<O>,
  person: Person,
): readonly Candidate<O>[] {
  const kinds = enforcements[policy.mfa.enforcement].kinds;
  const resets = policy.sspr?.enabled === true;
  const merged = new Map<string, O>();
  for (const offer of allowedOffers(policy, person)) {
    const key = keyOf(offer);
    const known = merged.get(key);
    merged.set(key, known === undefined ? offer : withUsage(known, [...new Set([...known.usage, ...offer.usage])]));
  }
  return [...merged]
    .map(([key, offer]) => ({
      key,
      offer,
      signIn: offer.usage.includes('sign-in') && kinds?.includes(offer.kind) !== false,
      recovery: resets && offer.usage.includes('recovery'),
    }))
    .sort((a, b) => strengthOf(a.offer, policy.order) - strengthOf(b.offer, policy.order));
}

/** For administrators the reset has its own list, if the organisation wrote one. */
function allowedOffers<O extends PlannableOffer>(policy: OrganizationPolicy<O>, { isAdmin }: Person): readonly O[] {
  const { methods, sspr } = policy;
  const own = isAdmin === true ? sspr?.administrators?.methods : undefined;
  const lists: readonly (readonly [readonly O[], readonly Usage[]])[] =
    own === undefined
      ? [[methods, ['sign-in', 'recovery']]]
      : [
          [methods, ['sign-in']],
          [own, ['recovery']],
        ];
  return lists.flatMap(([offers, wanted]) =>
    offers
      .filter((offer) => !(isAdmin === true && traitsOf(offer).notForAdmins))
      .map((offer) => {
        const { atMost } = traitsOf(offer);
        return withUsage(
          offer,
          offer.usage.filter((use) => wanted.includes(use) && atMost.includes(use)),
        );
      })
      .filter(({ usage }) => usage.length > 0),
  );
}

/** The same offer while its usage is the same. */
function withUsage<O extends PlannableOffer>(offer: O, usage: readonly Usage[]): O {
  return offer.usage.length === usage.length ? offer : { ...offer, usage };
}

/** The keys of what is registered and still allowed. What the organisation took away stopped counting. */
export function registeredKeys<O extends PlannableOffer>(
  candidates: readonly Candidate<O>[],
  registered: readonly Registered[],
): ReadonlySet<string> {
  const had = new Set<string>();
  // Those that say which offer they are first: the others take what is left.
  for (const method of [...registered].sort((a, b) => Number(!a.offerId) - Number(!b.offerId))) {
    const left = candidates.filter(
      ({ key, offer }) => offer.kind === method.kind && !had.has(key) && shareChannel(offer, method),
    );
    const same = left.find(({ offer }) => offer.offerId === method.offerId);
    const match = same ?? (method.offerId === undefined ? left[0] : undefined);
    if (match !== undefined) had.add(match.key);
  }
  return had;
}

/** Whether one can be used in a way in which the other is allowed. Whoever says nothing of channels allows all. */
function shareChannel(offer: object, { channels }: Registered): boolean {
  const allowed: unknown = 'channels' in offer ? offer.channels : undefined;
  return !Array.isArray(allowed) || channels === undefined || channels.some((channel) => allowed.includes(channel));
}

/** Whether it can be used here and now. */
export function isUsable<O extends PlannableOffer>({ offer }: Pick<Candidate<O>, 'offer'>, asked: Asked<O>): boolean {
  const { person, context } = asked;
  const isOut = context.unavailable?.some(
    ({ kind, offerId }) => kind === offer.kind && (offerId === undefined || offerId === offer.offerId),
  );
  return isOut !== true && !(traitsOf(offer).needsBusinessPhone && person.hasBusinessPhone !== true);
}

/** Whether it frees from the password. */
export function isPasswordless<O extends PlannableOffer>({ offer, signIn }: Candidate<O>): boolean {
  return signIn && traitsOf(offer).passwordless === true;
}

/** Whether the caps leave room for one more of `kind`, beside what is registered and planned. */
export function roomBeside(
  caps: readonly Cap[] = [],
  registered: readonly Registered[],
): (kind: string, planned: readonly string[]) => boolean {
  return (kind, planned) => {
    const there = [...registered.map((method) => method.kind), ...planned];
    return caps.every(
      ({ kinds, atMost }) => !kinds.includes(kind) || there.filter((one) => kinds.includes(one)).length < atMost,
    );
  };
}
