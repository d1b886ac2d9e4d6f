/** Which field is wrong, and what belongs there: an integrator is told the place, and never what stood in it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isEnrollment } from '../../src/contract/guards/enrollment.js';
import { isSecurityInfo } from '../../src/contract/guards/security-info.js';
import { parseJson } from '../../src/contract/json.js';
import { enrollmentProblem, infoProblem } from '../../src/testing/answer-shape.js';
import { answerProblem, checkAdapter } from '../../src/testing/index.js';
import { changedEnrollment, changedInfo, type Full } from './broken/broken.js';
import { memoryLab } from './memory-lab.js';

/** Says something of a text that must not come out again. */
const secret = 'JBSWY3DPEHPK3PXP';

describe('the kit names the field', () => {
  async function reasonOf(check: string, through: (adapter: Full) => object): Promise<string | undefined> {
    const lab = memoryLab({ through: (adapter) => ({ ...adapter, ...through(adapter as Full) }) });
    const { results } = await checkAdapter(lab, { only: (id) => id === check });
    return results[0]?.reason;
  }
  const wrong = (value: unknown): never => value as never;

  test('of a requirement, by its place in the list', async () => {
    const reason = await reasonOf('shape/load', (adapter) =>
      changedInfo(adapter, ({ requirements: [first, second, ...rest], ...info }) => ({
        ...info,
        requirements: [first!, { ...second!, status: wrong('offen') }, ...rest],
      })),
    );
    assert.equal(reason, "does not hold: load: requirements[1].status has to be 'open', 'satisfied' or 'put-off'");
  });

  test('that is left out', async () => {
    const reason = await reasonOf('shape/load', (adapter) =>
      changedInfo(adapter, ({ account: _, ...info }) => wrong(info)),
    );
    assert.equal(reason, 'does not hold: load: account has to be an object');
  });

  test('deep in a next, with the call that answered it, and without its value', async () => {
    const reason = await reasonOf('shape/answers', (adapter) =>
      changedEnrollment(adapter, (one) =>
        one.next.type === 'code' && one.next.provision
          ? wrong({ ...one, next: { ...one.next, provision: { ...one.next.provision, manual: secret } } })
          : one,
      ),
    );
    assert.equal(reason, 'does not hold: begin: next.provision.manual has to be a list that is not empty');
  });

  test('that stops the kit before its first check, as the wizard would be stopped', async () => {
    const reason = await reasonOf('codes/wrong-totp', (adapter) => ({
      load: async (...given: Parameters<Full['load']>) => ({ ...(await adapter.load(...given)), requirements: null }),
    }));
    assert.equal(reason, 'does not hold: load: requirements has to be a list');
  });

  test('of any answer that it is asked about', () => {
    assert.equal(answerProblem('begin', { id: 'e', kind: 'totp' }), 'next has to be an object');
    assert.equal(answerProblem('load', info), undefined);
    assert.equal(answerProblem('cancel', undefined), undefined);
  });

  test('of the settings of an offer, by its kind; a kind of the host may have any', () => {
    const offering = (offer: object): string | undefined =>
      infoProblem({ ...info, requirements: [{ id: 'p', status: 'open', anyOf: [{ usage: [], ...offer }] }] });
    const at = 'requirements[0].anyOf[0]';
    assert.equal(offering({ kind: 'phone' }), `${at}.channels has to be a list that is not empty`);
    assert.equal(offering({ kind: 'phone', channels: ['fax'] }), `${at}.channels[0] has to be 'sms' or 'voice'`);
    assert.equal(offering({ kind: 'phone', channels: ['sms'], countries: 'JP' }), `${at}.countries has to be a list`);
    assert.equal(offering({ kind: 'badge', channels: 5 }), undefined);
  });

  test('that puts a method off: a misspelt one would put it off for ever', () => {
    const skipping = (skip: unknown): string | undefined =>
      infoProblem({ ...info, requirements: [{ ...info.requirements[1]!, skip }] });
    assert.match(skipping({ dayLeft: 8 }) ?? '', /^requirements\[0\]\.skip\.dayLeft has to be left out/);
    assert.equal(skipping({ daysLeft: 1.5 }), 'requirements[0].skip.daysLeft has to be a whole number from 0 on');
    assert.equal(skipping({ requiredFrom: 5 }), 'requirements[0].skip.requiredFrom has to be a date (ISO 8601)');
    assert.equal(skipping({ requiredFrom: '2027-01-31' }), undefined);
  });

  test('of a next step that the kind cannot draw', () => {
    const waiting = { id: 'e', kind: 'totp', next: { type: 'wait', for: 'pairing', pollAfter: 1 } };
    assert.equal(answerProblem('begin', waiting), "next.type has to be 'done' or 'code', for totp");
    assert.equal(answerProblem('begin', { ...waiting, kind: 'push' }), undefined);
  });

  test('of what is begun, where the lab cannot go on for want of a hook', async () => {
    const lab = memoryLab({
      through: (adapter) => ({
        ...adapter,
        ...changedEnrollment(adapter as Full, (one) => wrong({ ...one, next: null })),
      }),
    });
    const bare = { ...lab, person: async () => ({ adapter: (await lab.person()).adapter }) };
    const { results } = await checkAdapter(bare, { only: (id) => id === 'shape/answers' });
    assert.equal(results[0]?.reason, 'does not hold: begin: next has to be an object');
  });

  test('whose value rests on another', () => {
    const problem = infoProblem({ ...info, defaultMethod: { methodId: 'gone' } });
    assert.equal(problem, 'defaultMethod.methodId has to be the id of a method that can be the default');
    assert.match(infoProblem({ ...info, methods: [method, method] }) ?? '', /^methods\[1\]\.id has to be .*its own$/);
    assert.match(infoProblem({ ...info, pending: [{ ...pending, next: {} }] }) ?? '', /^pending\[0\]\.next .*secret$/);
    assert.match(
      enrollmentProblem({ id: 'e', kind: 'totp', next: { type: secret } }) ?? '',
      /^next\.type has to be one of/,
    );
  });
});

const method = { id: 'm', kind: 'phone', label: '+81 **', usage: ['sign-in'], canBeDefault: true, removable: false };
const pending = { id: 'e', kind: 'totp' };
const info = {
  account: { label: 'mika', organization: 'Contoso' },
  requirements: [
    { id: 'app', status: 'open', anyOf: [{ kind: 'totp', offerId: 'a', usage: ['sign-in'], displayName: 'App' }] },
    {
      id: 'phone',
      status: 'put-off',
      anyOf: [{ kind: 'phone', usage: [], channels: ['sms'] }],
      skip: { daysLeft: 1, timesLeft: 2, timesTotal: 3, requiredFrom: '2027-01-31' },
    },
  ],
  methods: [method],
  pending: [pending],
  absent: ['skip'],
  defaultMethod: { methodId: 'm' },
  sessionExpiresIn: 60_000,
};
const provision = { uri: 'otpauth://', manual: [{ name: 'secret', value: secret }], deepLink: 'app://' };
const delivery = { channel: 'sms', to: '+81 **', resendIn: 1, sendsLeft: 2 };
/** Of a kind that is not ours, which may have any next step. */
const enrollment = (next: object): object => ({ id: 'e', kind: 'badge', expiresIn: 60_000, next });
const enrollments = [
  { type: 'code', alphabet: 'digits', length: 6, provision, attemptsLeft: 3 },
  { type: 'code', alphabet: 'digits', delivery },
  { type: 'wait', for: 'approval', pollAfter: 1, provision, delivery, matchNumber: '07' },
  { type: 'ready' },
  { type: 'answers', count: 1, questions: [{ id: 'q', text: 'Q?' }], ownAllowed: true },
  { type: 'rejected', reason: 'denied', recover: 'none', retryAfter: 1 },
  { type: 'webauthn', options: {} },
  { type: 'acknowledge', codes: ['a'] },
  { type: 'redirect', url: 'https://a.example' },
  { type: 'done', methods: [method], then: pending },
].map(enrollment);

type Step = string | number;

/** Every place in a value. */
function placesIn(value: unknown, at: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const steps: readonly Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [at, ...steps.flatMap((step) => placesIn((value as Record<Step, unknown>)[step], [...at, step]))];
}

/** The same value with something else in one place. */
function changed(value: unknown, [step, ...rest]: readonly Step[], other: unknown): unknown {
  if (step === undefined) return other;
  const part = changed((value as Record<Step, unknown>)[step], rest, other);
  if (Array.isArray(value)) return value.map((old: unknown, at) => (at === step ? part : old));
  return { ...(value as object), [step]: part };
}

const written = (steps: readonly Step[]): string =>
  steps
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');

/** One answer, with something in one place that JSON can bring there. */
const broken = (answers: readonly object[]): fc.Arbitrary<{ answer: unknown; place: readonly Step[] }> =>
  fc
    .constantFrom(...answers.flatMap((answer) => placesIn(answer).map((place) => ({ answer, place }))))
    .chain(({ answer, place }) =>
      fc
        .oneof(fc.constantFrom(null, '', 0, -1, 0.5, true, {}, [], [null], 'none'), fc.jsonValue({ maxDepth: 2 }))
        .map((other) => ({ place, answer: parseJson(JSON.stringify(changed(answer, place, other))) })),
    );

describe('what the wizard would refuse', () => {
  const sorts = [
    ['load', [info], isSecurityInfo, infoProblem],
    ['an enrolment', enrollments, isEnrollment, enrollmentProblem],
  ] as const;
  for (const [what, answers, guard, problem] of sorts) {
    test(`${what} is right to both as it stands`, () => {
      for (const answer of answers) assert.deepEqual([guard(answer), problem(answer)], [true, undefined]);
    });

    test(`${what} is refused by the kit too, and a field is named`, () => {
      fc.assert(
        fc.property(broken(answers), ({ answer, place }) => {
          const found = problem(answer);
          if (found === undefined) return assert.ok(guard(answer), `the wizard refuses ${written(place)}`);
          assert.match(found, /^(the answer|[a-zA-Z]+.*) has to be [a-z1'].+[^.]$/s);
        }),
        { numRuns: 3_000 },
      );
    });
  }

  test('is told without an exception, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        for (const problem of [infoProblem, enrollmentProblem]) assert.ok(typeof problem(answer) === 'string');
      }),
    );
  });
});
