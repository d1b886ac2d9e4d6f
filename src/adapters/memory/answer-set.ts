/** What a backend makes of a set of questions and answers that was handed in. */
import type { Offer, Proof } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { NextAnswers } from '../../contract/next.js';
import { type AnsweredQuestion, type AnswerProblem, wrongAnswer } from '../../contract/security-answers.js';
import type {} from '../../methods/security-questions/contract.js';
import { questionsIn } from './question-pool.js';

type Reason = Extract<EnrollmentFault, { code: 'invalid_input' }>['reason'];

const reasons: Readonly<Record<AnswerProblem, Reason>> = {
  unchosen: 'not_allowed',
  'chosen-twice': 'duplicate',
  'own-empty': 'too_short',
  'own-too-long': 'too_long',
  empty: 'too_short',
  'too-short': 'too_short',
  'too-long': 'too_long',
  'given-twice': 'duplicate',
  account: 'not_allowed',
};

const usual = 3;

/** What is asked; `undefined`: the offer wants more questions than there are. */
export function askedOf(
  { count = usual, ownAllowed }: Offer<'security-questions'>,
  locale: string,
): NextAnswers | undefined {
  const questions = questionsIn(locale);
  return count > questions.length ? undefined : { type: 'answers', count, questions, ownAllowed: ownAllowed === true };
}

/** The set, or why it cannot be used. Nothing of it is taken for granted. */
export function usableSet(
  proof: Proof,
  asked: NextAnswers,
  { minLength }: Offer<'security-questions'>,
  account: string,
): { readonly set: readonly AnsweredQuestion[] } | { readonly fault: EnrollmentFault } {
  if (proof.type !== 'answers') return { fault: { code: 'unsupported' } };
  const set: readonly unknown[] = Array.isArray(proof.answers) ? proof.answers : [];
  if (set.length !== asked.count || !set.every(isAnswered)) return { fault: unusable('format') };
  const { questions, ownAllowed } = asked;
  const wrong = wrongAnswer(set, { questions, ownAllowed, minLength, account });
  return wrong ? { fault: unusable(reasons[wrong.problem]) } : { set };
}

function unusable(reason: Reason): EnrollmentFault {
  return { code: 'invalid_input', field: 'answer', reason };
}

function isAnswered(one: unknown): one is AnsweredQuestion {
  if (typeof one !== 'object' || one === null) return false;
  const { questionId, question, answer } = one as Readonly<Record<keyof AnsweredQuestion, unknown>>;
  const isText = (text: unknown): boolean => text === undefined || typeof text === 'string';
  return typeof answer === 'string' && isText(questionId) && isText(question);
}
