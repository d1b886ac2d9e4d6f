/** The policy page without its page: its address can be shared, its numbers are words, and its reasons are those of a plan. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSame, readSituation, writeSituation } from '../../demo/policy/address.js';
import { explained, policyOf } from '../../demo/policy/organization.js';
import { plain, type Situation } from '../../demo/policy/situation.js';
import { counted, policyWords } from '../../demo/policy/words/words.js';
import { leavesPage, requirementsOf, scenarioIds, scenarios, situationOf } from '../../demo/scenarios.js';
import { readSettings, writeSettings } from '../../demo/settings.js';

const written = (situation: Situation): string => {
  const query = new URLSearchParams();
  writeSituation(situation, query);
  return query.toString();
};

const everything: Situation = {
  enforcement: 'risk',
  signIn: ['passkey', 'phone'],
  reset: ['email', 'security-questions'],
  count: 'two',
  phoneBy: 'call',
  campaign: true,
  oldPrograms: true,
  has: ['hardware-otp'],
  fiveApps: true,
  isAdmin: true,
  askedDaysAgo: 14,
  snoozed: 3,
  isReviewDue: true,
  device: 'phone',
  pass: true,
  isNeededNow: true,
  denied: 'place',
  unusable: ['passkey'],
};

test('an address brings back the situation that it was made from', () => {
  assert.deepEqual(readSituation(written(everything)), everything);
  assert.deepEqual(readSituation(written(plain)), plain);
  for (const id of scenarioIds) {
    const scenario = scenarios[id];
    if (!('situation' in scenario)) continue;
    const back = readSituation(written(situationOf(scenario)));
    assert.ok(back && isSame(back, situationOf(scenario)), id);
  }
});

test('what is plain is not written, and an address that says nothing of a policy holds none', () => {
  assert.equal(written(plain), 'enforcement=none');
  assert.equal(
    written({ ...plain, enforcement: 'risk', signIn: ['push'], askedDaysAgo: 6 }).replaceAll('%2E', '.'),
    'enforcement=risk&sign-in=push&asked=6',
  );
  assert.equal(readSituation('?lang=ja&scenario=P5'), undefined);
});

test('what an address cannot mean becomes plain', () => {
  const query = '?enforcement=__proto__&sign-in=push.nonsense.push&count=9&asked=-1&snoozed=99&device=toaster&denied=';
  assert.deepEqual(readSituation(query), { ...plain, signIn: ['push'], snoozed: 3 });
});

test('a policy of one’s own goes along in the address of the demonstration', () => {
  const settings = readSettings(`?${written(everything)}&lang=ja`, ['P1']);
  assert.deepEqual(settings.own, everything);
  assert.deepEqual(readSettings(writeSettings(settings, ['P1']), ['P1']), settings);
});

test('e-mail that is allowed for sign-in is allowed, and the planner says that it never counts', () => {
  const { methods } = explained({ ...plain, enforcement: 'conditional', signIn: ['email', 'push'] }, Date.now());
  assert.deepEqual(
    methods.map(({ kind, why }) => [kind, why]),
    [
      ['push', 'asked'],
      ['email', 'never-counts'],
    ],
  );
});

test('a method may be for sign-in, for the reset, or for both', () => {
  const { methods } = policyOf({ ...plain, signIn: ['push', 'phone'], reset: ['phone', 'email'], count: 'one' });
  assert.deepEqual(
    methods.map(({ kind, usage }) => [kind, ...usage]),
    [
      ['push', 'sign-in'],
      ['phone', 'sign-in', 'recovery'],
      ['email', 'recovery'],
    ],
  );
});

test('the page explains what the scenario of the same policy asks', () => {
  for (const id of scenarioIds) {
    const scenario = scenarios[id];
    if (!('situation' in scenario)) continue;
    const { plan, requirements } = explained(situationOf(scenario), 0);
    if (plan.type === 'blocked') continue;
    const kinds = requirementsOf(scenario, 0).map(({ anyOf }) => anyOf.map(({ kind }) => kind as string));
    assert.deepEqual(
      requirements.map(({ anyOf }) => anyOf),
      kinds,
      id,
    );
  }
});

test('numbers are said as the language says them', () => {
  const days = policyWords.en.person.days;
  assert.deepEqual(
    [0, 1, 2].map((count) => counted(days, count, 'en')),
    ['now', 'a day ago', '2 days ago'],
  );
  assert.equal(counted(policyWords.ja.person.days, 1, 'ja'), '1 日前');
});

test('the two languages have holes of the same names', () => {
  const holes = (value: unknown, at = ''): readonly string[] =>
    typeof value === 'string'
      ? [...value.matchAll(/\{\w+\}/g)].map(([hole]) => `${at} ${hole}`).sort()
      : Object.entries(value as object).flatMap(([key, inner]) => holes(inner, `${at}.${key}`));
  // “One” holds a number where the language has no word for it.
  const withoutOne = (found: readonly string[]): readonly string[] => found.filter((hole) => !hole.includes('.one '));
  assert.deepEqual(withoutOne(holes(policyWords.ja)), withoutOne(holes(policyWords.en)));
});

test('another company’s page can be allowed, asked for and come back from', () => {
  const situation: Situation = { ...plain, enforcement: 'conditional', signIn: ['external'] };
  assert.deepEqual(requirementsOf({ situation }, Date.now()), [
    {
      id: 'sign-in',
      anyOf: [{ kind: 'external', displayName: 'Lighthouse ID', usage: ['sign-in'] }],
      status: 'open',
    },
  ]);
  assert.equal(leavesPage({ situation }), true);
  assert.equal(leavesPage({ situation: { ...situation, signIn: ['push'] } }), false);
});
