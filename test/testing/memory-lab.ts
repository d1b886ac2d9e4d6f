/** The lab of the memory backend: a clock that only checks move, randomness that repeats, and a whole phone. */
import { generateSync } from 'otplib';
import {
  createMemoryBackend,
  type Follower,
  type HardwareToken,
  type MemoryBackend,
  type MemoryBackendOptions,
  type RequirementOption,
} from '../../src/adapters/memory/index.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { NextCode, Provision } from '../../src/contract/next.js';
import type { Awaitable, Lab, LabPerson } from '../../src/testing/index.js';
import { softwareAuthenticator } from './software-authenticator.js';
import { repeatable } from '../adapters/memory/person.js';

export const mobile = '+819012345678';
const other = '+819087654321';
const landline = '+81312345678';
export const token: HardwareToken = { serial: '2308714025', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' };
const takenToken: HardwareToken = { ...token, serial: '2308714026', assignedTo: 'somebody-else' };
const password = 'open sesame';

/** All that is asked of each person, so that every check finds what it needs. */
export const requirements: readonly RequirementOption[] = [
  {
    id: 'app',
    anyOf: [
      { kind: 'push', usage: ['sign-in'] },
      { kind: 'totp', usage: ['sign-in'] },
      { kind: 'hardware-otp', usage: ['sign-in'] },
      { kind: 'external', usage: ['sign-in'] },
    ],
  },
  {
    id: 'phone',
    anyOf: [
      { kind: 'phone', usage: ['sign-in'], channels: ['sms', 'voice'] },
      { kind: 'phone', offerId: 'office', usage: ['sign-in'], channels: ['voice'], extension: true },
      { kind: 'phone', offerId: 'alternate', usage: ['sign-in'], channels: ['voice'], alternate: true },
    ],
    skip: { timesLeft: 2, timesTotal: 3 },
  },
  { id: 'codes', anyOf: [{ kind: 'recovery-codes', usage: ['recovery'] }] },
  { id: 'questions', anyOf: [{ kind: 'security-questions', usage: ['recovery'] }] },
  { id: 'password', anyOf: [{ kind: 'app-password', usage: [] }] },
  { id: 'passkey', anyOf: [{ kind: 'passkey', usage: ['sign-in'] }] },
  {
    id: 'mail',
    anyOf: [{ kind: 'email', usage: ['recovery'], refusedDomains: ['contoso.example'] }],
    skip: { timesLeft: 2, timesTotal: 3 },
  },
];
/** So that every check is run where something follows. */
export const followers: readonly Follower[] = [
  { after: ['totp'], offer: { kind: 'recovery-codes', usage: ['recovery'] } },
];
const origin = 'https://contoso.example';

export interface MemoryLabOptions {
  readonly name?: string;
  /**
   * What stands between the kit and the backend: a way over HTTP, or a fault on purpose. Called for each tab and each
   * person, with what of the world it may break.
   */
  readonly through?: (adapter: SecurityInfoAdapter, world: World) => Awaitable<SecurityInfoAdapter>;
  readonly backend?: Partial<MemoryBackendOptions>;
  readonly known?: Readonly<Record<string, string>>;
  readonly hooks?: Partial<LabPerson>;
}

/** The backend behind an adapter, and its clock. */
export interface World {
  readonly backend: MemoryBackend;
  readonly clock: { at: number };
  /** The person's own backend; a stranger has another one, with nothing in common but the clock. */
  readonly of: 'person' | 'stranger';
}

/** A lab over `createMemoryBackend`, by whatever way `through` leads to it. */
export function memoryLab({ name = 'memory', through, backend, known, hooks }: MemoryLabOptions = {}): Lab {
  const led = async (adapter: SecurityInfoAdapter, world: World): Promise<SecurityInfoAdapter> =>
    through === undefined ? adapter : through(adapter, world);
  return {
    name,
    kinds: [
      'push',
      'totp',
      'phone',
      'email',
      'passkey',
      'recovery-codes',
      'security-questions',
      'app-password',
      'hardware-otp',
      'external',
    ],
    ...(known && { known }),
    person: async () => {
      const clock = { at: Date.UTC(2026, 0, 15, 9, 0, 10), now: (): number => clock.at };
      const open = (of: World['of']): World => ({ of, clock, backend: backendFor(of, clock, backend) });
      const own = open('person');
      const strange = open('stranger');
      return {
        adapter: await led(own.backend.adapter, own),
        another: await led(own.backend.adapter, own),
        stranger: await led(strange.backend.adapter, strange),
        password,
        numbers: { mobile, other, landline },
        tokens: { free: token.serial, taken: takenToken.serial },
        addresses: { mailbox: 'mika@home.example', other: 'taro@home.example', refused: 'help@contoso.example' },
        clock: {
          advance: (ms) => {
            clock.at += ms;
          },
        },
        ...phoneOf(own.backend, clock),
        elsewhere: own.backend.elsewhere,
        authenticator: softwareAuthenticator(origin),
        loseNextAnswer: (call) => own.backend.loseAnswer(call),
        requireStepUp: () => own.backend.requireStepUp(),
        signInAgain: () => own.backend.signInAgain(),
        ...hooks,
      };
    },
  };
}

function backendFor(
  of: World['of'],
  clock: { now(): number },
  options: Partial<MemoryBackendOptions> | undefined,
): MemoryBackend {
  return createMemoryBackend({
    account: { label: `${of}@contoso.example`, organization: 'Contoso' },
    requirements,
    followers,
    clock,
    random: repeatable(of === 'person' ? 1 : 2),
    lineOf: (number) => (number === landline ? 'fixed-line' : 'mobile'),
    password,
    tokens: [token, takenToken],
    origin,
    ...options,
  });
}

/** What the person holds in hand: texts, an authenticator app, the organisation's app, and a keypad. */
function phoneOf(
  backend: MemoryBackend,
  clock: { now(): number },
): Pick<LabPerson, 'texts' | 'mails' | 'codeFor' | 'device' | 'line'> {
  return {
    texts: () => backend.messages().filter(({ subject }) => subject === undefined),
    mails: () =>
      backend.messages().flatMap(({ subject, ...mail }) => (subject === undefined ? [] : [{ subject, ...mail }])),
    codeFor: ({ provision, delivery }: NextCode) => {
      const secret = delivery ? undefined : secretOf(provision, token.secret);
      if (secret !== undefined) return generateSync({ secret, epoch: Math.floor(clock.now() / 1000) });
      const isMail = delivery?.channel === 'email';
      const sent = backend.messages().filter(({ subject }) => (subject !== undefined) === isMail);
      return /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '';
    },
    device: {
      pair: (uri) => backend.app.pair(uri),
      requests: () => backend.app.requests(),
      approve: (id, number) => backend.app.approve(id, number),
      deny: (id) => backend.app.deny(id),
    },
    line: {
      calls: () => backend.line.calls(),
      answer: (id) => backend.line.answer(id),
      press: (id, key) => backend.line.press(id, key),
    },
  };
}

/** What an app was shown, or else what the token was made with. */
export function secretOf(provision: Provision | undefined, ofToken: string): string | undefined {
  return provision === undefined ? ofToken : provision.manual.find(({ name }) => name === 'secret')?.value;
}
