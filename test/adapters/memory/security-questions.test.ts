/** Security questions at the memory backend: asked only where offered, never for sign-in, and no answer ever comes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Enrollment, Offer, Proof } from '../../../src/contract/enrollment.js';
import type { NextAnswers } from '../../../src/contract/next.js';
import { Person, refusal } from './person.js';

const offer: Offer<'security-questions'> = { kind: 'security-questions', usage: ['recovery'], count: 2 };
const kind = offer.kind;

const person = (given: Offer<'security-questions'> = offer): Person =>
  new Person({ requirements: [{ id: 'questions', anyOf: [given] }] });

type Answers = Extract<Proof, { type: 'answers' }>['answers'];
const good: Answers = [
  { questionId: 'first-trip', answer: 'Otaru' },
  { questionId: 'first-book', answer: 'Momo' },
];

const handIn = (who: Person, { id }: Enrollment, answers: unknown): Promise<Enrollment> =>
  who.adapter.verify(id, { type: 'answers', answers } as Proof, who.options());

function asked({ next }: Enrollment): NextAnswers {
  return next.type === 'answers' ? next : assert.fail(`not ${next.type}`);
}

test('nobody is asked who is not offered them', async () => {
  assert.equal((await refusal(new Person().begin({ kind }))).code, 'method_unavailable');
});

test('answers register a set for recovery only, and no answer comes back', async () => {
  const taro = person({ ...offer, usage: ['sign-in', 'recovery'] });
  const begun = await taro.begin({ kind });
  assert.deepEqual([asked(begun).count, asked(begun).ownAllowed, asked(begun).questions.length], [2, false, 12]);
  const done = await handIn(taro, begun, good);
  const info = await taro.load();
  assert.deepEqual(
    info.methods.map(({ label, usage, canBeDefault }) => ({ label, usage, canBeDefault })),
    [{ label: 'Security questions', usage: ['recovery'], canBeDefault: false }],
  );
  assert.doesNotMatch(JSON.stringify([done, info, await taro.get(begun.id)]), /Otaru|Momo/i);
});

test('the list is in the language of the wizard', async () => {
  const taro = person();
  taro.locale = 'ja-JP';
  const { questions } = asked(await taro.begin({ kind }));
  assert.ok(questions.every(({ text }) => /[ぁ-ん]/.test(text)));
});

test('the list is asked in another language when the person comes back in it', async () => {
  const taro = person();
  const begun = await taro.begin({ kind });
  taro.locale = 'ja';
  const again = await taro.begin({ kind });
  assert.equal(again.id, begun.id);
  assert.ok(asked(again).questions.every(({ text }) => /[ぁ-ん]/.test(text)));
});

test('the set is called as the organisation or the person calls it', async () => {
  const named = { ...offer, displayName: 'Depot questions' };
  const labelAfter = async (label?: string): Promise<string | undefined> => {
    const taro = person(named);
    await handIn(taro, await taro.begin({ kind, ...(label && { label }) }), good);
    return (await taro.load()).methods[0]?.label;
  };
  assert.deepEqual([await labelAfter(), await labelAfter('Mine')], ['Depot questions', 'Mine']);
});

test('an offer that asks for more questions than there are is no offer', async () => {
  assert.equal((await refusal(person({ ...offer, count: 13 }).begin({ kind }))).code, 'method_unavailable');
});

const [trip, book] = good;
const own = { question: 'What did the cat eat?', answer: 'My homework' };
const refused: readonly (readonly [string, unknown, string])[] = [
  ['one too few', [trip], 'format'],
  ['one too many', [trip, book, { questionId: 'old-toy', answer: 'Bear' }], 'format'],
  ['no list', 'Otaru', 'format'],
  ['an answer that is a list', [trip, { questionId: 'first-book', answer: ['Momo'] }], 'format'],
  ['no question', [trip, { questionId: '', answer: 'Momo' }], 'not_allowed'],
  ['an unknown question', [trip, { questionId: 'toString', answer: 'Momo' }], 'not_allowed'],
  ['a question of their own', [trip, own], 'not_allowed'],
  ['a question twice', [trip, { ...trip, answer: 'Momo' }], 'duplicate'],
  ['an answer twice, in another dress', [trip, { ...book, answer: ' ｏｔａｒｕ ' }], 'duplicate'],
  ['two letters', [trip, { ...book, answer: 'Jo' }], 'too_short'],
  ['forty-one characters', [trip, { ...book, answer: '𠮷'.repeat(41) }], 'too_long'],
  ['their own name', [trip, { ...book, answer: 'MIKA' }], 'not_allowed'],
];

for (const [what, answers, reason] of refused)
  test(`${what} is refused as ${reason}, and the enrolment stays`, async () => {
    const taro = person();
    const begun = await taro.begin({ kind });
    const fault = await refusal(handIn(taro, begun, answers));
    assert.deepEqual(fault, { code: 'invalid_input', field: 'answer', reason });
    assert.equal((await handIn(taro, begun, good)).next.type, 'done');
  });

test('forty characters of any script, and two letters where the offer says so, are taken', async () => {
  const taro = person({ ...offer, minLength: 2 });
  const begun = await taro.begin({ kind });
  const answers = [
    { ...trip, answer: '𠮷'.repeat(40) },
    { ...book, answer: 'Jo' },
  ];
  assert.equal((await handIn(taro, begun, answers)).next.type, 'done');
});

test('where it is offered, a question of one’s own is taken, unless it repeats one of the list', async () => {
  const taro = person({ ...offer, ownAllowed: true });
  const begun = await taro.begin({ kind });
  const text = asked(begun).questions.find(({ id }) => id === 'first-trip')?.text ?? '';
  const copy = { question: text.toUpperCase(), answer: 'Momo' };
  const fault = await refusal(handIn(taro, begun, [trip, copy]));
  assert.deepEqual(fault, { code: 'invalid_input', field: 'answer', reason: 'duplicate' });
  assert.equal((await handIn(taro, begun, [trip, own])).next.type, 'done');
});

test('what is no set of answers is refused, and counts as no guess', async () => {
  const taro = person();
  const { id } = await taro.begin({ kind });
  assert.deepEqual(await refusal(taro.type(id, '123456')), { code: 'unsupported' });
});
