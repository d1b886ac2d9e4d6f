/** What can be tried: each row is what one organisation asks for, or one way in which things go wrong. */
import type { Requirement, RegisteredMethod } from '../src/contract/security-info.js';
import type { MethodId, Offer } from '../src/contract/enrollment.js';
import type { MemoryBackend } from '../src/adapters/memory/index.js';

export interface Scenario {
  readonly requirements: readonly Requirement[];
  readonly methods?: readonly RegisteredMethod[];
  /** How long the answers take, one after the other and round again. */
  readonly waits?: readonly number[];
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
const mail: Offer = { kind: 'email', usage: ['recovery'], refusedDomains: ['nagisa-tram.example'] };
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

const pass: Requirement = { id: 'pass', anyOf: [push], status: 'open' };
const anyApp: Requirement = { id: 'pass', anyOf: [push, totp], status: 'open' };
const app: Requirement = { id: 'app', anyOf: [totp], status: 'open' };
const text: Requirement = { id: 'text', anyOf: [phone], status: 'open' };
const recovery: Requirement = { id: 'recovery', anyOf: [mail], status: 'open' };
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

export const scenarios = {
  P1: { requirements: [pass, text] },
  P2: { requirements: [anyApp] },
  P8: { requirements: [{ ...pass, skip: { daysLeft: 8 } }] },
  P9: { requirements: [{ ...pass, skip: { daysLeft: 0 } }] },
  P12: { requirements: [anyApp] },
  'totp-phone': { requirements: appAndText },
  choose: { requirements: [{ id: 'either', anyOf: [totp, phone], status: 'open' }] },
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
  'no-adapter': { requirements: appAndText, adapterless: true },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioId = keyof typeof scenarios;

// Object.keys forgets what the table says: these are its keys, and there is at least one.
export const scenarioIds = Object.keys(scenarios) as unknown as readonly [ScenarioId, ...ScenarioId[]];

/** Those that any backend can play: whoever waits, forgets or breaks on purpose is played in the page. */
export const servable = scenarioIds.filter((id) => {
  const { requirements: _requirements, ...tricks }: Scenario = scenarios[id];
  return Object.keys(tricks).length === 0;
});
