/** The person's own name for a passkey. */
import type { Offer, Proof } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import { ownName } from './own-name.js';
import { wordsIn } from './words.js';

/** In characters as people count them. */
const longest = 30;

/** What is wrong with the name that came with a proof. None at all is fine. */
export function nameFault(proof: Proof): EnrollmentFault | undefined {
  const label = labelOf(proof);
  if (label === undefined) return undefined;
  if (typeof label !== 'string') return { code: 'invalid_input', field: 'label', reason: 'format' };
  return [...(ownName(label) ?? '')].length > longest
    ? { code: 'invalid_input', field: 'label', reason: 'too_long' }
    : undefined;
}

/** The name that was given; `undefined`: none, or nothing but space. */
export function givenName(proof: Proof): string | undefined {
  return ownName(labelOf(proof));
}

/** The name of one to which nobody gave any. */
export function usualName({ displayName, attachment }: Offer<'passkey'>, locale: string): string {
  const { passkey, securityKey } = wordsIn(locale);
  return displayName ?? (attachment === 'cross-platform' ? securityKey : passkey);
}

/** From a page that may be anybody's, so it may be anything. */
function labelOf(proof: Proof): unknown {
  return proof.type === 'webauthn' ? proof.label : undefined;
}
