/** What can be tried: each row is what one organisation asks of one person, or one way in which things go wrong. */
import type { Follower, MemoryBackend, OwnKinds } from '../src/adapters/memory/index.js';
import type { MethodId } from '../src/contract/enrollment.js';
import type { RegisteredMethod, Requirement } from '../src/contract/security-info.js';
import { badgeKind } from './badge/backend.js';
import { demoBadge } from './demo-account.js';
import { explained, registeredIn } from './policy/organization.js';
import { plain, type Situation } from './policy/situation.js';
import {
  alternate,
  companyKey,
  key,
  lighthouse,
  office,
  passkey,
  phone,
  privateMail,
  recoveryCodes,
  staffBadge,
  token,
  totp,
} from './scenario-offers.js';

/** What happens around the backend. */
interface Tricks {
  /** The hardware token that the person was handed; a server makes one of its own for each visitor. */
  readonly token?: { readonly serial: string; readonly secret: string };
  /** The person leaves the page and comes back: a backend in the page has to survive that. */
  readonly leavesPage?: true;
  /** How long the answers take, one after the other and round again. */
  readonly waits?: readonly number[];
  /** What the backend knows of methods that are no part of the package. */
  readonly kinds?: OwnKinds;
  /** The host forgot to give the wizard an adapter. */
  readonly adapterless?: true;
  /** Bends the backend before the person comes. */
  prepare?(backend: MemoryBackend): void;
  /** The wizard shows its page number `count`, from 1. */
  onPage?(count: number, backend: MemoryBackend): void;
}

/** Requirements that follow from a policy: the planner says what they are. */
export interface Planned extends Tricks {
  readonly situation: Partial<Situation>;
}

/** Requirements that somebody wrote out. */
export interface Written extends Tricks {
  readonly requirements: readonly Requirement[];
  readonly methods?: readonly RegisteredMethod[];
  /** What the backend opens by itself after another method. */
  readonly followers?: readonly Follower[];
}

export type Scenario = Planned | Written;

const app: Requirement = { id: 'app', anyOf: [totp], status: 'open' };
const text: Requirement = { id: 'text', anyOf: [phone], status: 'open' };
const codes: Requirement = { id: 'codes', anyOf: [recoveryCodes], status: 'open' };
const mail: Requirement = { id: 'mail', anyOf: [{ kind: 'app-password', usage: [] }], status: 'open' };
const recovery: Requirement = { id: 'recovery', anyOf: [privateMail], status: 'open' };
const appAndText = [app, text];

/** A refusal that never ends; the backend wants a number. */
const always = 1000;

const registeredApp: RegisteredMethod = {
  // Ids are opaque, so the backend's first is as good as any.
  id: 'app-1' as MethodId,
  kind: 'totp',
  label: 'Nagisa Tramways',
  usage: ['sign-in'],
  canBeDefault: true,
  removable: true,
};
const registeredPhone: RegisteredMethod = {
  id: 'phone-1' as MethodId,
  kind: 'phone',
  label: '+81 **-****-5678',
  usage: ['sign-in'],
  channels: ['sms'],
  canBeDefault: true,
  removable: true,
};

const appAndPhone = { signIn: ['push', 'phone'], reset: ['push', 'phone'], count: 'two' } as const;
const rich = {
  enforcement: 'conditional',
  signIn: ['push', 'totp', 'phone'],
  reset: ['push', 'totp', 'phone', 'email', 'security-questions'],
  count: 'two',
} as const;
const questionsAndEmail = { reset: ['email', 'security-questions'], count: 'two' } as const;
const nudged = { signIn: ['push', 'phone'], has: ['phone'], campaign: true, snoozed: 1 } as const;
const callsOnly = { enforcement: 'conditional', signIn: ['phone'], phoneBy: 'call' } as const;

export const scenarios = {
  // The organisations of the planner's acceptance tests, each by its number there.
  P1: { situation: { enforcement: 'conditional', ...appAndPhone } },
  P2: { situation: { enforcement: 'conditional', signIn: ['push', 'totp'] } },
  P3: { situation: { reset: ['push', 'phone', 'email'], count: 'two' } },
  P4: { situation: { reset: ['phone', 'email'], count: 'one' } },
  P5: { situation: rich },
  P6: { situation: { ...rich, has: ['phone'] } },
  P7: { situation: { enforcement: 'conditional', signIn: ['push'], reset: ['email'], count: 'one' } },
  P8: { situation: { enforcement: 'risk', signIn: ['push'], askedDaysAgo: 6 } },
  P9: { situation: { enforcement: 'risk', signIn: ['push'], askedDaysAgo: 14 } },
  P10: { situation: questionsAndEmail },
  P11: { situation: { ...questionsAndEmail, isAdmin: true } },
  P12: { situation: { enforcement: 'baseline', signIn: ['passkey', 'push', 'totp', 'phone'] } },
  P13: { situation: nudged },
  P14: { situation: { ...nudged, device: 'phone' } },
  P15: {
    situation: callsOnly,
    prepare: (backend) =>
      backend.refuse('begin', { code: 'invalid_input', field: 'number', reason: 'not_allowed' }, always),
  },
  'P15-blocked': { situation: { ...callsOnly, unusable: ['phone'] } },
  P16: { situation: { enforcement: 'conditional', signIn: ['passkey'] } },
  P17: { situation: { signIn: ['passkey', 'push', 'totp', 'phone'], pass: true } },
  P18: { situation: { ...rich, fiveApps: true } },
  P19: { situation: { enforcement: 'per-user', ...appAndPhone, oldPrograms: true } },
  P20: { situation: { ...rich, has: ['push', 'phone', 'email'], isReviewDue: true } },
  P21: { situation: { enforcement: 'conditional', signIn: ['push'], has: ['phone'] } },

  passkey: {
    requirements: [
      { id: 'passkey', anyOf: [passkey, totp], status: 'open' },
      { id: 'second', anyOf: [key, phone], status: 'open' },
    ],
  },
  'key-model': { requirements: [{ id: 'key', anyOf: [companyKey], status: 'open' }] },
  'totp-phone': { requirements: appAndText },
  'hardware-token': {
    requirements: [{ id: 'token', anyOf: [token, totp], status: 'open' }],
    token: { serial: '2308-714025', secret: 'NRUWO2DUNBXXK43FEBZWQ2LPONQWSIDM' },
  },
  'office-phone': {
    requirements: [text, { id: 'desk', anyOf: [office, alternate], status: 'open' }],
  },
  external: { requirements: [{ id: 'lighthouse', anyOf: [lighthouse, totp], status: 'open' }], leavesPage: true },
  choose: { requirements: [{ id: 'either', anyOf: [totp, phone], status: 'open' }] },
  'recovery-codes': { requirements: [app, codes] },
  'codes-follow': { requirements: appAndText, followers: [{ after: ['totp'], offer: recoveryCodes }] },
  'app-password': { requirements: [mail] },
  recovery: { requirements: [recovery] },
  'skip-days': { requirements: [{ ...app, skip: { daysLeft: 8 } }] },
  'skip-times': { requirements: [{ ...text, skip: { timesLeft: 2, timesTotal: 3 } }] },
  registered: {
    requirements: [
      { ...app, status: 'satisfied' },
      { ...text, status: 'satisfied' },
    ],
    methods: [registeredApp, registeredPhone],
  },
  'step-up': {
    requirements: appAndText,
    prepare: (backend) => backend.requireStepUp(),
  },
  expires: {
    requirements: appAndText,
    onPage(count, backend) {
      if (count === 2) backend.expireSession();
    },
  },
  slow: { requirements: appAndText, waits: [3000, 8000] },
  blocked: {
    requirements: appAndText,
    prepare: (backend) => backend.refuse('load', { code: 'policy_denied', reason: 'place' }, always),
  },
  'nothing-possible': {
    requirements: appAndText,
    prepare: (backend) => backend.refuse('load', { code: 'method_unavailable' }, always),
  },
  badge: {
    requirements: [{ id: 'badge', anyOf: [staffBadge, totp], status: 'open' }, text],
    kinds: { badge: badgeKind({ [demoBadge.number]: demoBadge.pin }) },
  },
  'no-adapter': { requirements: appAndText, adapterless: true },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioId = keyof typeof scenarios;

// Object.keys forgets what the table says: these are its keys, and there is at least one.
export const scenarioIds = Object.keys(scenarios) as unknown as readonly [ScenarioId, ...ScenarioId[]];

/** The situation of a planned scenario, whole. */
export function situationOf({ situation }: Planned): Situation {
  return { ...plain, ...situation };
}

/** What the person has before they come. */
export function methodsBefore(scenario: Scenario): readonly RegisteredMethod[] {
  return 'situation' in scenario ? registeredIn(situationOf(scenario)) : (scenario.methods ?? []);
}

/** Whether the person may leave the page and come back: where it is said, or where a policy allows what does. */
export function leavesPage(scenario: Scenario): boolean {
  if (!('situation' in scenario)) return scenario.leavesPage ?? false;
  const { signIn, reset } = situationOf(scenario);
  return [...signIn, ...reset].includes('external');
}

/** What is required of somebody who comes now. Empty where the planner refuses to ask. */
export function requirementsOf(scenario: Scenario, now: number): readonly Requirement[] {
  if (!('situation' in scenario)) return scenario.requirements;
  const { plan } = explained(situationOf(scenario), now);
  return plan.type === 'blocked' ? [] : plan.info.requirements;
}

/** What says only what is asked of the person; everything else bends the backend. */
const asked: ReadonlySet<string> = new Set(['situation', 'requirements', 'followers', 'token', 'leavesPage']);

/**
 * Those that a backend can play that is told once what is required, of somebody who has nothing yet: whoever waits,
 * forgets or breaks on purpose is played in the page, and so is a plan that changes with what the person chooses.
 */
export const servable = scenarioIds.filter((id) => {
  const scenario: Scenario = scenarios[id];
  const isTricky = Object.keys(scenario).some((key) => !asked.has(key));
  const offers = requirementsOf(scenario, 0).flatMap(({ anyOf }) => anyOf);
  // A plan that names a kind twice may drop one where the other is taken; what was written out stays as it is.
  const isFixed = !('situation' in scenario) || new Set(offers.map(({ kind }) => kind)).size === offers.length;
  const isTimed = 'situation' in scenario && situationOf(scenario).pass;
  return !isTricky && offers.length > 0 && isFixed && !isTimed && methodsBefore(scenario).length === 0;
});
