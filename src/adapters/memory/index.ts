/** A complete backend in memory, for tests and demos: real codes, real limits, and everything gone on reload. */
import type { SecurityInfoAdapter } from '../../contract/adapter.js';
import type { MethodKind } from '../../contract/enrollment.js';
import type { SecurityInfo } from '../../contract/security-info.js';
import { Account } from './account.js';
import { adapterOf } from './adapter.js';
import { Calls } from './calls.js';
import { Enrollments } from './enrollments.js';
import { FaultsOnDemand } from './faults-on-demand.js';
import { kindsOf } from './kinds.js';
import type { MemoryBackend, MemoryBackendOptions } from './options.js';
import { Outbox } from './outbox.js';
import { Session } from './session.js';
import { copied } from './wire.js';
import { worldOf } from './world.js';

export type * from '../../methods/rows.js';
export type { AppRequest } from './approvals.js';
export type { HardwareToken } from './hardware-otp.js';
export type { CallName } from './faults-on-demand.js';
export type { Attempt, Description, Kind, KindOption, Line, OpenWorld, Opening, Verdict } from './kind.js';
export type { Slots } from './slots.js';
export type { Follower } from './followers.js';
export type { OwnKinds } from './kinds.js';
export type { Limits } from './limits.js';
export type {
  ExternalPage,
  MemoryBackend,
  MemoryBackendOptions,
  OrganizationApp,
  PhoneLine,
  RequirementOption,
} from './options.js';
export type { TextMessage } from './outbox.js';
export type { PhoneCall } from './telephone.js';

/**
 * Makes a backend that lives as long as the page, or the test. It keeps every promise of the contract: nothing is
 * registered before it is proved, `begin` finds what is open, limits hold, and a key has one effect.
 *
 * Not for production: its secrets stand in the browser's memory, and nothing survives a reload.
 *
 * @example
 * const backend = createMemoryBackend({
 *   account: { label: 'mika@contoso.example', organization: 'Contoso' },
 *   requirements: [{ id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms'] }] }],
 * });
 * backend.onMessage(({ to, text }) => simulatedPhone.show(to, text));
 * element.adapter = backend.adapter;
 */
export function createMemoryBackend(options: MemoryBackendOptions): MemoryBackend {
  const outbox = new Outbox();
  const world = worldOf(options, outbox);
  const kindOf = kindsOf(world, options.kinds);
  const strengthOf = (kind: MethodKind): number => kindOf(kind)?.strength ?? 0;
  const account = new Account(copied(options.requirements), copied(options.methods ?? []), strengthOf);
  const enrollments = new Enrollments({ world, account, kindOf, followers: copied(options.followers ?? []) });
  const session = new Session(world.limits, () => world.now(), options.password);
  const { approvals, pairings, telephone } = world;
  const mishaps = new FaultsOnDemand();
  const calls = new Calls(session, mishaps, options.latency ?? (() => Promise.resolve()));

  const info = (): SecurityInfo => ({
    account: world.account,
    ...account.state(),
    pending: enrollments.pending(),
    ...session.state(),
    ...(options.notifiesOnChange !== undefined && { notifiesOnChange: options.notifiesOnChange }),
  });
  const { reauthenticate, ...others } = adapterOf({ calls, enrollments, account, session, info });
  const adapter: SecurityInfoAdapter = options.password === undefined ? others : { ...others, reauthenticate };

  return {
    adapter,
    messages: () => outbox.messages(),
    onMessage: (listener) => outbox.onMessage(listener),
    refuse: (call, fault, times) => mishaps.plan(call, { type: 'refuse', fault: copied(fault) }, times),
    loseAnswer: (call) => mishaps.plan(call, { type: 'lose-answer' }),
    expireSession: () => session.expire(),
    signInAgain: () => {
      session.signIn();
      account.signedIn();
    },
    requireStepUp: () => session.requireStepUp(),
    elsewhere: {
      finish: (url) => world.elsewhere.answer(url, 'finished'),
      refuse: (url) => world.elsewhere.answer(url, 'refused'),
    },
    app: {
      pair: async (text) => pairings.pair(text),
      requests: () => approvals.requests(),
      onRequests: (listener) => approvals.onRequests(listener),
      approve: (id, number) => approvals.approve(id, number),
      deny: (id) => approvals.deny(id),
    },
    line: {
      calls: () => telephone.calls(),
      onCalls: (listener) => telephone.onCalls(listener),
      answer: (id) => telephone.answer(id),
      press: (id, key) => telephone.press(id, key),
      hangUp: (id) => telephone.hangUp(id),
    },
  };
}
