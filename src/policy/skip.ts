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

/**
 * Why a requirement may be put off, or may not.
 * - `nobody-enforces`: for ever, since no second method is enforced. `reset-may-wait`: for ever, by the reset's own rule.
 * - `grace`, `grace-over`: for some days from the first asking. `no-grace`: the enforcement gives none.
 * - `needed-now`: what is being opened waits for it.
 * - `snoozes`, `snoozes-unlimited`, `snoozes-used`: the campaign counts.
 *
 * @example
 * const why: SkipReason = 'grace-over';
 */
export type SkipReason =
  | 'nobody-enforces'
  | 'reset-may-wait'
  | 'grace'
  | 'grace-over'
  | 'no-grace'
  | 'needed-now'
  | 'snoozes'
  | 'snoozes-unlimited'
  | 'snoozes-used';

/** What a rule says; without `skip` it may not be put off. */
interface Ruling {
  readonly why: SkipReason;
  readonly skip?: Skip;
}

type Rule = <O extends PlannableOffer>(asked: Asked<O>, skips: Skips | undefined) => Ruling;

/** Fourteen days or none, and the moment when they end; never while what is being opened waits for it. */
const likeMfa: Rule = ({ policy: { mfa }, person, context: { now, needsMfaNow } }) => {
  const graceDays = mfa.graceDays ?? enforcements[mfa.enforcement].graceDays;
  if (graceDays <= 0) return { why: 'no-grace' };
  const asked = Math.min(person.firstAskedAt ?? now, now);
  const daysLeft = Math.ceil(graceDays - (now - asked) / day);
  if (daysLeft <= 0) return { why: 'grace-over' };
  if (needsMfaNow === true) return { why: 'needed-now' };
  return { why: 'grace', skip: { daysLeft, ...from(asked + graceDays * day) } };
};

/** What lies beyond all calendars is not named. */
function from(end: number): Pick<Skip, 'requiredFrom'> {
  const moment = new Date(end);
  return Number.isNaN(moment.getTime()) ? {} : { requiredFrom: moment.toISOString() };
}

/** For ever, where nobody enforces a second method. */
const alone: Rule = (asked, skips) =>
  asked.policy.mfa.enforcement === 'none' ? { why: 'nobody-enforces', skip: {} } : likeMfa(asked, skips);

const rules: Readonly<Record<Place<PlannableOffer>['asks'], Rule>> = {
  'sign-in': likeMfa,
  recovery: (asked, skips) =>
    asked.policy.sspr?.mayPutOff ? { why: 'reset-may-wait', skip: {} } : alone(asked, skips),
  closing: alone,
  campaign: ({ policy, context }, skips) => {
    const timesTotal = snoozesOf(policy.campaign);
    if (timesTotal === 'unlimited') return { why: 'snoozes-unlimited', skip: {} };
    const timesLeft = Math.max(0, timesTotal - (skips?.times ?? 0));
    // What was put off with the last snooze stays put off until the next sign-in.
    const mayBe = timesLeft > 0 || isRecent(skips, context);
    return mayBe ? { why: 'snoozes', skip: { timesLeft, timesTotal } } : { why: 'snoozes-used' };
  },
};

/** Whether it may be put off, and why. */
export function rulingOn<O extends PlannableOffer>(
  { id, asks }: Pick<Place<O>, 'id' | 'asks'>,
  asked: Asked<O>,
): Ruling {
  return rules[asks](asked, skipsOf(asked.person, id));
}

/** Absent: may not be put off. */
export function skipOf<O extends PlannableOffer>(
  place: Pick<Place<O>, 'id' | 'asks'>,
  asked: Asked<O>,
): Skip | undefined {
  return rulingOn(place, asked).skip;
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
