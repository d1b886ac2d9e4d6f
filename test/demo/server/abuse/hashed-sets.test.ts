/** Slow hashes cost the processor dear: nobody has them made without end by beginning over and over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policy } from '../../../../demo/server/policy.js';
import type { Secrets } from '../../../../demo/server/secrets/index.js';
import type { BeginRequest, Enrollment, Proof } from '../../../../src/contract/enrollment.js';
import { everything, House, minutes, type Person, refusal } from '../person.js';

const house = await House.shared();

const requirements = [
  ...everything,
  { id: 'codes', anyOf: [{ kind: 'recovery-codes', usage: ['recovery'] }] },
  { id: 'questions', anyOf: [{ kind: 'security-questions', usage: ['recovery'], count: 2 }] },
] as const;

/** What is hashed slowly is fingerprinted first, so that the fingerprints tell how many hashes were made. */
async function watched(): Promise<{ readonly person: Person; hashes(): number }> {
  let hashes = 0;
  const secrets: Secrets = {
    ...house.secrets,
    mark: (value, sort) => {
      if (sort === 'recovery code' || sort === 'security answer') hashes += 1;
      return house.secrets.mark(value, sort);
    },
  };
  return { person: await house.person({ requirements, secrets }), hashes: () => hashes };
}

interface Row {
  readonly request: BeginRequest;
  readonly perSet: number;
  proofFor(begun: Enrollment): Proof;
}

const rows: readonly Row[] = [
  { request: { kind: 'recovery-codes' }, perSet: 10, proofFor: () => ({ type: 'acknowledged' }) },
  {
    request: { kind: 'security-questions' },
    perSet: 2,
    proofFor: ({ next }) => {
      const { questions } = next.type === 'answers' ? next : assert.fail(`no questions but ${next.type}`);
      const answers = questions.slice(0, 2).map(({ id }, at) => ({ questionId: id, answer: `answer ${String(at)}` }));
      return { type: 'answers', answers };
    },
  },
];

for (const { request, perSet, proofFor } of rows) {
  test(`${request.kind}: nothing is hashed for whoever only begins`, async () => {
    const { person, hashes } = await watched();
    const [begun] = await Promise.all(Array.from({ length: 5 }, () => person.begin(request)));
    await person.begin({ ...request, restart: true });
    assert.ok(begun);
    assert.equal(hashes(), 0);
  });

  test(`${request.kind}: whoever registers set after set is told to wait, and keeps the latest`, async () => {
    const { person, hashes } = await watched();
    const register = async (): Promise<unknown> => {
      const begun = await person.begin(request);
      return person.adapter.verify(begun.id, proofFor(begun), person.options());
    };
    for (let count = 0; count < policy.setsPerHour; count++) await register();
    assert.equal(hashes(), policy.setsPerHour * perSet);
    const { methods } = await person.load();
    const hour = minutes(60);
    assert.deepEqual(await refusal(register()), { code: 'rate_limited', retryAfter: hour });
    assert.deepEqual([hashes(), (await person.load()).methods], [policy.setsPerHour * perSet, methods]);
    house.pass(hour);
    await register();
  });
}

test('whoever may open no other set can go on with the one that is open', async () => {
  const { person } = await watched();
  const request = { kind: 'recovery-codes' } as const;
  let latest = await person.begin(request);
  for (let count = 1; count < policy.setsPerHour; count++) latest = await person.begin({ ...request, restart: true });
  assert.equal((await refusal(person.begin({ ...request, restart: true }))).code, 'rate_limited');
  assert.deepEqual((await person.begin(request)).next, latest.next);
  assert.equal((await person.adapter.verify(latest.id, { type: 'acknowledged' }, person.options())).next.type, 'done');
});
