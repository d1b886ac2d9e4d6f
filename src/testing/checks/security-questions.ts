/** Security questions: a set that is worth something, that nobody sees again, and that is for recovery alone (R42). */
import type { Enrollment } from '../../contract/enrollment.js';
import { faultOf } from '../../contract/enrollment-error.js';
import { type AnsweredQuestion, shortestOf } from '../../contract/security-answers.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { offerOf } from '../needs.js';
import { texts } from '../values.js';
import type { Visit } from '../visit.js';
import { answerList, answersTo, begin, doneMethod, register, requestFor } from '../ways.js';

const way = 'security-questions';

type Answers = readonly AnsweredQuestion[];

/** What people take for the same answer. */
const dresses: readonly ((answer: string) => string)[] = [
  (answer) => answer,
  (answer) => answer.toUpperCase(),
  (answer) => ` ${answer.replaceAll(' ', '  ')} `,
  (answer) => answer.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
];

const handIn = (person: Visit, { id }: Enrollment, answers: Answers): Promise<Enrollment> =>
  person.verify(id, { type: 'answers', answers });

/** A set that is refused for what stands in it: it can be mended, and nothing is registered. */
async function refusedSet(person: Visit, begun: Enrollment, answers: Answers, promise: string): Promise<void> {
  const fault = await assert.refused(handIn(person, begun, answers), ['invalid_input'], promise);
  assert.is(fault.code === 'invalid_input' ? fault.field : undefined, 'answer', 'and the refusal is about the answers');
  assert.is((await person.load()).methods.length, 0, 'nothing is registered');
}

/** After all refusals the list still stands, and takes what is right. */
async function stillTaken(person: Visit, begun: Enrollment): Promise<void> {
  doneMethod(await handIn(person, begun, answersTo(begun)));
}

/** Begins where two questions or more are asked: the first two of a right set, and what follows them. */
async function two(person: Visit): Promise<[Enrollment, AnsweredQuestion, AnsweredQuestion, Answers]> {
  const begun = await begin(person, way);
  const [first, second, ...rest] = answersTo(begun);
  if (first === undefined || second === undefined) assert.skip('no more than one question is asked');
  return [begun, first, second, rest];
}

export const securityQuestions: readonly Check[] = table([
  {
    id: 'security-questions/question-twice',
    protectsFrom: 'one question that is answered for two',
    needs: [way],
    run: async (person) => {
      const [begun, first, second, rest] = await two(person);
      const twice = [first, { ...first, answer: second.answer }, ...rest];
      await refusedSet(person, begun, twice, 'no question counts twice');
      await stillTaken(person, begun);
    },
  },
  {
    id: 'security-questions/answer-twice',
    protectsFrom: 'one answer to every question',
    needs: [way],
    run: async (person) => {
      const [begun, first, second, rest] = await two(person);
      for (const dress of dresses) {
        const twice = [first, { ...second, answer: dress(first.answer) }, ...rest];
        await refusedSet(person, begun, twice, 'no answer counts twice, whatever its width, case and spaces');
      }
      await stillTaken(person, begun);
    },
  },
  {
    id: 'security-questions/too-short',
    protectsFrom: 'an answer that is found by trying a few letters',
    needs: [way],
    run: async (person) => {
      const begun = await begin(person, way);
      const [first, ...rest] = answersTo(begun);
      const least = shortestOf(offerOf(person.info, way) ?? assert.skip(`nobody is offered ${way}`));
      for (const answer of ['', '  '.repeat(least), 'x'.repeat(least - 1)])
        await refusedSet(person, begun, [{ ...first, answer }, ...rest], 'an answer that is too short is refused');
      await stillTaken(person, begun);
    },
  },
  {
    id: 'security-questions/unknown-question',
    protectsFrom: 'a question that nobody will ask, or whose answer everybody knows',
    needs: [way],
    run: async (person) => {
      const begun = await begin(person, way);
      const [first, ...rest] = answersTo(begun);
      const answer = first?.answer ?? '';
      for (const questionId of ['', 'no-such-question', 'constructor'])
        await refusedSet(person, begun, [{ questionId, answer }, ...rest], 'only questions of the list are answered');
      await refusedSet(person, begun, rest, 'and as many as are asked');
      if (!answerList(begun).ownAllowed) {
        const own = { question: 'What is two and two?', answer };
        await refusedSet(person, begun, [own, ...rest], 'a question of their own is taken only where it may be');
      }
      await stillTaken(person, begun);
    },
  },
  {
    id: 'security-questions/never-shown',
    protectsFrom: 'answers that somebody else can read, here or where the person has given them too',
    needs: [way],
    run: async (person) => {
      const options = person.options();
      const begun = await person.begin(requestFor(person, way), options);
      const answers = answersTo(begun);
      const [first, ...rest] = answers;
      await handIn(person, begun, rest).catch(() => undefined);
      await handIn(person, begun, [{ ...first, answer: '' }, ...rest]).catch(() => undefined);
      await handIn(person, begun, answers);
      // Again, late and astray: each of them is told something.
      await handIn(person, begun, answers).catch(() => undefined);
      await person.begin(requestFor(person, way), options).catch(() => undefined);
      await begin(person, way);
      if (person.can('get')) await person.get(begun.id).catch(() => undefined);
      await person.load();
      const told = person.heard.flatMap(({ answer, thrown }) => [
        ...texts(answer),
        ...texts(faultOf(thrown)),
        said(thrown),
      ]);
      const isTold = answers.some((one) => told.some((text) => text.toLowerCase().includes(one.answer.toLowerCase())));
      assert.that(!isTold, 'no answer and no refusal quotes what was answered');
    },
  },
  {
    id: 'security-questions/recovery-only',
    protectsFrom: 'somebody who signs in with what a stranger can find out',
    needs: [way],
    run: async (person) => {
      const { id, usage, canBeDefault } = await register(person, way);
      assert.same(usage, ['recovery'], 'they are good for recovery, and for nothing else');
      assert.is(canBeDefault, false, 'and are no default');
      const { methods, defaultMethod } = await person.load();
      assert.same(methods.find((one) => one.id === id)?.usage, ['recovery'], 'the list says the same');
      assert.that(defaultMethod?.methodId !== id, 'and does not use them by default');
    },
  },
]);

function said(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : '';
}
