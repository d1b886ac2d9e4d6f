/** Security questions at the reference backend: asked only where offered, for recovery alone, and no answer can be read. */
import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { test } from 'node:test';
import type { Enrollment, Offer, Proof } from '../../../src/contract/enrollment.js';
import type { NextAnswers } from '../../../src/contract/next.js';
import { House, methodIn, minutes, type Person, refusal } from './person.js';

const house = await House.shared();

const kind = 'security-questions';
const offer: Offer<typeof kind> = { kind, usage: ['recovery'], count: 2 };

const somebody = (given: Offer<typeof kind> = offer): Promise<Person> =>
  house.person({ requirements: [{ id: 'questions', anyOf: [given] }] });

const trip = { questionId: 'first-trip', answer: 'Otaru' };
const book = { questionId: 'first-book', answer: 'Momo' };
const own = { question: 'What did the cat eat?', answer: 'My homework' };
const good = [trip, book];

/** As it comes in: of any form. */
const handIn = (person: Person, { id }: Enrollment, answers: unknown): Promise<Enrollment> =>
  person.adapter.verify(id, { type: 'answers', answers } as Proof, person.options());

function asked({ next }: Enrollment): NextAnswers {
  return next.type === 'answers' ? next : assert.fail(`not ${next.type}`);
}

interface Kept {
  readonly questionId?: string;
  readonly question?: string;
  readonly salt: string;
  readonly cost: number;
  readonly hash: string;
}

/** What stands in the database of a registered set, unsealed. */
async function keptOf(done: Enrollment): Promise<readonly Kept[]> {
  const id = methodIn(done);
  const { rows } = await house.database.pool.query<{ secret: string }>('select secret from methods where id = $1', [
    id,
  ]);
  return house.secrets.open(rows[0]?.secret ?? '', `method ${id}`) as readonly Kept[];
}

/** Whether a hash is the one of this answer, in the form in which answers are compared. */
function isOf({ salt, cost, hash }: Kept, folded: string): boolean {
  const mark = house.secrets.mark(folded, 'security answer');
  return scryptSync(mark, salt, 32, { N: cost }).toString('base64url') === hash;
}

test('nobody is asked who is not offered them, or who is to answer more than there are', async () => {
  assert.deepEqual(await refusal((await house.person()).begin({ kind })), { code: 'method_unavailable' });
  const person = await somebody({ ...offer, count: 13 });
  assert.deepEqual(await refusal(person.begin({ kind })), { code: 'method_unavailable' });
});

test('answers register a set for recovery only, whatever the offer says', async () => {
  const person = await somebody({ ...offer, usage: ['sign-in', 'recovery'] });
  const begun = await person.begin({ kind });
  assert.deepEqual([asked(begun).count, asked(begun).ownAllowed, asked(begun).questions.length], [2, false, 12]);
  const done = await handIn(person, begun, good);
  const { methods, defaultMethod } = await person.load();
  assert.deepEqual(
    methods.map(({ id, label, usage, canBeDefault }) => ({ id, label, usage, canBeDefault })),
    [{ id: methodIn(done), label: 'Security questions', usage: ['recovery'], canBeDefault: false }],
  );
  assert.equal(defaultMethod, undefined);
});

test('the list is in the language of the wizard, also after the person has chosen another', async () => {
  const person = await somebody();
  const begun = await person.begin({ kind });
  assert.match(JSON.stringify(asked(begun).questions), /book/);
  person.locale = 'ja-JP';
  const again = await person.begin({ kind });
  assert.equal(again.id, begun.id);
  for (const { text } of [...asked(again).questions, ...asked(await person.get(begun.id)).questions])
    assert.match(text, /[ぁ-ん]/);
});

test('an answer is kept as a slow hash of its own, without width, case and spaces', async () => {
  const person = await somebody({ ...offer, ownAllowed: true });
  const done = await handIn(person, await person.begin({ kind }), [
    { ...trip, answer: ' ＯＴＡＲＵ  by  the SEA ' },
    own,
  ]);
  const kept = await keptOf(done);
  assert.deepEqual(
    kept.map(({ questionId, question }) => [questionId, question]),
    [
      ['first-trip', undefined],
      [undefined, own.question],
    ],
  );
  const [first, second] = kept;
  assert.ok(first && second);
  assert.ok(isOf(first, 'otaru by the sea') && isOf(second, 'my homework'));
  assert.ok(!isOf(first, 'my homework'));
  assert.notEqual(first.salt, second.salt);
  for (const { cost } of kept) assert.ok(cost >= 2 ** 13);
});

test('no answer stands in the database or in any later answer', async () => {
  const person = await somebody();
  const begun = await person.begin({ kind });
  await refusal(handIn(person, begun, [trip, { ...trip, answer: 'Momo' }]));
  const done = await handIn(person, begun, good);
  const told = [done, await person.load(), await person.get(begun.id)];
  const { rows } = await house.database.pool.query(
    'select to_jsonb(m) as one from methods m union all select to_jsonb(e) from enrollments e',
  );
  for (const said of [told, rows, await keptOf(done)]) assert.doesNotMatch(JSON.stringify(said), /otaru|momo/i);
});

const refused: readonly (readonly [string, unknown, string])[] = [
  ['one too few', [trip], 'format'],
  ['one too many', [trip, book, { questionId: 'old-toy', answer: 'Bear' }], 'format'],
  ['no list', 'Otaru', 'format'],
  ['an answer that is a list', [trip, { ...book, answer: ['Momo'] }], 'format'],
  ['an unknown question', [trip, { ...book, questionId: 'toString' }], 'not_allowed'],
  ['a question of their own', [trip, own], 'not_allowed'],
  ['a question twice', [trip, { ...trip, answer: 'Momo' }], 'duplicate'],
  ['an answer twice, in another dress', [trip, { ...book, answer: ' ｏｔａｒｕ ' }], 'duplicate'],
  ['two letters', [trip, { ...book, answer: 'Jo' }], 'too_short'],
  ['forty-one characters', [trip, { ...book, answer: '𠮷'.repeat(41) }], 'too_long'],
];

test('what cannot be used is refused with its reason, counts as no guess, and the enrolment stays', async () => {
  const person = await somebody();
  const begun = await person.begin({ kind });
  for (const [what, answers, reason] of refused) {
    const fault = await refusal(handIn(person, begun, answers));
    assert.deepEqual(fault, { code: 'invalid_input', field: 'answer', reason }, what);
  }
  assert.deepEqual(await refusal(person.type(begun.id, '123456')), { code: 'unsupported' });
  assert.equal((await handIn(person, begun, good)).next.type, 'done');
});

test('the name they sign in with is no answer', async () => {
  const person = await somebody();
  const { label } = (await person.load()).account;
  const fault = await refusal(
    handIn(person, await person.begin({ kind }), [trip, { ...book, answer: label.toUpperCase() }]),
  );
  assert.deepEqual(fault, { code: 'invalid_input', field: 'answer', reason: 'not_allowed' });
});

test('a set that is handed in by two tabs at once is registered once', async () => {
  const person = await somebody();
  const begun = await person.begin({ kind });
  const both = await Promise.allSettled([handIn(person, begun, good), handIn(person, begun, good)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await person.load()).methods.length, 1);
});

test('the old set stands until new answers are handed in, and an unanswered list is gone by the clock', async () => {
  const person = await somebody();
  const old = methodIn(await handIn(person, await person.begin({ kind }), good));
  const left = await person.begin({ kind });
  const idsNow = async (): Promise<readonly string[]> => (await person.load()).methods.map(({ id }) => id);
  assert.deepEqual(await idsNow(), [old]);
  house.pass(minutes(30));
  assert.deepEqual(await refusal(handIn(person, left, good)), { code: 'enrollment_gone', reason: 'expired' });
  const fresh = methodIn(await handIn(person, await person.begin({ kind }), good));
  assert.deepEqual(await idsNow(), [fresh]);
});
