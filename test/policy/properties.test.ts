/** What holds for every policy, every person and all circumstances, the senseless ones too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Usage } from '../../src/contract/enrollment.js';
import {
  explain,
  type OrganizationPolicy,
  type Person,
  plan,
  type Plan,
  type PlanContext,
  type PlannableOffer,
  type PlannedRequirement,
} from '../../src/policy/index.js';

const now = Date.UTC(2026, 0, 15, 9);
const day = 86_400_000;

const offers: readonly Pick<PlannableOffer, 'kind' | 'offerId'>[] = [
  ...['push', 'totp', 'passkey', 'hardware-otp', 'phone', 'email', 'security-questions', 'recovery-codes', 'badge'].map(
    (kind) => ({ kind }),
  ),
  { kind: 'phone', offerId: 'office' },
  { kind: 'phone', offerId: 'alternate' },
  { kind: 'badge', offerId: 'blue' },
];
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const named = fc.constantFrom(...offers);
const kinds = fc.subarray([...new Set(offers.map(({ kind }) => kind))]);
const usage = fc.subarray<Usage>(['sign-in', 'recovery']);
const offer = fc.record({ named, usage }).map((one): PlannableOffer => ({ ...one.named, usage: one.usage }));
const offerList = fc.array(offer, { maxLength: 8 });
const twoOrOne = fc.constantFrom<1 | 2>(1, 2);

/** Leaves out what is `undefined`, as a host that does not set it would. */
const bare = <T extends object>(value: object): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

const policies = fc
  .record({
    methods: offerList,
    mfa: fc
      .record({
        enforcement: fc.constantFrom('none', 'per-user', 'conditional', 'risk', 'baseline'),
        graceDays: maybe(fc.nat(30)),
      })
      .map(bare),
    sspr: maybe(
      fc
        .record({
          enabled: fc.boolean(),
          requireAtSignIn: fc.boolean(),
          count: twoOrOne,
          reconfirmDays: maybe(fc.nat(730)),
          mayPutOff: maybe(fc.constant(true)),
          administrators: maybe(fc.record({ count: maybe(twoOrOne), methods: offerList }).map(bare)),
        })
        .map(bare),
    ),
    campaign: maybe(
      fc
        .record({
          kinds: maybe(kinds),
          snoozes: maybe(fc.oneof(fc.nat(4), fc.constant('unlimited'))),
          snoozeDays: maybe(fc.nat(14)),
        })
        .map(bare),
    ),
    caps: maybe(fc.array(fc.record({ kinds, atMost: fc.nat(3) }), { maxLength: 3 })),
    closing: maybe(fc.array(fc.oneof(offer, fc.constant({ kind: 'app-password', usage: [] })), { maxLength: 2 })),
    order: maybe(kinds),
  })
  .map((value) => bare<OrganizationPolicy<PlannableOffer>>(value));

const skips = fc.dictionary(
  fc.constantFrom('sign-in', 'recovery-1', 'recovery-2', 'campaign'),
  fc
    .record({ times: fc.nat(4), lastAt: maybe(fc.integer({ min: now - 20 * day, max: now })) })
    .map((value) => bare<{ times: number }>(value)),
);

const people = fc
  .record({
    registered: fc.array(named, { maxLength: 4 }),
    isAdmin: maybe(fc.boolean()),
    hasBusinessPhone: maybe(fc.boolean()),
    firstAskedAt: maybe(fc.integer({ min: now - 40 * day, max: now + day })),
    confirmedAt: maybe(fc.integer({ min: now - 800 * day, max: now })),
    skips: maybe(skips),
  })
  .map((value) => bare<Person>(value));

const contexts = fc
  .record({
    now: fc.constant(now),
    device: maybe(fc.constantFrom('desktop', 'phone')),
    signedInAt: maybe(fc.integer({ min: now - day, max: now })),
    needsMfaNow: maybe(fc.boolean()),
    temporaryPass: maybe(fc.record({ once: fc.boolean(), usedAt: fc.integer({ min: now - day, max: now }) })),
    unavailable: maybe(fc.array(named, { maxLength: 2 })),
    denied: maybe(fc.constantFrom('place', 'device', 'other')),
  })
  .map((value) => bare<PlanContext>(value));

type Requirements = readonly PlannedRequirement<PlannableOffer>[];

const keyOf = ({ kind, offerId }: Pick<PlannableOffer, 'kind' | 'offerId'>): string => `${kind}/${offerId ?? ''}`;
const required = (answer: Plan<PlannableOffer>): Requirements =>
  answer.type === 'blocked' ? [] : answer.info.requirements;
const withMethod = (person: Person, { kind, offerId }: PlannableOffer): Person => ({
  ...person,
  registered: [...person.registered, { kind, ...(offerId !== undefined && { offerId }) }],
});

/** Holds for every generated plan; the policy stands in the report when it does not. */
function always(
  name: string,
  claim: (
    requirements: Requirements,
    policy: OrganizationPolicy<PlannableOffer>,
    person: Person,
    at: PlanContext,
  ) => void,
): void {
  test(name, () => {
    fc.assert(
      fc.property(policies, people, contexts, (policy, person, context) => {
        claim(required(plan(policy, person, context)), policy, person, context);
      }),
      { numRuns: 1000 },
    );
  });
}

test('every policy has a plan: nothing throws, nothing hangs, and what is required is never empty', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(policies, people, contexts, (policy, person, context) => {
      const answer = plan(policy, person, context);
      seen.add(answer.type);
      assert.equal(answer.type === 'required', required(answer).length > 0);
      assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
    }),
    { numRuns: 1000 },
  );
  assert.deepEqual([...seen].sort(), ['blocked', 'nothing', 'required', 'review']);
});

always('no method is asked for twice, and none that is there', (requirements, _policy, person) => {
  const first = requirements.map(({ anyOf }) => keyOf(anyOf[0]));
  assert.equal(new Set(first).size, first.length);
  const ids = requirements.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const there = new Set(person.registered.map(keyOf));
  for (const { anyOf } of requirements) {
    assert.equal(new Set(anyOf.map(keyOf)).size, anyOf.length);
    for (const one of anyOf) assert.ok(!there.has(keyOf(one)), `${keyOf(one)} is registered`);
  }
});

always('neither e-mail nor questions nor recovery codes ever stand for a sign-in', (requirements) => {
  for (const { id, anyOf } of requirements) {
    for (const { kind, usage: takenFor } of anyOf) {
      if (!['email', 'security-questions', 'recovery-codes'].includes(kind)) continue;
      assert.notEqual(id, 'sign-in');
      if (!id.startsWith('closing')) assert.deepEqual(takenFor, ['recovery']);
    }
  }
});

always('every alternative leaves the rest satisfiable: whoever takes it has one step less', (requirements, ...rest) => {
  const [policy, person, context] = rest;
  for (const { id, anyOf } of requirements) {
    for (const taken of anyOf) {
      const after = plan(policy, withMethod(person, taken), context);
      assert.notEqual(after.type, 'blocked', keyOf(taken));
      if (/^(campaign|closing)/.test(id)) continue;
      // Whoever takes less than the campaign is for may be nudged for that, and what closes the run may find room.
      const isNeeded = ({ id: name }: { readonly id: string }): boolean => !/^(campaign|closing)/.test(name);
      const left = required(after).filter(isNeeded);
      const ids = new Set(requirements.map((one) => one.id));
      assert.ok(left.length < requirements.length, `${keyOf(taken)} in ${id}`);
      for (const one of left) assert.ok(ids.has(one.id), `${keyOf(taken)} opens ${one.id}`);
    }
  }
});

always('a plan is stable: with its first method registered, the next plan is the rest', (requirements, ...rest) => {
  const [policy, person, context] = rest;
  const [first, ...others] = requirements;
  if (first === undefined) return;
  const summary = (list: Requirements): unknown =>
    list.map(({ id, anyOf, status, skip }) => [id, keyOf(anyOf[0]), status, skip]);
  assert.deepEqual(summary(required(plan(policy, withMethod(person, first.anyOf[0]), context))), summary(others));
});

always(
  'following the first method each time ends with nothing left to ask',
  (requirements, policy, person, context) => {
    let someone = person;
    let left = requirements;
    for (let steps = requirements.length; steps > 0; steps -= 1) {
      someone = withMethod(someone, left[0]?.anyOf[0] ?? assert.fail('nothing to follow'));
      left = required(plan(policy, someone, context));
    }
    assert.deepEqual(left, []);
  },
);

always('whatever is taken each time, the run ends, and in no more steps than were told', (requirements, ...rest) => {
  const [policy, person, context] = rest;
  const needed = (list: Requirements): Requirements => list.filter(({ id }) => /^(sign-in|recovery)/.test(id));
  let someone = person;
  let left = needed(requirements);
  for (let steps = left.length; steps > 0 && left.length > 0; steps -= 1) {
    // The last of the alternatives, which is furthest from the plan.
    someone = withMethod(someone, left[0]?.anyOf.at(-1) ?? assert.fail('nothing to take'));
    left = needed(required(plan(policy, someone, context)));
  }
  assert.deepEqual(left, []);
});

always('caps hold over all that is planned', (requirements, { caps = [] }, { registered }) => {
  for (const { kinds: capped, atMost } of caps) {
    const planned = requirements.filter(({ anyOf }) => capped.includes(anyOf[0].kind)).length;
    const there = registered.filter(({ kind }) => capped.includes(kind)).length;
    assert.ok(planned === 0 || there + planned <= atMost);
  }
});

always('the reasons fit the plan that they explain', (requirements, policy, person, context) => {
  const told = explain(policy, person, context);
  assert.deepEqual(told.plan, plan(policy, person, context));
  assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
  const inSight = told.requirements.filter(({ id }) => requirements.some((one) => one.id === id));
  const planned = requirements.map(({ id, skip, anyOf }) => ({ id, skip, anyOf: anyOf.map(({ kind }) => kind) }));
  assert.deepEqual(
    inSight.map(({ id, skip, anyOf }) => ({ id, skip, anyOf })),
    planned,
  );
  for (const { anyOf } of requirements) {
    const reasons = anyOf.map(
      (one) => told.methods.find((method) => keyOf(method) === keyOf(one) && method.why !== 'not-allowed')?.why,
    );
    assert.equal(reasons[0], 'asked');
    for (const why of reasons.slice(1)) assert.match(String(why), /^(asked|alternative)$/);
  }
});
