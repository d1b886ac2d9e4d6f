/** What makes a set of security questions and answers usable: asked of the widget and of every backend alike. Pure. */
import type { ProofAnswers } from './next.js';

/** A question and its answer: one of the list by its id, or one of the person's own by its text. */
export type AnsweredQuestion = ProofAnswers['answers'][number];

export type AnswerProblem =
  | 'unchosen'
  | 'chosen-twice'
  | 'own-empty'
  | 'own-too-long'
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'given-twice'
  | 'account';

/** The first thing that is wrong: in which row, and with which part of it. */
export interface WrongAnswer {
  readonly row: number;
  readonly part: 'question' | 'own' | 'answer';
  readonly problem: AnswerProblem;
}

/** What the organisation asks of a set. */
export interface AnswerRules {
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  readonly ownAllowed: boolean;
  /** Characters that an answer has at least. Default: three. */
  readonly minLength?: number | undefined;
  /** What the person signs in with: no answer. */
  readonly account: string;
}

/** Characters of an answer at most, and of a question of one's own. */
export const longestAnswer = 40;
export const longestQuestion = 200;
const shortestAnswer = 3;

/** How many characters an answer needs. */
export function shortestOf({ minLength = shortestAnswer }: Pick<AnswerRules, 'minLength'>): number {
  return Math.max(1, minLength);
}

/**
 * The form in which answers are compared and kept: width, case and spaces are no part of what somebody remembers.
 *
 * @example
 * foldAnswer(' ＦＩＤＯ  the  Dog'); // 'fido the dog'
 */
export function foldAnswer(answer: string): string {
  // By way of capitals, so that letters with several small forms become one.
  return plain(answer).toUpperCase().toLowerCase().normalize('NFKC');
}

/** The first thing wrong with a set; `undefined`: it can be used. */
export function wrongAnswer(set: readonly AnsweredQuestion[], rules: AnswerRules): WrongAnswer | undefined {
  for (const row of set.keys()) {
    const found = wrongIn(set, row, rules);
    if (found) return found;
  }
  return undefined;
}

/** Whether an answer gives itself away: it stands in its question. A warning, and no more. */
export function standsIn(answer: string, question: string): boolean {
  const folded = foldAnswer(answer);
  return folded.length > 1 && foldAnswer(question).includes(folded);
}

function wrongIn(set: readonly AnsweredQuestion[], row: number, rules: AnswerRules): WrongAnswer | undefined {
  const { questionId, question = '', answer } = set[row] ?? { answer: '' };
  const before = set.slice(0, row);
  const at = (part: WrongAnswer['part'], problem: AnswerProblem): WrongAnswer => ({ row, part, problem });
  if (questionId === undefined) {
    if (!rules.ownAllowed) return at('question', 'unchosen');
    if (plain(question) === '') return at('own', 'own-empty');
    if (lengthOf(question) > longestQuestion) return at('own', 'own-too-long');
  } else if (!rules.questions.some(({ id }) => id === questionId)) return at('question', 'unchosen');
  const text = textOf(set[row], rules);
  if (before.some((other) => textOf(other, rules) === text)) {
    return at(questionId === undefined ? 'own' : 'question', 'chosen-twice');
  }
  const length = lengthOf(answer);
  if (length === 0) return at('answer', 'empty');
  if (length < shortestOf(rules)) return at('answer', 'too-short');
  if (length > longestAnswer) return at('answer', 'too-long');
  const folded = foldAnswer(answer);
  if (before.some((other) => foldAnswer(other.answer) === folded)) return at('answer', 'given-twice');
  const account = foldAnswer(rules.account);
  return folded === account || folded === account.split('@')[0] ? at('answer', 'account') : undefined;
}

/** A question as it is compared: one of one's own may repeat one of the list. */
function textOf(one: AnsweredQuestion | undefined, { questions }: AnswerRules): string {
  const listed = questions.find(({ id }) => id === one?.questionId);
  return foldAnswer(listed?.text ?? one?.question ?? '');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** In characters, as people count them. */
function lengthOf(text: string): number {
  return Array.from(plain(text)).length;
}
