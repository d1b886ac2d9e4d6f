/** The words of `security-questions`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'intro.title': 'Security questions',
  /** Why they are asked, and that they are for recovery only. */
  'intro.body':
    'If you forget your password, we ask you questions that only you can answer, so that you can get back in. They are never used to sign in.',
  'intro.private': 'Nobody can read your answers, not even your administrator.',
  'intro.loading': 'Getting the questions…',
  /** The time for the answers is over. */
  'intro.gone': 'The time for your answers is over, and nothing was kept. Choose Next to start again.',

  'questions.title': 'Choose questions and answer them',
  'questions.body': {
    one: 'Answer {count} question. Choose answers that you will remember and that others cannot find out.',
    other: 'Answer {count} questions. Choose answers that you will remember and that others cannot find out.',
  },
  /** The name of a question and its answer as a group. */
  'row.name': 'Question {number}',
  'row.question': 'Question',
  'row.choose': 'Choose a question',
  /** The last choice of a list: a question that the person writes. */
  'row.own': 'Write my own question',
  'row.own-text': 'Your question',
  'row.answer': 'Answer',
  'row.answer-hint': '{min} to {max} characters.',
  /** Below an answer that can be guessed from its question; it holds nobody up. */
  'row.stands-in': 'This answer stands in the question. Others could guess it.',
  'answers.show': 'Show answers',
  'answers.hide': 'Hide answers',
  saving: 'Saving your answers…',

  'problem.unchosen': 'Choose a question.',
  'problem.chosen-twice': 'You chose this question before. Choose another one.',
  'problem.own-empty': 'Write your question, or choose one.',
  'problem.own-too-long': 'This question is too long. It may have {max} characters.',
  'problem.empty': 'Enter your answer.',
  'problem.too-short': 'This answer is too short. It needs at least {min} characters.',
  'problem.too-long': 'This answer is too long. It may have {max} characters.',
  'problem.given-twice': 'You gave this answer before. Enter another one.',
  'problem.account': 'This is the name you sign in with. Enter another answer.',

  'registered.title': 'Security questions saved',
  'registered.body':
    'Your answers were saved. Others can find such answers out, so set up another method as well when you can.',
} as const satisfies Readonly<Record<string, Message>>;
