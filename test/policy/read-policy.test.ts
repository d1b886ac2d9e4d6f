/** A policy out of a file: either it is one, or whoever wrote it is told every place where it is not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { plan, readPolicy, type OrganizationPolicy, type PolicyProblem } from '../../src/policy/index.js';
import { everyEntry } from '../../demo/gallery/methods/every-entry.js';

/** Every field that there is. */
const whole: OrganizationPolicy = {
  mfa: { enforcement: 'risk', graceDays: 7 },
  sspr: {
    enabled: true,
    requireAtSignIn: true,
    count: 2,
    reconfirmDays: 180,
    mayPutOff: true,
    administrators: { count: 2, methods: [{ kind: 'totp', usage: ['recovery'] }] },
  },
  campaign: { kinds: ['push', 'passkey'], snoozes: 'unlimited', snoozeDays: 7 },
  caps: [{ kinds: ['push', 'totp'], atMost: 5 }],
  closing: [{ kind: 'app-password', usage: [] }],
  order: ['passkey', 'push'],
  methods: [
    {
      kind: 'push',
      usage: ['sign-in'],
      displayName: 'App',
      icon: '/a.svg',
      stores: [{ platform: 'ios', url: 'https://a.example' }],
    },
    { kind: 'totp', usage: ['sign-in', 'recovery'], issuer: 'Contoso' },
    {
      kind: 'phone',
      offerId: 'office',
      usage: ['sign-in'],
      channels: ['voice'],
      countries: ['JP'],
      defaultCountry: 'JP',
      extension: true,
    },
    {
      kind: 'phone',
      offerId: 'alternate',
      usage: ['sign-in'],
      channels: ['sms', 'voice'],
      alternate: true,
      needs: 'phone',
    },
    {
      kind: 'passkey',
      usage: ['sign-in'],
      attachment: 'platform',
      verification: 'preferred',
      models: ['ee882879-721c-4913-9775-3dfcce97072a'],
    },
    { kind: 'hardware-otp', usage: ['sign-in'] },
    { kind: 'external', usage: ['sign-in'] },
    { kind: 'email', usage: ['recovery'], refusedDomains: ['contoso.example'] },
    { kind: 'recovery-codes', usage: ['recovery'] },
    { kind: 'security-questions', usage: ['recovery'], count: 3, ownAllowed: true, minLength: 2 },
  ],
};

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function problemsOf(value: unknown, kinds: readonly string[] = []): readonly PolicyProblem[] {
  const read = readPolicy(value, { kinds });
  return 'problems' in read ? read.problems : [];
}
const problemOf = (change: object): string => {
  const problems = problemsOf({ ...whole, ...change });
  assert.equal(problems.length, 1, JSON.stringify(problems));
  return `${problems[0]?.path}: ${problems[0]?.expected}`;
};

test('a policy with every field is read as it is, and as one of its own', () => {
  const written = json(whole);
  const read = readPolicy(written);
  assert.deepEqual(read, { policy: whole });
  assert.ok('policy' in read && read.policy !== written);
});

test('a field that is null is left out', () => {
  assert.deepEqual(readPolicy({ mfa: { enforcement: 'none', graceDays: null }, sspr: null, methods: [] }), {
    policy: { mfa: { enforcement: 'none' }, methods: [] },
  });
});

test('every method of ours may be offered', () => {
  for (const { card } of everyEntry.filter(({ card }) => card.kind !== 'badge')) {
    const offer = { kind: card.kind, usage: [], ...(card.kind === 'phone' && { channels: ['sms'] }) };
    assert.deepEqual(problemsOf({ mfa: { enforcement: 'none' }, methods: [offer] }), [], card.kind);
  }
});

describe('what is told', () => {
  test('every place at once, in the order of the fields', () => {
    const problems = problemsOf({ methods: [{ kind: 'totp' }], mfa: { enforcement: 'always', graceDays: -1 } });
    assert.deepEqual(problems, [
      { path: 'methods[0].usage', expected: 'a list' },
      { path: 'mfa.enforcement', expected: "'none', 'per-user', 'conditional', 'risk' or 'baseline'" },
      { path: 'mfa.graceDays', expected: 'a number from 0 on' },
    ]);
  });

  test('what is no policy at all', () => {
    for (const value of [undefined, null, 'policy', 7, [], () => 1]) {
      assert.deepEqual(problemsOf(value), [{ path: '', expected: 'an object' }]);
    }
    const round: Record<string, unknown> = { ...whole };
    round['sspr'] = round;
    assert.deepEqual(problemsOf(round), [{ path: '', expected: 'JSON' }]);
  });

  test('a kind that is misspelt, wherever it is named', () => {
    const known = /^one of app-password, .*, or a kind of your own that `kinds` names$/;
    const { methods } = whole;
    for (const [path, change] of [
      ['methods[0].kind', { methods: [{ kind: 'topt', usage: [] }, ...methods] }],
      ['methods[0].needs', { methods: [{ kind: 'totp', usage: [], needs: 'topt' }, ...methods] }],
      ['order[0]', { order: ['topt'] }],
      ['campaign.kinds[0]', { campaign: { kinds: ['topt'] } }],
      ['caps[0].kinds[0]', { caps: [{ kinds: ['topt'], atMost: 1 }] }],
      ['closing[0].kind', { closing: [{ kind: 'constructor', usage: [] }] }],
    ] as const) {
      const [at, expected] = problemOf(change).split(': ');
      assert.equal(at, path);
      assert.match(expected ?? '', known);
    }
  });

  test('a field that there is not: what is misspelt would do nothing', () => {
    assert.match(
      problemOf({ mfa: { enforcement: 'risk', graceDay: 3 } }),
      /^mfa\.graceDay: left out: there is no such/,
    );
    assert.match(problemOf({ methods: [{ kind: 'totp', usage: [], isuer: 'A' }] }), /^methods\[0\]\.isuer: left out/);
    assert.match(problemOf({ capps: [] }), /^capps: left out: .*besides methods, mfa, /);
  });

  test('a setting of a method', () => {
    const offered = (offer: object): object => ({ methods: [{ usage: ['sign-in'], ...offer }] });
    assert.equal(problemOf(offered({ kind: 'phone' })), 'methods[0].channels: a list that is not empty');
    assert.equal(
      problemOf(offered({ kind: 'phone', channels: ['sms'], countries: ['jp'] })),
      'methods[0].countries[0]: two capital letters (ISO 3166-1 alpha-2)',
    );
    assert.equal(
      problemOf(offered({ kind: 'push', stores: [{ platform: 'ios', url: 'http://a.example' }] })),
      'methods[0].stores[0].url: an address with https:',
    );
    assert.equal(
      problemOf(offered({ kind: 'phone', channels: ['sms'], extension: false })),
      'methods[0].extension: true, or left out',
    );
  });
});

test('a kind of your own is taken with whatever it sets, once it is named', () => {
  const badge = { kind: 'badge', usage: ['sign-in'], site: 'Berlin' };
  const policy = { mfa: { enforcement: 'none' }, methods: [badge], order: ['badge'] };
  assert.equal(problemsOf(policy).length, 2);
  assert.deepEqual(readPolicy(policy, { kinds: ['badge'] }), { policy });
  assert.equal(
    problemsOf({ ...policy, methods: [{ ...badge, usage: 'sign-in' }] }, ['badge'])[0]?.path,
    'methods[0].usage',
  );
});

describe('whatever comes', () => {
  type Step = string | number;
  const placesIn = (value: unknown, at: readonly Step[] = []): readonly (readonly Step[])[] =>
    typeof value !== 'object' || value === null
      ? [at]
      : [
          at,
          ...Object.entries(value).flatMap(([name, part]) =>
            placesIn(part, [...at, Array.isArray(value) ? Number(name) : name]),
          ),
        ];
  /** The whole policy, with something else in one place. */
  const broken = fc.constantFrom(...placesIn(whole)).chain((place) =>
    fc
      .oneof(fc.constantFrom<unknown>(null, '', 0, -1, 0.5, true, {}, [], [null]), fc.jsonValue({ maxDepth: 2 }))
      .map((other) => {
        const copy = { whole: json(whole) } as Record<Step, unknown>;
        const path = ['whole', ...place];
        const last = path.pop() ?? 'whole';
        const parent = path.reduce<unknown>((part, step) => (part as Record<Step, unknown>)[step], copy);
        (parent as Record<Step, unknown>)[last] = other;
        return copy['whole'];
      }),
  );

  test('it is told without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(broken, fc.anything()), (value) => {
        const read = readPolicy(value);
        assert.ok('policy' in read || read.problems.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is read can be planned with, and is read again as the same', () => {
    fc.assert(
      fc.property(broken, (value) => {
        const read = readPolicy(value);
        if ('problems' in read) return;
        for (const isAdmin of [false, true]) plan(read.policy, { registered: [], isAdmin }, { now: 0 });
        assert.deepEqual(readPolicy(json(read.policy)), read);
      }),
      { numRuns: 2_000 },
    );
  });

  test('no problem quotes what stood there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...placesIn(whole).filter((place) => place.length > 0)), (place) => {
        const mark = 'do-not-quote-me';
        const copy = json(whole) as Record<Step, unknown>;
        const path = [...place];
        const last = path.pop() ?? '';
        const parent = path.reduce<unknown>((part, step) => (part as Record<Step, unknown>)[step], copy);
        (parent as Record<Step, unknown>)[last] = mark;
        assert.ok(!JSON.stringify(problemsOf(copy)).includes(mark));
      }),
    );
  });
});
