/** The planner's reasons: each word it has, in a situation that calls for it; and that they fit the plan they explain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Usage } from '../../src/contract/enrollment.js';
import {
  explain,
  type Explanation,
  type MethodReason,
  type OrganizationPolicy,
  type Person,
  type PlanContext,
  type PlannableOffer,
  type SkipReason,
} from '../../src/policy/index.js';

const days = (count: number): number => count * 86_400_000;
const now = Date.UTC(2026, 0, 15, 9);

const offer = (kind: string, ...usage: readonly Usage[]): PlannableOffer => ({ kind, usage });
const both = (kind: string): PlannableOffer => offer(kind, 'sign-in', 'recovery');
const email = offer('email', 'recovery');
const appPassword = offer('app-password');

type Policy = OrganizationPolicy<PlannableOffer>;
type Given = { readonly person?: Partial<Person>; readonly context?: Partial<PlanContext> };

const reasons = (policy: Policy, { person, context }: Given = {}): Explanation =>
  explain(policy, { registered: [], ...person }, { now, ...context });

const has = (...kinds: readonly string[]): Pick<Person, 'registered'> => ({
  registered: kinds.map((kind) => ({ kind })),
});

const reset = { enabled: true, requireAtSignIn: true, count: 2 } as const;
const enforced: Policy = { mfa: { enforcement: 'conditional' }, methods: [both('push'), both('totp'), both('phone')] };
const rich: Policy = { ...enforced, sspr: reset, methods: [...enforced.methods, email] };
const resetOnly: Policy = { mfa: { enforcement: 'none' }, sspr: reset, methods: [both('phone'), email] };
const nudge: Policy = { mfa: { enforcement: 'none' }, campaign: {}, methods: [both('push'), both('phone')] };
const risk: Policy = { ...enforced, mfa: { enforcement: 'risk' } };

// ── every method ─────────────────────────────────────────────────────────────────────────────────────────────────

const ofMethods: readonly (readonly [MethodReason, string, Policy, string, Given?])[] = [
  ['asked', 'it opens a requirement', rich, 'push'],
  ['alternative', 'it stands behind another one', rich, 'totp'],
  ['there', 'it is registered, and counts', rich, 'phone', { person: has('phone') }],
  ['not-needed', 'nothing is left that it could be asked for', rich, 'email', { person: has('push', 'phone') }],
  ['not-allowed', 'it is registered, and was taken away', enforced, 'badge', { person: has('badge') }],
  [
    'not-for-administrators',
    'security questions never are',
    { ...rich, methods: [offer('security-questions', 'recovery'), both('push')] },
    'security-questions',
    { person: { isAdmin: true } },
  ],
  [
    'not-for-administrators',
    'it is not on their own list',
    { ...rich, sspr: { ...reset, administrators: { methods: [both('phone')] } } },
    'email',
    { person: { isAdmin: true } },
  ],
  ['never-counts', 'an e-mail stands for no sign-in', { ...enforced, methods: [offer('email', 'sign-in')] }, 'email'],
  ['not-by-enforcement', 'the baseline takes apps', { ...enforced, mfa: { enforcement: 'baseline' } }, 'phone'],
  ['only-per-user', 'old programs are refused nowhere else', { ...enforced, closing: [appPassword] }, 'app-password'],
  ['unavailable', 'it cannot be used here', enforced, 'push', { context: { unavailable: [{ kind: 'push' }] } }],
  [
    'no-business-phone',
    'the directory holds none',
    { ...enforced, methods: [{ ...both('phone'), offerId: 'office' }, both('push')] },
    'phone',
  ],
  [
    'full',
    'there is no room',
    { ...enforced, caps: [{ kinds: ['totp', 'push'], atMost: 1 }] },
    'push',
    { person: has('totp') },
  ],
  [
    'never-asked',
    'it only counts when it is there',
    { ...enforced, methods: [{ ...both('phone'), offerId: 'alternate' }, both('push')] },
    'phone',
  ],
  [
    'leaves-a-gap',
    'it takes the room that the second requirement needs',
    {
      ...enforced,
      sspr: { ...reset, count: 1 },
      methods: [offer('push', 'sign-in'), offer('totp', 'sign-in'), offer('badge', 'recovery')],
      caps: [{ kinds: ['totp', 'badge'], atMost: 1 }],
    },
    'totp',
  ],
];

for (const [why, because, policy, kind, given] of ofMethods)
  test(`${why}: ${because}`, () => {
    const found = reasons(policy, given).methods.find((method) => method.kind === kind);
    assert.equal(found?.why, why);
  });

test('a method says what it counts for, and where it would do', () => {
  const { methods } = reasons(rich);
  assert.deepEqual(methods, [
    { kind: 'push', why: 'asked', countsFor: ['sign-in', 'recovery'], requirements: ['sign-in'] },
    { kind: 'totp', why: 'alternative', countsFor: ['sign-in', 'recovery'], requirements: ['sign-in', 'recovery-2'] },
    { kind: 'phone', why: 'asked', countsFor: ['sign-in', 'recovery'], requirements: ['recovery-2'] },
    { kind: 'email', why: 'alternative', countsFor: ['recovery'], requirements: ['recovery-2'] },
  ]);
});

test('what was registered under a name that is allowed, but in a way that is not, is told beside what is asked', () => {
  const policy: Policy = { ...enforced, methods: [{ ...both('phone'), channels: ['sms'] } as PlannableOffer] };
  const { methods } = reasons(policy, { person: { registered: [{ kind: 'phone', channels: ['voice'] }] } });
  assert.deepEqual(
    methods.map(({ kind, why }) => [kind, why]),
    [
      ['phone', 'asked'],
      ['phone', 'not-allowed'],
    ],
  );
});

// ── every skip ───────────────────────────────────────────────────────────────────────────────────────────────────

const askedFirst = (count: number): Partial<Person> => ({ firstAskedAt: now - days(count) });
const snoozed = (times: number): Partial<Person> => ({
  ...has('phone'),
  skips: { campaign: { times, lastAt: now - days(2) } },
});

const ofSkips: readonly (readonly [SkipReason, Policy, Given?])[] = [
  ['no-grace', enforced],
  ['grace', risk, { person: askedFirst(6) }],
  ['grace-over', risk, { person: askedFirst(14) }],
  ['needed-now', risk, { person: askedFirst(6), context: { needsMfaNow: true } }],
  ['nobody-enforces', resetOnly],
  ['reset-may-wait', { ...rich, sspr: { ...reset, mayPutOff: true } }, { person: has('push') }],
  ['snoozes', nudge, { person: snoozed(1) }],
  ['snoozes-used', nudge, { person: snoozed(3) }],
  ['snoozes-unlimited', { ...nudge, campaign: { snoozes: 'unlimited' } }, { person: snoozed(9) }],
];

for (const [why, policy, given] of ofSkips)
  test(`${why}: that is why it may be put off, or may not [C15]`, () => {
    const { requirements, plan } = reasons(policy, given);
    assert.equal(requirements[0]?.why, why);
    assert.ok(plan.type === 'required');
    assert.deepEqual(requirements[0].skip, plan.info.requirements[0]?.skip);
  });

// ── what is wanted at all ────────────────────────────────────────────────────────────────────────────────────────

test('a second method: enforced, there, wanted by nobody, or to be free of a pass', () => {
  assert.equal(reasons(enforced).signIn, 'enforced');
  assert.equal(reasons(enforced, { person: has('phone') }).signIn, 'there');
  assert.equal(reasons(resetOnly).signIn, 'nobody-enforces');
  assert.equal(reasons(nudge, { context: { temporaryPass: { once: true, usedAt: now } } }).signIn, 'pass');
});

test('a reset: what is missing, enough, none at all, or left to the person', () => {
  assert.deepEqual(reasons(rich, { person: has('email') }).recovery, { why: 'missing', count: 2, missing: 1 });
  assert.equal(reasons(rich, { person: has('email', 'phone') }).recovery.why, 'there');
  assert.equal(reasons(enforced).recovery.why, 'off');
  const left = reasons({ ...resetOnly, sspr: { ...reset, requireAtSignIn: false } });
  assert.deepEqual(left.recovery, { why: 'left-to-the-person', count: 2, missing: 0 });
});

test('a campaign: every reason why it is not shown', () => {
  const withPhone = { person: has('phone') };
  assert.equal(reasons(nudge, withPhone).campaign, 'missing');
  assert.equal(reasons(enforced, withPhone).campaign, 'off');
  assert.equal(reasons(nudge, { ...withPhone, context: { device: 'phone' } }).campaign, 'phone');
  assert.equal(
    reasons(nudge, { ...withPhone, context: { temporaryPass: { once: true, usedAt: now } } }).campaign,
    'pass',
  );
  assert.equal(reasons(nudge).campaign, 'no-second-method');
  assert.equal(reasons(nudge, { person: has('phone', 'push') }).campaign, 'there');
  assert.equal(reasons({ ...enforced, campaign: {} }).campaign, 'asked-anyway');
  const quiet = { ...has('phone'), skips: { campaign: { times: 1, lastAt: now - 1000 } } };
  assert.equal(reasons(nudge, { person: quiet }).campaign, 'snoozed');
});

test('the method for sign-in counts for the reset, unless the reset has a place of its own for it', () => {
  const shared = ({ requirements }: Explanation): readonly boolean[] => requirements.map((one) => one.alsoRecovery);
  assert.deepEqual(shared(reasons(rich)), [true, false]);
  assert.deepEqual(shared(reasons({ ...rich, methods: [offer('push', 'sign-in'), both('phone'), email] })), [
    true,
    false,
  ]);
  const apart: Policy = { ...rich, sspr: { ...reset, count: 1 }, methods: [offer('push', 'sign-in'), email] };
  assert.deepEqual(shared(reasons(apart)), [false, false]);
});

test('what nothing can fill stands in its place, with nothing that would do', () => {
  const policy: Policy = { ...enforced, sspr: { ...reset, count: 1 }, methods: [offer('phone', 'sign-in'), email] };
  const { plan, requirements } = reasons(policy, { context: { unavailable: [{ kind: 'phone' }] } });
  assert.equal(plan.type, 'blocked');
  assert.deepEqual(
    requirements.map(({ id, anyOf }) => [id, anyOf]),
    [
      ['sign-in', []],
      ['recovery-1', ['email']],
    ],
  );
});
