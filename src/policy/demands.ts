/** What is asked for at all, before it is known by which methods: a second method, a reset, a campaign. Pure. */
import { type Candidate, isPasswordless } from './candidates.js';
import type { PlannableOffer } from './organization-policy.js';
import { type Asked, isSnoozed } from './skip.js';
import type { Slot, Stock } from './slots.js';

/**
 * Why a method for sign-in is asked for, or is not: `enforced`; `pass`, to be free of the help desk's pass; `there`
 * already; `nobody-enforces`.
 *
 * @example
 * const why: SignInReason = 'there';
 */
export type SignInReason = 'enforced' | 'pass' | 'there' | 'nobody-enforces';

/**
 * Why methods for a reset of the password are asked for, or are not: `missing`; enough are `there`; there is no reset
 * (`off`); it is not asked for at sign-in (`left-to-the-person`).
 *
 * @example
 * const why: RecoveryReason = 'missing';
 */
export type RecoveryReason = 'missing' | 'there' | 'off' | 'left-to-the-person';

/**
 * Why the campaign asks, or does not: there is none (`off`); a browser on a `phone`; the help desk's `pass`; put off and
 * `snoozed`; the person has `no-second-method` that could be bettered; the better one is `there`, or `asked-anyway`.
 *
 * @example
 * const why: CampaignReason = 'snoozed';
 */
export type CampaignReason =
  'missing' | 'off' | 'phone' | 'pass' | 'snoozed' | 'no-second-method' | 'there' | 'asked-anyway';

/** What the policy wants of this person at sign-in and for a reset. */
export interface Demands {
  readonly signIn: SignInReason;
  readonly recovery: RecoveryReason;
  /** How many methods a reset takes of this person. */
  readonly count: number;
  /** How many of those are missing, and asked for. */
  readonly left: number;
}

/** A method for sign-in if one is enforced or frees from a pass; for a reset as many as are missing. */
export function demandsOf<O extends PlannableOffer>(
  { policy: { mfa, sspr }, person, context }: Asked<O>,
  had: readonly Candidate<O>[],
  { available }: Stock<O>,
): Demands {
  const isEnforced = mfa.enforcement !== 'none';
  const freesFromPass = context.temporaryPass !== undefined && available.some(isPasswordless);
  const wants: SignInReason = freesFromPass ? 'pass' : isEnforced ? 'enforced' : 'nobody-enforces';
  const isThere = wants !== 'nobody-enforces' && had.some(({ signIn }) => signIn);

  const count = person.isAdmin === true ? (sspr?.administrators?.count ?? 2) : (sspr?.count ?? 0);
  const missing = Math.max(0, count - had.filter(({ recovery }) => recovery).length);
  const recovery = ((): RecoveryReason => {
    if (sspr?.enabled !== true) return 'off';
    if (missing === 0) return 'there';
    return sspr.requireAtSignIn || isEnforced ? 'missing' : 'left-to-the-person';
  })();
  return { signIn: isThere ? 'there' : wants, recovery, count, left: recovery === 'missing' ? missing : 0 };
}

/**
 * The nudge towards a stronger method: for those who have a second method or are about to, never in a browser on a phone
 * or after a pass from the help desk, and not where the stronger method is there or asked for anyway.
 */
export function campaignReason<O extends PlannableOffer>(
  asked: Asked<O>,
  had: readonly Candidate<O>[],
  slots: readonly Slot<O>[],
): CampaignReason {
  const { campaign } = asked.policy;
  if (campaign === undefined) return 'off';
  if (asked.context.device === 'phone') return 'phone';
  if (asked.context.temporaryPass !== undefined) return 'pass';
  if (isSnoozed(asked, 'campaign')) return 'snoozed';
  const isMeant = ({ offer }: Candidate<O>): boolean => campaignKinds(asked).includes(offer.kind);
  const planned = slots.map(({ chosen }) => chosen);
  if (![...had, ...planned].some(({ signIn }) => signIn)) return 'no-second-method';
  if (had.some(isMeant)) return 'there';
  return planned.some(isMeant) ? 'asked-anyway' : 'missing';
}

/** What the campaign is for. */
export function campaignKinds<O extends PlannableOffer>({ policy }: Asked<O>): readonly string[] {
  return policy.campaign?.kinds ?? ['push'];
}
