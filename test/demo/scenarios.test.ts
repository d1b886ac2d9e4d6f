/** The table of scenarios: every row is one that a backend can answer, and every row has its words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { servable, scenarioIds, scenarios, type Scenario } from '../../demo/scenarios.js';
import { makeBackend } from '../../demo/backend.js';
import { fill, words } from '../../demo/words/words.js';
import { faultOf } from '../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import type { Requirement, SecurityInfo } from '../../src/contract/security-info.js';

async function loaded(scenario: Scenario): Promise<SecurityInfo | EnrollmentFault> {
  const quick = { ...scenario, waits: [0] };
  const { adapter } = makeBackend(quick, { organization: 'Nagisa', isOffline: () => false, diary: undefined });
  try {
    return await adapter.load({ locale: 'en', signal: AbortSignal.timeout(10_000) });
  } catch (refused) {
    const fault = faultOf(refused);
    assert.ok(fault, String(refused));
    return fault;
  }
}

for (const id of scenarioIds) {
  const scenario: Scenario = scenarios[id];

  test(`${id}: its requirements have ids of their own, and come from the backend`, async () => {
    const info = await loaded(scenario);
    if ('code' in info) return;
    const ids = info.requirements.map((requirement) => requirement.id);
    assert.equal(new Set(ids).size, ids.length);
    if (!('situation' in scenario)) assert.deepEqual(info.requirements, scenario.requirements);
  });

  test(`${id}: both languages say what it is`, () => {
    for (const { scenarios: described } of Object.values(words)) {
      assert.ok(described[id].name.length > 2);
      assert.ok(described[id].note.length > 5);
      assert.equal(Object.values(described).filter(({ name }) => name === described[id].name).length, 1);
    }
  });
}

// ── the table of the specification (flow, 3.6), read off what the wizard is told ────────────────────────────────

interface Asked {
  /** Per requirement: what opens, then in brackets what else would do. */
  readonly slots: readonly string[];
  /** Of every requirement. */
  readonly skip: Requirement['skip'] | 'no';
}

const forEver = {};
const freshPass = 600_000;

const planned: Readonly<Record<string, Asked | EnrollmentFault['code'] | 'nothing' | 'review'>> = {
  P1: { slots: ['push', 'phone'], skip: 'no' },
  P2: { slots: ['push (totp)'], skip: 'no' },
  P3: { slots: ['push (email)', 'phone (email)'], skip: forEver },
  P4: { slots: ['phone (email)'], skip: forEver },
  P5: { slots: ['push (totp phone)', 'phone (email security-questions totp)'], skip: 'no' },
  P6: { slots: ['push (totp email security-questions)'], skip: 'no' },
  P7: { slots: ['push', 'email'], skip: 'no' },
  P8: { slots: ['push'], skip: { daysLeft: 8 } },
  P9: { slots: ['push'], skip: 'no' },
  P10: { slots: ['email', 'security-questions'], skip: forEver },
  P11: { slots: ['push (email)', 'phone (email)'], skip: forEver },
  P12: { slots: ['push (totp)'], skip: 'no' },
  P13: { slots: ['push'], skip: { timesLeft: 2, timesTotal: 3 } },
  P14: 'nothing',
  P15: { slots: ['phone'], skip: 'no' },
  'P15-blocked': 'method_unavailable',
  P16: { slots: ['passkey'], skip: 'no' },
  P17: { slots: ['passkey (push)'], skip: 'no' },
  P18: { slots: ['phone (email security-questions)'], skip: 'no' },
  P19: { slots: ['push', 'phone', 'app-password'], skip: 'no' },
  P20: 'review',
  P21: { slots: ['push'], skip: 'no' },
};

test('every organisation of the specification is there', () => {
  const numbers = Array.from({ length: 21 }, (_, at) => `P${String(at + 1)}`);
  for (const id of numbers) assert.ok(Object.hasOwn(scenarios, id), id);
  const all = scenarioIds.filter((id) => 'situation' in scenarios[id]);
  assert.deepEqual(all, Object.keys(planned));
});

for (const [id, expected] of Object.entries(planned))
  test(`${id}: asks for what the specification says`, async () => {
    const info = await loaded(scenarios[id as keyof typeof scenarios]);
    if ('code' in info) return assert.equal(info.code, expected);
    if (expected === 'review') assert.deepEqual(info.review, { reason: 'due' });
    const { requirements } = info;
    if (typeof expected === 'string') return assert.deepEqual(requirements, []);
    const slots = requirements.map(({ anyOf: [first, ...rest] }) =>
      rest.length > 0 ? `${first.kind} (${rest.map(({ kind }) => kind).join(' ')})` : first.kind,
    );
    assert.deepEqual(slots, expected.slots);
    for (const { skip, status } of requirements) {
      assert.equal(status, 'open');
      const { requiredFrom, ...left } = skip ?? {};
      assert.deepEqual(skip ? left : 'no', expected.skip);
      if (left.daysLeft === undefined) continue;
      const hours = (Date.parse(requiredFrom ?? '') - Date.now()) / 3_600_000;
      assert.equal(Math.ceil(hours / 24), left.daysLeft, 'the day it names is the day it counts to');
    }
  });

test('P15: the phone can only be called, and its number is refused with a reason', async () => {
  const { adapter } = makeBackend(scenarios.P15, { organization: 'Nagisa', isOffline: () => false, diary: undefined });
  const call = { locale: 'en', signal: AbortSignal.timeout(10_000) };
  const { requirements } = await adapter.load(call);
  const [offer] = requirements[0]?.anyOf ?? [];
  assert.ok(offer?.kind === 'phone');
  assert.deepEqual(offer.channels, ['voice']);
  const begun = adapter.begin(
    { kind: 'phone', number: '+819012345678', channel: 'voice' },
    { ...call, idempotencyKey: 'once' },
  );
  await assert.rejects(begun, (refused) => faultOf(refused)?.code === 'invalid_input');
});

test('P17: ten minutes are left to be free of the pass', async () => {
  const info = await loaded(scenarios.P17);
  assert.ok('sessionExpiresIn' in info && info.sessionExpiresIn !== undefined);
  assert.ok(info.sessionExpiresIn <= freshPass && info.sessionExpiresIn > freshPass - 10_000);
});

// ── which of them a server plays ─────────────────────────────────────────────────────────────────────────────────

test('a server plays what it can be told once: nothing that is there already, nothing that changes with a choice', () => {
  for (const id of ['P1', 'P2', 'P4', 'P8', 'P19', 'totp-phone', 'skip-times'] as const)
    assert.ok(servable.includes(id), id);
  for (const id of [
    'P3',
    'P5',
    'P6',
    'P13',
    'P14',
    'P15',
    'P15-blocked',
    'P17',
    'P20',
    'P21',
    'slow',
    'blocked',
  ] as const)
    assert.ok(!servable.includes(id), id);
});

test('the first scenario is the one that shows most', () => {
  assert.equal(scenarioIds[0], 'P1');
});

test('the two languages have holes of the same names', () => {
  assert.deepEqual(holes(words.ja), holes(words.en));
});

test('a hole without a value stays to be seen', () => {
  assert.equal(fill('{days} of {total}', { days: 8 }), '8 of {total}');
});

/** The names of the holes of every text, by the way to it. */
function holes(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'string') return [...value.matchAll(/\{\w+\}/g)].map(([hole]) => `${at} ${hole}`).sort();
  return Object.entries(value as object).flatMap(([key, inner]) => holes(inner, `${at}.${key}`));
}
