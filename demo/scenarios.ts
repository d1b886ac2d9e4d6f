/** What can be tried: each row is what one organisation asks for, or one way in which things go wrong. */
import type { Requirement, RegisteredMethod } from '../src/contract/security-info.js';
import type { MethodId, Offer } from '../src/contract/enrollment.js';
import type { MemoryBackend, OwnKinds } from '../src/adapters/memory/index.js';
import { badgeKind } from './badge/backend.js';
import { demoBadge } from './demo-account.js';

export interface Scenario {
  readonly requirements: readonly Requirement[];
  readonly methods?: readonly RegisteredMethod[];
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

/** ASCII and short, so that the QR code stays coarse enough for any camera. */
const totp: Offer = { kind: 'totp', usage: ['sign-in'], issuer: 'Nagisa Tramways' };
const phone: Offer = { kind: 'phone', usage: ['sign-in'], channels: ['sms', 'voice'], defaultCountry: 'JP' };
const office: Offer = {
  kind: 'phone',
  offerId: 'office',
  displayName: 'Office phone',
  usage: ['sign-in'],
  channels: ['voice'],
  extension: true,
  defaultCountry: 'JP',
};
const alternate: Offer = {
  kind: 'phone',
  offerId: 'alternate',
  displayName: 'Alternate phone',
  usage: ['sign-in'],
  channels: ['voice'],
  alternate: true,
  defaultCountry: 'JP',
};
const lighthouse: Offer = { kind: 'external', usage: ['sign-in'], displayName: 'Lighthouse ID' };
const token: Offer = { kind: 'hardware-otp', usage: ['sign-in'] };
/** The company's own app. */
const push: Offer = {
  kind: 'push',
  usage: ['sign-in'],
  displayName: 'Nagisa Pass',
  icon: '/app-icon.svg',
  stores: [
    { platform: 'ios', url: 'https://nagisa-tram.example/pass/ios' },
    { platform: 'android', url: 'https://nagisa-tram.example/pass/android' },
  ],
};
/** Wherever the person wants to keep it. */
const passkey: Offer = { kind: 'passkey', usage: ['sign-in'] };
const key: Offer = {
  kind: 'passkey',
  offerId: 'key',
  usage: ['sign-in'],
  displayName: 'Security key',
  attachment: 'cross-platform',
};
/** A model that is made up, so that none is taken. */
const companyKey: Offer = { ...key, offerId: 'company-key', models: ['00000000-0000-4000-8000-00000000c0de'] };

const pass: Requirement = { id: 'pass', anyOf: [push], status: 'open' };
const anyApp: Requirement = { id: 'pass', anyOf: [push, totp], status: 'open' };
const app: Requirement = { id: 'app', anyOf: [totp], status: 'open' };
const text: Requirement = { id: 'text', anyOf: [phone], status: 'open' };
const codes: Requirement = { id: 'codes', anyOf: [{ kind: 'recovery-codes', usage: ['recovery'] }], status: 'open' };
const mail: Requirement = { id: 'mail', anyOf: [{ kind: 'app-password', usage: [] }], status: 'open' };
const appAndText = [app, text];

/** A method that is no part of the package. */
const staffBadge: Offer = { kind: 'badge', usage: ['sign-in'], site: 'Shiosai' };

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

export const scenarios = {
  P1: { requirements: [pass, text] },
  P2: { requirements: [anyApp] },
  P8: { requirements: [{ ...pass, skip: { daysLeft: 8 } }] },
  P9: { requirements: [{ ...pass, skip: { daysLeft: 0 } }] },
  P12: { requirements: [anyApp] },
  P16: { requirements: [{ id: 'key', anyOf: [key], status: 'open' }] },
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
  'app-password': { requirements: [mail] },
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

/** Those that any backend can play: whoever waits, forgets or breaks on purpose is played in the page. */
export const servable = scenarioIds.filter((id) => {
  const { requirements: _requirements, token: _token, leavesPage: _leaves, ...tricks }: Scenario = scenarios[id];
  return Object.keys(tricks).length === 0;
});
