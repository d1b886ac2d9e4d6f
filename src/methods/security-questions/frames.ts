/** The frames around the pages of `security-questions`. Pure. */
import type { Frame } from '../../contract/method.js';
import {
  type AnsweredQuestion,
  longestAnswer,
  longestQuestion,
  shortestOf,
  type WrongAnswer,
} from '../../contract/security-answers.js';
import { ownChoice } from './own-choice.js';
import type { On, QuestionsState, SecurityQuestions } from './logic.js';

type Problem = NonNullable<Frame<SecurityQuestions>['problem']>;

export const frames: { readonly [P in QuestionsState['page']]: (state: On<P>) => Frame<SecurityQuestions> } = {
  intro: ({ isBusy, problem }) => ({
    title: 'intro.title',
    stage: 'first',
    submit: { toEvent: () => ({ type: 'went-on' }) },
    ...(isBusy && { busy: 'intro.loading' }),
    ...(problem && { problem: problem === 'gone' ? { text: 'intro.gone' } : { fault: problem } }),
  }),

  questions: ({ list, minLength, isBusy, problem }) => ({
    title: 'questions.title',
    stage: 'middle',
    submit: {
      toEvent: (values) => ({
        type: 'answers-given',
        answers: Array.from({ length: list.count }, (_, row) => rowOf(values, row)),
      }),
    },
    back: { type: 'went-back' },
    ...(isBusy && { busy: 'saving' }),
    ...(problem && { problem: 'row' in problem ? wrong(problem, shortestOf({ minLength })) : { fault: problem } }),
  }),

  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};

function rowOf(values: Readonly<Record<string, string>>, row: number): AnsweredQuestion {
  const answer = values[`answer-${row}`] ?? '';
  const chosen = values[`question-${row}`] ?? '';
  return chosen === ownChoice
    ? { question: (values[`own-${row}`] ?? '').trim(), answer }
    : { questionId: chosen, answer };
}

function wrong({ row, part, problem }: WrongAnswer, min: number): Problem {
  const field = `${part}-${row}`;
  switch (problem) {
    case 'own-too-long':
      return { field, text: [`problem.${problem}`, { max: longestQuestion }] };
    case 'too-short':
      return { field, text: [`problem.${problem}`, { min }] };
    case 'too-long':
      return { field, text: [`problem.${problem}`, { max: longestAnswer }] };
    default:
      return { field, text: `problem.${problem}` };
  }
}
