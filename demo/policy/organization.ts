/** A situation as the planner takes it: the organisation's policy, the person, the circumstances. Pure. */
import type { MethodId, Offer, Usage } from '../../src/contract/enrollment.js';
import type { RegisteredMethod } from '../../src/contract/security-info.js';
import { explain, type Explanation, type OrganizationPolicy, type PlannableOffer } from '../../src/policy/index.js';
import type { Circumstances, PersonFacts, SkipRecord } from '../../src/adapters/with-policy.js';
import { labels, offers, phone } from './offers.js';
import { methods, type Method, type Situation } from './situation.js';

const day = 86_400_000;
const reconfirmDays = 180;

/** For administrators the company wrote a list of its own. */
const forAdministrators: readonly Method[] = ['email', 'push', 'phone'];

export function policyOf(situation: Situation): OrganizationPolicy {
  const { enforcement, signIn, reset, count, campaign, oldPrograms } = situation;
  const allowed = methods.filter((method) => signIn.includes(method) || reset.includes(method));
  return {
    mfa: { enforcement },
    methods: allowed.map((method) => offerOf(method, usageOf(method, situation), situation)),
    ...(count !== 'none' && {
      sspr: {
        enabled: true,
        requireAtSignIn: true,
        count: count === 'two' ? 2 : 1,
        reconfirmDays,
        administrators: {
          count: 2,
          methods: forAdministrators.map((method) => offerOf(method, ['recovery'], situation)),
        },
      },
    }),
    ...(campaign && { campaign: {} }),
    caps: [
      { kinds: ['push', 'totp', 'hardware-otp'], atMost: 5 },
      { kinds: ['passkey'], atMost: 10 },
    ],
    ...(oldPrograms && { closing: [offerOf('app-password', [], situation)] }),
  };
}

/** What the directory knows of the person. */
export function personOf({ isAdmin, askedDaysAgo, isReviewDue }: Situation, now: number): PersonFacts {
  return {
    isAdmin,
    firstAskedAt: now - askedDaysAgo * day,
    confirmedAt: now - (isReviewDue ? reconfirmDays * day : 0),
  };
}

/** What was put off before. */
export function recordOf({ snoozed }: Situation, now: number): SkipRecord {
  return snoozed === 0 ? {} : { skips: { campaign: { times: snoozed, lastAt: now - 2 * day } } };
}

export function circumstancesOf(situation: Situation, now: number): Circumstances {
  const { device, pass, isNeededNow, denied, unusable } = situation;
  return {
    device,
    signedInAt: now,
    needsMfaNow: isNeededNow,
    unavailable: unusable.map((kind) => ({ kind })),
    ...(pass && { temporaryPass: { once: true, usedAt: now } }),
    ...(denied !== 'no' && { denied }),
  };
}

/** What the person has already. */
export function registeredIn(situation: Situation): readonly RegisteredMethod[] {
  const apps: readonly Method[] = situation.fiveApps ? ['totp', 'totp', 'totp', 'totp', 'totp'] : [];
  return [...situation.has, ...apps].map((method, at) => registered(method, at, situation));
}

/** The plan for somebody who signs in now, with its reasons. */
export function explained(situation: Situation, now: number): Explanation<Offer> {
  const { skips = {} } = recordOf(situation, now);
  const person = { ...personOf(situation, now), skips, registered: registeredIn(situation) };
  return explain(policyOf(situation), person, { ...circumstancesOf(situation, now), now });
}

/** Everything that may be registered here, for a backend that leaves the planning to others. */
export function everyOffer(situation: Situation): readonly Offer[] {
  const { methods: allowed, sspr, closing = [] } = policyOf(situation);
  const all = [...allowed, ...(situation.isAdmin ? (sspr?.administrators?.methods ?? []) : []), ...closing];
  return [...new Map(all.reverse().map((offer) => [offer.kind, offer])).values()];
}

function usageOf(method: Method, { signIn, reset }: Situation): readonly Usage[] {
  return [
    ...(signIn.includes(method) ? (['sign-in'] as const) : []),
    ...(reset.includes(method) ? (['recovery'] as const) : []),
  ];
}

const channels = {
  'text-or-call': phone.channels,
  text: ['sms'],
  call: ['voice'],
} as const;

function offerOf(method: Method, usage: readonly Usage[], { phoneBy }: Situation): Offer {
  const offer: PlannableOffer = {
    ...offers[method],
    usage,
    ...(method === 'phone' && { channels: channels[phoneBy] }),
  };
  // The planner takes a kind that the package has no folder for, and the wizard passes over it.
  return offer as Offer;
}

function registered(method: Method, at: number, situation: Situation): RegisteredMethod {
  const { kind } = offerOf(method, [], situation);
  const usage = usageOf(method, situation);
  return {
    // Ids are opaque, so any will do.
    id: `${method}-${String(at + 1)}` as MethodId,
    kind,
    label: labels[method],
    usage,
    ...(method === 'phone' && { channels: ['sms', 'voice'] }),
    canBeDefault: usage.includes('sign-in'),
    removable: true,
  };
}
