/** Whether a requirement may be put off, for how long still, and whether it was put off just now. Pure. */
import type { Requirement } from '../contract/security-info.js';
import { enforcements } from './enforcements.js';
import type { Campaign, OrganizationPolicy, PlannableOffer } from './organization-policy.js';
import { day, type Person, type PlanContext, type Skips } from './person.js';
import type { Place } from './slots.js';

/** What a rule needs to know. */
export interface Asked<O extends PlannableOffer> {
  readonly policy: OrganizationPolicy<O>;
  readonly person: Person;
  readonly context: PlanContext;
}

type Skip = NonNullable<Requirement['skip']>;
type Rule = <O extends PlannableOffer>(asked: Asked<O>, skips: Skips | undefined) => Skip | undefined;

/** Fourteen days or none; never while what is being opened waits for it. */
const likeMfa: Rule = ({ policy: { mfa }, person, context: { now, needsMfaNow } }) => {
  const graceDays = mfa.graceDays ?? enforcements[mfa.enforcement].graceDays;
  const asked = Math.min(person.firstAskedAt ?? now, now);
  const daysLeft = Math.ceil(graceDays - (now - asked) / day);
  return needsMfaNow !== true && daysLeft > 0 ? { daysLeft } : undefined;
};

/** For ever, where nobody enforces a second method. */
const alone: Rule = (asked, skips) => (asked.policy.mfa.enforcement === 'none' ? {} : likeMfa(asked, skips));

const rules: Readonly<Record<Place<PlannableOffer>['asks'], Rule>> = {
  'sign-in': likeMfa,
  recovery: (asked, skips) => (asked.policy.sspr?.mayPutOff ? {} : alone(asked, skips)),
  closing: alone,
  campaign: ({ policy, context }, skips) => {
    const timesTotal = snoozesOf(policy.campaign);
    if (timesTotal === 'unlimited') return {};
    const timesLeft = Math.max(0, timesTotal - (skips?.times ?? 0));
    // What was put off with the last snooze stays put off until the next sign-in.
    return timesLeft > 0 || isRecent(skips, context) ? { timesLeft, timesTotal } : undefined;
  },
};

/** Absent: may not be put off. */
export function skipOf<O extends PlannableOffer>(
  { id, asks }: Pick<Place<O>, 'id' | 'asks'>,
  asked: Asked<O>,
): Skip | undefined {
  return rules[asks](asked, skipsOf(asked.person, id));
}

/** Put off since the person signed in. */
export function isPutOff<O extends PlannableOffer>(id: string, { person, context }: Asked<O>): boolean {
  return isRecent(skipsOf(person, id), context);
}

/** Put off at an earlier sign-in, and to be left alone until the snooze is over. */
export function isSnoozed<O extends PlannableOffer>({ policy, person, context }: Asked<O>, id: string): boolean {
  const skips = skipsOf(person, id);
  const { snoozeDays = 1 } = policy.campaign ?? {};
  return skips?.lastAt !== undefined && !isRecent(skips, context) && context.now < skips.lastAt + snoozeDays * day;
}

function skipsOf({ skips }: Person, id: string): Skips | undefined {
  return skips !== undefined && Object.hasOwn(skips, id) ? skips[id] : undefined;
}

function isRecent(skips: Skips | undefined, { signedInAt }: PlanContext): boolean {
  return skips?.lastAt !== undefined && signedInAt !== undefined && skips.lastAt >= signedInAt;
}

function snoozesOf(campaign: Campaign | undefined): number | 'unlimited' {
  return campaign?.snoozes ?? 3;
}
