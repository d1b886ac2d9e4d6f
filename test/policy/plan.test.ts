/** What a plan says beyond which methods: refusals, putting off, the rest of `SecurityInfo`, and its types. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SecurityInfo } from '../../src/contract/security-info.js';
import {
  type OrganizationPolicy,
  type PlanContext,
  type PlannableOffer,
  plan,
  type Plan,
} from '../../src/policy/index.js';

// A row of the table of methods, as a third party adds it: the planner was not told.
declare module '../../src/contract/enrollment.js' {
  interface MethodTypes {
    'door-card': { offer: { readonly site: string }; input: object; next: never; proof: never };
  }
}

const now = Date.UTC(2026, 0, 15, 9);
const days = (count: number): number => count * 86_400_000;
const hours = (count: number): number => count * 3_600_000;
const at: PlanContext = { now };
const nobody = { registered: [] };

const push = { kind: 'push', usage: ['sign-in', 'recovery'] } as const;
const phone = { kind: 'phone', usage: ['sign-in', 'recovery'], channels: ['sms'] } as const;
const office = { ...phone, offerId: 'office' } as const;
const email = { kind: 'email', usage: ['recovery'] } as const;

type Policy = OrganizationPolicy<PlannableOffer>;
const enforced: Policy = { mfa: { enforcement: 'conditional' }, methods: [push, phone] };
const campaign: Policy = { mfa: { enforcement: 'none' }, campaign: { snoozeDays: 2 }, methods: [push, phone] };
const hasPhone = { registered: [{ kind: 'phone' }] };

const asks = (answer: Plan<PlannableOffer>): readonly string[] =>
  answer.type === 'blocked' ? [answer.fault.code] : answer.info.requirements.map(({ anyOf }) => anyOf[0].kind);
const firstOf = (answer: Plan<PlannableOffer>): unknown => {
  if (answer.type === 'blocked') return answer.fault;
  const [{ status, skip } = { status: 'none', skip: undefined }] = answer.info.requirements;
  return { status, skip };
};

test('what is planned over known kinds is what load answers, rows of other hands among them', () => {
  const policy: OrganizationPolicy = {
    mfa: { enforcement: 'conditional' },
    methods: [phone, { kind: 'door-card', usage: ['sign-in'], site: 'Berlin' }],
  };
  const planned = plan(policy, nobody, at);
  assert.ok(planned.type !== 'blocked');
  const info: SecurityInfo = { account: { label: 'mika@contoso.example' }, methods: [], pending: [], ...planned.info };
  assert.deepEqual(info.requirements[0]?.anyOf, policy.methods);
  assert.equal(info.requirements[0]?.anyOf[0], phone);
});

test('nothing enforced, nothing asked; what is allowed may still be added', () => {
  const planned = plan<PlannableOffer>({ mfa: { enforcement: 'none' }, methods: [push, email] }, nobody, at);
  assert.deepEqual(planned, { type: 'nothing', info: { requirements: [], addable: [push] } });
});

test('a second app may be added, a second phone of the same kind may not, and none where the cap is reached', () => {
  const have = { registered: [{ kind: 'push' }, { kind: 'phone' }] };
  const addable = (policy: Policy): readonly string[] => {
    const planned = plan(policy, have, at);
    return planned.type === 'blocked' ? [] : planned.info.addable.map(({ kind }) => kind);
  };
  assert.deepEqual(addable(enforced), ['push']);
  assert.deepEqual(addable({ ...enforced, caps: [{ kinds: ['push', 'totp'], atMost: 1 }] }), []);
});

test('caps hold over what is planned together: two apps are not asked for where one is the most [F167]', () => {
  const totp = { kind: 'totp', usage: ['recovery'] } as const;
  const policy: Policy = {
    mfa: { enforcement: 'conditional' },
    sspr: { enabled: true, requireAtSignIn: true, count: 1 },
    methods: [{ kind: 'push', usage: ['sign-in'] }, { ...phone, usage: ['sign-in'] }, totp],
    caps: [{ kinds: ['push', 'totp'], atMost: 1 }],
  };
  assert.deepEqual(asks(plan(policy, nobody, at)), ['phone', 'totp']);
});

test('an office phone is asked for only where the directory holds a business phone', () => {
  const policy: Policy = { mfa: { enforcement: 'conditional' }, methods: [office] };
  assert.deepEqual(plan(policy, nobody, at), { type: 'blocked', fault: { code: 'method_unavailable' } });
  assert.deepEqual(asks(plan(policy, { ...nobody, hasBusinessPhone: true }, at)), ['phone']);
});

test('where nothing is allowed that would do, the policy refuses; an administrator hears that it is the role', () => {
  const policy: Policy = {
    mfa: { enforcement: 'conditional' },
    sspr: { enabled: true, requireAtSignIn: true, count: 1, administrators: { methods: [] } },
    methods: [email],
  };
  assert.deepEqual(firstOf(plan(policy, nobody, at)), { code: 'policy_denied', reason: 'other' });
  const admin = { ...nobody, isAdmin: true };
  assert.deepEqual(firstOf(plan(policy, admin, at)), { code: 'policy_denied', reason: 'role' });
});

test('what could be put off for ever blocks nobody: as much of a reset is asked for as can be had', () => {
  const sspr = { enabled: true, requireAtSignIn: true, count: 2 } as const;
  assert.deepEqual(asks(plan<PlannableOffer>({ mfa: { enforcement: 'none' }, sspr, methods: [email] }, nobody, at)), [
    'email',
  ]);
});

test('from a place where nothing may be registered, only what must be had now is refused [F33]', () => {
  const denied: PlanContext = { now, denied: 'place' };
  assert.deepEqual(firstOf(plan(enforced, nobody, denied)), { code: 'policy_denied', reason: 'place' });
  assert.equal(plan(enforced, hasPhone, denied).type, 'nothing');
  assert.equal(plan(campaign, hasPhone, denied).type, 'nothing');
});

test('the grace of a risk policy counts in days begun, names its end, and is over where a second method is needed now [F161, C14]', () => {
  const risk: Policy = { ...enforced, mfa: { enforcement: 'risk' } };
  const until = (daysLeft: number, end: number): unknown => ({
    status: 'open',
    skip: { daysLeft, requiredFrom: new Date(end).toISOString() },
  });
  assert.deepEqual(firstOf(plan(risk, nobody, at)), until(14, now + days(14)));
  const almost = { ...nobody, firstAskedAt: now - days(13) - hours(12) };
  assert.deepEqual(firstOf(plan(risk, almost, at)), until(1, now + hours(12)));
  assert.deepEqual(firstOf(plan(risk, almost, { now, needsMfaNow: true })), { status: 'open', skip: undefined });
  const short: Policy = { ...risk, mfa: { enforcement: 'risk', graceDays: 3 } };
  assert.deepEqual(firstOf(plan(short, nobody, at)), until(3, now + days(3)));
});

test('a campaign that was put off keeps quiet for its days, then asks again, and in the end insists [F162, C1]', () => {
  const put = (times: number, lastAt: number): Parameters<typeof plan>[1] => ({
    ...hasPhone,
    skips: { campaign: { times, lastAt } },
  });
  const signedIn = { now, signedInAt: now - hours(1) };
  const left = (timesLeft: number): object => ({ timesLeft, timesTotal: 3 });
  assert.deepEqual(firstOf(plan(campaign, put(1, now), signedIn)), { status: 'put-off', skip: left(2) });
  assert.equal(plan(campaign, put(1, now - days(1)), signedIn).type, 'nothing');
  assert.deepEqual(firstOf(plan(campaign, put(1, now - days(2)), signedIn)), { status: 'open', skip: left(2) });
  assert.deepEqual(firstOf(plan(campaign, put(3, now), signedIn)), { status: 'put-off', skip: left(0) });
  assert.deepEqual(firstOf(plan(campaign, put(3, now - days(2)), signedIn)), { status: 'open', skip: undefined });
  const patient: Policy = { ...campaign, campaign: { snoozes: 'unlimited' } };
  assert.deepEqual(firstOf(plan(patient, put(9, now - days(2)), signedIn)), { status: 'open', skip: {} });
});

test('a reset may be put off although a second method may not, where the organisation says so', () => {
  const sspr = { enabled: true, requireAtSignIn: true, count: 2, mayPutOff: true } as const;
  const planned = plan({ ...enforced, sspr }, nobody, at);
  assert.ok(planned.type !== 'blocked');
  assert.deepEqual(
    planned.info.requirements.map(({ id, skip }) => [id, skip]),
    [
      ['sign-in', undefined],
      ['recovery-2', {}],
    ],
  );
});

test('a reset that is not asked for at sign-in is asked for where a second method is, and else not', () => {
  const sspr = { enabled: true, requireAtSignIn: false, count: 2 } as const;
  assert.deepEqual(asks(plan({ ...enforced, sspr }, nobody, at)), ['push', 'phone']);
  assert.deepEqual(asks(plan({ ...enforced, mfa: { enforcement: 'none' }, sspr }, nobody, at)), []);
});

test('whoever came by a pass from the help desk is not nudged', () => {
  const temporaryPass = { once: false, usedAt: now };
  assert.deepEqual(asks(plan(campaign, hasPhone, at)), ['push']);
  assert.equal(plan(campaign, hasPhone, { now, temporaryPass }).type, 'nothing');
});

test('what closes the run is asked for last and once, whether or not it counts for a reset as well', () => {
  const codes = { kind: 'recovery-codes', usage: ['recovery'] } as const;
  const policy: Policy = { ...enforced, methods: [push, codes], closing: [codes] };
  assert.deepEqual(asks(plan(policy, nobody, at)), ['push', 'recovery-codes']);
  const sspr = { enabled: true, requireAtSignIn: true, count: 2 } as const;
  assert.deepEqual(asks(plan({ ...policy, sspr }, nobody, at)), ['push', 'recovery-codes']);
  const have = { registered: [{ kind: 'push' }, { kind: 'recovery-codes' }] };
  assert.equal(plan(policy, have, at).type, 'nothing');
});

test('an app password is asked for only where a second method is switched on for the person [F140, C27]', () => {
  const closing = [{ kind: 'app-password', usage: [] }];
  assert.deepEqual(asks(plan({ ...enforced, closing }, nobody, at)), ['push']);
  const perUser: Policy = { ...enforced, mfa: { enforcement: 'per-user' }, closing };
  assert.deepEqual(asks(plan(perUser, nobody, at)), ['push', 'app-password']);
});

test('a pass that works once ends ten minutes after it was used', () => {
  const endsIn = (usedAt: number): unknown => {
    const planned = plan(enforced, nobody, { now, temporaryPass: { once: true, usedAt } });
    return planned.type === 'blocked' ? planned.fault : planned.info.sessionExpiresIn;
  };
  assert.equal(endsIn(now - 60_000), 540_000);
  assert.deepEqual(endsIn(now - 600_000), { code: 'session_expired' }, 'what it was for takes another one');
  assert.deepEqual(endsIn(now - days(1)), { code: 'session_expired' });
});

test('everything is asked for anew: what was registered before, or nobody knows when, counts for nothing', () => {
  const asked = (addedAt?: string): string =>
    plan(enforced, { registered: [{ kind: 'phone', ...(addedAt && { addedAt }) }], anewSince: now }, at).type;
  assert.equal(asked(new Date(now - 1).toISOString()), 'required');
  assert.equal(asked(), 'required');
  assert.equal(asked(new Date(now).toISOString()), 'nothing');
});

test('a phone that can only be called is asked for by call, and refused where the country is blocked', () => {
  const voice = { ...phone, channels: ['voice'] } as const;
  const policy: Policy = { mfa: { enforcement: 'conditional' }, methods: [voice] };
  const planned = plan(policy, nobody, at);
  assert.ok(planned.type !== 'blocked');
  assert.deepEqual(planned.info.requirements[0]?.anyOf, [voice]);
  const blocked = plan(policy, nobody, { now, unavailable: [{ kind: 'phone' }] });
  assert.deepEqual(firstOf(blocked), { code: 'method_unavailable' });
});

test('a method that the administrator took away is asked for once, and then nothing is [C10]', () => {
  const calls = { registered: [{ kind: 'phone', channels: ['voice'] }] };
  const policy: Policy = { mfa: { enforcement: 'conditional' }, methods: [phone] };
  assert.deepEqual(asks(plan(policy, calls, at)), ['phone']);
  assert.equal(plan(policy, { registered: [{ kind: 'phone', channels: ['voice', 'sms'] }] }, at).type, 'nothing');
});

test('the organisation may put a kind of its own first', () => {
  assert.deepEqual(asks(plan({ ...enforced, order: ['phone'] }, nobody, at)), ['phone']);
});

test('e-mail is told to be for recovery, whatever the policy says of it', () => {
  const wrong = { kind: 'email', usage: ['sign-in', 'recovery'] } as const;
  const policy: Policy = {
    mfa: { enforcement: 'none' },
    sspr: { enabled: true, requireAtSignIn: true, count: 1 },
    methods: [wrong],
  };
  const planned = plan(policy, nobody, at);
  assert.ok(planned.type !== 'blocked');
  assert.deepEqual(planned.info.requirements[0]?.anyOf, [email]);
});
