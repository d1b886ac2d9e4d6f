/** The scenarios of the specification by name, P1 to P21: a policy, a person, and what is asked of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Usage } from '../../src/contract/enrollment.js';
import type { Requirement } from '../../src/contract/security-info.js';
import {
  type OrganizationPolicy,
  type Person,
  plan,
  type Plan,
  type PlanContext,
  type PlannableOffer,
  type ResetPolicy,
} from '../../src/policy/index.js';

const days = (count: number): number => count * 86_400_000;
const now = Date.UTC(2026, 0, 15, 9);

const both: readonly Usage[] = ['sign-in', 'recovery'];
const push = { kind: 'push', usage: both };
const totp = { kind: 'totp', usage: both };
const phone = { kind: 'phone', usage: both };
const passkey: PlannableOffer = { kind: 'passkey', usage: ['sign-in'] };
const email: PlannableOffer = { kind: 'email', usage: ['recovery'] };
const questions: PlannableOffer = { kind: 'security-questions', usage: ['recovery'] };
const appPassword: PlannableOffer = { kind: 'app-password', usage: [] };

type Policy = OrganizationPolicy<PlannableOffer>;

const reset = (count: 1 | 2, more: Partial<ResetPolicy<PlannableOffer>> = {}): ResetPolicy<PlannableOffer> => ({
  enabled: true,
  requireAtSignIn: true,
  count,
  ...more,
});

const policies = {
  seed: { mfa: { enforcement: 'conditional' }, sspr: reset(2), methods: [phone, push] },
  rich: { mfa: { enforcement: 'conditional' }, sspr: reset(2), methods: [questions, email, phone, totp, push] },
  questionsAndEmail: {
    mfa: { enforcement: 'none' },
    sspr: reset(2, { administrators: { count: 2, methods: [email, push, phone] } }),
    methods: [questions, email],
  },
  risk: { mfa: { enforcement: 'risk' }, methods: [push] },
  campaign: { mfa: { enforcement: 'none' }, campaign: {}, methods: [push, phone] },
} as const satisfies Record<string, Policy>;

/** What is asked: the methods in order, and behind each of them what else would do. */
interface Expected {
  readonly slots: readonly string[];
  /** Per slot: the same family, behind "different app". Default: none. */
  readonly differentApp?: readonly (readonly string[])[];
  /** Per slot: everything else, behind "different method". Default: none. */
  readonly others?: readonly (readonly string[])[];
  /** Of every slot; `no`: may not be put off. */
  readonly skip: Requirement['skip'] | 'no';
}

interface Scenario {
  readonly name: string;
  readonly policy: Policy;
  readonly person?: Partial<Person>;
  readonly context?: Partial<PlanContext>;
  readonly expected: Expected | Exclude<Plan['type'], 'required'>;
}

const asked = (kinds: readonly string[], skip: Expected['skip'], more: Partial<Expected> = {}): Expected => ({
  slots: kinds,
  skip,
  ...more,
});

const has = (...kinds: readonly string[]): Partial<Person> => ({ registered: kinds.map((kind) => ({ kind })) });

const scenarios: readonly Scenario[] = [
  {
    name: 'P1: the app and the phone are both required: nothing stands in for either [F156]',
    policy: policies.seed,
    expected: asked(['push', 'phone'], 'no'),
  },
  {
    name: 'P2: a second method, and only the app is allowed',
    policy: { mfa: { enforcement: 'conditional' }, methods: [push] },
    expected: asked(['push'], 'no'),
  },
  {
    name: 'P2: with other authenticator apps allowed there is a different app',
    policy: { mfa: { enforcement: 'conditional' }, methods: [totp, push] },
    expected: asked(['push'], 'no', { differentApp: [['totp']] }),
  },
  {
    name: 'P3: a reset by two of app, e-mail and phone: the e-mail may replace either [F158, F160]',
    policy: { mfa: { enforcement: 'none' }, sspr: reset(2), methods: [email, phone, push] },
    expected: asked(['push', 'phone'], {}, { others: [['email'], ['email']] }),
  },
  {
    name: 'P4: a reset by phone or e-mail: the phone, or the e-mail instead',
    policy: { mfa: { enforcement: 'none' }, sspr: reset(1), methods: [email, phone] },
    expected: asked(['phone'], {}, { others: [['email']] }),
  },
  {
    name: 'P4: a reset by one app, and nothing else will do [C19]',
    policy: { mfa: { enforcement: 'none' }, sspr: reset(1), methods: [push] },
    expected: asked(['push'], {}),
  },
  {
    name: 'P5: a second method and a reset by two: the first is one for sign-in, the second any [F155, F157]',
    policy: policies.rich,
    expected: asked(['push', 'phone'], 'no', {
      differentApp: [['totp'], []],
      others: [['phone'], ['email', 'security-questions', 'totp']],
    }),
  },
  {
    name: 'P6: the phone that is there serves sign-in and half of the reset: only the app is asked [F159, C18]',
    policy: policies.rich,
    person: has('phone'),
    expected: asked(['push'], 'no', { differentApp: [['totp']], others: [['email', 'security-questions']] }),
  },
  {
    name: 'P6: while the risk policy gives time, what is left has time too',
    policy: { ...policies.rich, mfa: { enforcement: 'risk' } },
    person: { ...has('phone'), firstAskedAt: now - days(1) },
    expected: asked(
      ['push'],
      { daysLeft: 13, requiredFrom: '2026-01-28T09:00:00.000Z' },
      { differentApp: [['totp']], others: [['email', 'security-questions']] },
    ),
  },
  {
    name: 'P7: what serves sign-in does not serve the reset: one of each',
    policy: {
      mfa: { enforcement: 'conditional' },
      sspr: reset(1),
      methods: [email, { kind: 'push', usage: ['sign-in'] }],
    },
    expected: asked(['push', 'email'], 'no'),
  },
  {
    name: 'P8: on the sixth day of the grace eight are left [F161]',
    policy: policies.risk,
    person: { firstAskedAt: now - days(6) },
    expected: asked(['push'], { daysLeft: 8, requiredFrom: '2026-01-23T09:00:00.000Z' }),
  },
  {
    name: 'P9: on the fourteenth day none is left [F9]',
    policy: policies.risk,
    person: { firstAskedAt: now - days(14) },
    expected: asked(['push'], 'no'),
  },
  {
    name: 'P10: a reset by e-mail and security questions',
    policy: policies.questionsAndEmail,
    expected: asked(['email', 'security-questions'], {}),
  },
  {
    name: 'P11: an administrator goes by their own rules, and never sees security questions [F163, F121]',
    policy: policies.questionsAndEmail,
    person: { isAdmin: true },
    expected: asked(['push', 'phone'], {}, { others: [['email'], ['email']] }),
  },
  {
    name: 'P12: the baseline takes authenticator apps and nothing else',
    policy: { mfa: { enforcement: 'baseline' }, methods: [phone, totp, push, passkey] },
    expected: asked(['push'], 'no', { differentApp: [['totp']] }),
  },
  {
    name: 'P13: the campaign may be put off twice more [F12]',
    policy: policies.campaign,
    person: { ...has('phone'), skips: { campaign: { times: 1, lastAt: now - days(2) } } },
    expected: asked(['push'], { timesLeft: 2, timesTotal: 3 }),
  },
  {
    name: 'P14: no campaign in a browser on a phone',
    policy: policies.campaign,
    person: has('phone'),
    context: { device: 'phone' },
    expected: 'nothing',
  },
  {
    name: 'P15: calls are all that is allowed: the phone, by call',
    policy: { mfa: { enforcement: 'conditional' }, methods: [{ ...phone, channels: ['voice'] } as PlannableOffer] },
    expected: asked(['phone'], 'no'),
  },
  {
    name: 'P15: the country is blocked, and nothing else would do',
    policy: { mfa: { enforcement: 'conditional' }, methods: [phone] },
    context: { unavailable: [{ kind: 'phone' }] },
    expected: 'blocked',
  },
  {
    name: 'P15: the country is blocked, and there is an alternative',
    policy: { mfa: { enforcement: 'conditional' }, methods: [phone, totp] },
    context: { unavailable: [{ kind: 'phone' }] },
    expected: asked(['totp'], 'no'),
  },
  {
    name: 'P16: a key is all that counts: it is offered, not a dead end [C12, F138]',
    policy: { mfa: { enforcement: 'conditional' }, methods: [passkey] },
    expected: asked(['passkey'], 'no'),
  },
  {
    name: 'P17: after a pass that works once: what frees from it, within ten minutes',
    policy: { mfa: { enforcement: 'none' }, methods: [phone, totp, push, passkey] },
    context: { temporaryPass: { once: true, usedAt: now - 60_000 } },
    expected: asked(['passkey'], 'no', { others: [['push']] }),
  },
  {
    name: 'P18: with five apps there is no room for another: the next method [F167]',
    policy: { ...policies.rich, caps: [{ kinds: ['push', 'totp', 'hardware-otp'], atMost: 5 }] },
    person: has('totp', 'totp', 'totp', 'totp', 'totp'),
    expected: asked(['phone'], 'no', { others: [['email', 'security-questions']] }),
  },
  {
    name: 'P19: a second method for this person, and old programs: an app password comes last [F140]',
    policy: { ...policies.seed, mfa: { enforcement: 'per-user' }, closing: [appPassword] },
    expected: asked(['push', 'phone', 'app-password'], 'no'),
  },
  {
    name: 'P20: everything is there, and is to be looked at again [F154]',
    policy: { ...policies.rich, sspr: reset(2, { reconfirmDays: 180 }) },
    person: { ...has('push', 'phone', 'email'), confirmedAt: now - days(180) },
    expected: 'review',
  },
  {
    name: 'P21: what was registered is not allowed any more: it is asked for once, not in a circle',
    policy: { mfa: { enforcement: 'conditional' }, methods: [push] },
    person: { registered: [{ kind: 'phone', channels: ['voice'] }] },
    expected: asked(['push'], 'no'),
  },
  {
    name: 'P21: calls were taken away from the phone: it proves itself by text',
    policy: { mfa: { enforcement: 'conditional' }, methods: [{ ...phone, channels: ['sms'] } as PlannableOffer] },
    person: { registered: [{ kind: 'phone', channels: ['voice'] }] },
    expected: asked(['phone'], 'no'),
  },
];

const apps = ['push', 'totp'];

for (const { name, policy, person, context, expected } of scenarios) {
  test(name, () => {
    const answer = plan(policy, { registered: [], ...person }, { now, ...context });
    if (typeof expected === 'string') {
      assert.equal(answer.type, expected);
      return;
    }
    assert.equal(answer.type, 'required');
    const { requirements } = answer.info;
    const sets = requirements.map(({ anyOf: [first, ...rest] }) => {
      const isDifferentApp = ({ kind }: PlannableOffer): boolean => apps.includes(first.kind) && apps.includes(kind);
      const kinds = (offers: readonly PlannableOffer[]): readonly string[] => offers.map(({ kind }) => kind);
      return {
        slot: first.kind,
        differentApp: kinds(rest.filter(isDifferentApp)),
        others: kinds(rest.filter((offer) => !isDifferentApp(offer))),
      };
    });
    const wanted = expected.slots.map((slot, at) => ({
      slot,
      differentApp: expected.differentApp?.[at] ?? [],
      others: expected.others?.[at] ?? [],
    }));
    assert.deepEqual(sets, wanted);
    for (const { skip, status } of requirements) {
      assert.deepEqual(skip ?? 'no', expected.skip);
      assert.equal(status, 'open');
    }
  });
}
