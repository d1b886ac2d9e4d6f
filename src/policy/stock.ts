/** What there is: the methods that a person has, those they could have, and those that may be added. Pure. */
import { type Candidate, candidatesOf, isUsable, registeredKeys, roomBeside } from './candidates.js';
import { closingCandidates } from './extra-slots.js';
import { traitsOf } from './method-traits.js';
import type { PlannableOffer } from './organization-policy.js';
import type { Registered } from './person.js';
import type { Asked } from './skip.js';
import { familiesOf, type Stock } from './slots.js';

/** Everything allowed, sorted by what can be done with it. */
export interface Shelves<O extends PlannableOffer> {
  /** Registered, and still allowed. */
  readonly had: readonly Candidate<O>[];
  /** Allowed, and not registered. */
  readonly others: readonly Candidate<O>[];
  /** What closes the run, and is not registered. */
  readonly closing: readonly Candidate<O>[];
  readonly stock: Stock<O>;
  /** What may be registered beyond what is required: again only what a person may have several of. */
  readonly addable: readonly O[];
}

/** Looks at everything once. */
export function takeStock<O extends PlannableOffer>(asked: Asked<O>): Shelves<O> {
  const { policy, person } = asked;
  const allowed = candidatesOf(policy, person);
  const closing = closingCandidates(asked);
  const closingOnly = closing.filter(({ key }) => !allowed.some((one) => one.key === key));
  // Together, so that one registered method is counted once.
  const { anewSince, registered } = person;
  const isRecent = ({ addedAt }: Registered): boolean =>
    anewSince === undefined || Date.parse(addedAt ?? '') >= anewSince;
  const keys = registeredKeys([...allowed, ...closingOnly], registered.filter(isRecent));
  const isThere = ({ key }: Candidate<O>): boolean => keys.has(key);
  const isNew = (one: Candidate<O>): boolean => !isThere(one);

  const hasRoom = roomBeside(policy.caps, registered);
  const isAvailable = (one: Candidate<O>): boolean => isUsable(one, asked) && hasRoom(one.offer.kind, []);
  const had = allowed.filter(isThere);
  const others = allowed.filter(isNew);
  const available = others.filter((one) => isAvailable(one) && !traitsOf(one.offer).neverAsked);
  const counts = (one: Candidate<O>): boolean =>
    one.signIn || one.recovery || closing.some(({ key }) => key === one.key);
  return {
    had,
    others,
    closing: closing.filter(isNew),
    stock: { available, families: new Set(familiesOf(had)), hasRoom },
    addable: [...allowed, ...closingOnly]
      .filter((one) => counts(one) && isAvailable(one) && (isNew(one) || traitsOf(one.offer).several === true))
      .map(({ offer }) => offer),
  };
}
