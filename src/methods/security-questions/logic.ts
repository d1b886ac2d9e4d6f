/** What `security-questions` decides: why → questions and answers → saved. No answer is ever part of a state. Pure. */
import { leadsElsewhere, type MethodFault } from '../../contract/fault.js';
import type { MethodContext, MethodLogic, MethodSpec, Next, Reply } from '../../contract/method.js';
import type { NextAnswers } from '../../contract/next.js';
import { type AnsweredQuestion, type WrongAnswer, wrongAnswer } from '../../contract/security-answers.js';
import { frames } from './frames.js';
import type { en } from './strings.js';

export type QuestionsState =
  | { readonly page: 'intro'; readonly isBusy: boolean; readonly problem: 'gone' | MethodFault | undefined }
  | {
      readonly page: 'questions';
      readonly list: Pick<NextAnswers, 'count' | 'questions' | 'ownAllowed'>;
      readonly minLength: number | undefined;
      readonly isBusy: boolean;
      readonly problem: WrongAnswer | MethodFault | undefined;
    }
  | { readonly page: 'registered' };

export type QuestionsEvent =
  | { readonly type: 'answers-given'; readonly answers: readonly AnsweredQuestion[] }
  | { readonly type: 'went-back' }
  | { readonly type: 'went-on' };

export interface SecurityQuestions extends MethodSpec {
  readonly kind: 'security-questions';
  readonly state: QuestionsState;
  readonly event: QuestionsEvent;
  readonly strings: typeof en;
}

export type On<P extends QuestionsState['page']> = Extract<QuestionsState, { readonly page: P }>;
type Context = MethodContext<SecurityQuestions>;
type Answer = Reply<SecurityQuestions>;

export const logic: MethodLogic<SecurityQuestions> = {
  start: (context, pending) => [pending ? arrived(pending.enrollment.next, context) : intro()],

  update(state, incoming, context) {
    switch (incoming.type) {
      case 'answers-given':
        return state.page === 'questions' && !state.isBusy ? answersGiven(state, incoming.answers, context) : [state];
      case 'went-back':
        return [state.page === 'questions' ? intro() : state];
      case 'went-on':
        return wentOn(state);
      case 'enrolled':
        if (state.page === 'registered') return [state];
        return [arrived(incoming.enrollment.next, context)];
      case 'refused':
        return [refused(state, incoming)];
      case 'withdrawn':
        return [state.page === 'registered' ? state : { ...state, isBusy: false }];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function intro(problem?: On<'intro'>['problem']): On<'intro'> {
  return { page: 'intro', isBusy: false, problem };
}

function arrived(
  next: Extract<Answer, { readonly type: 'enrolled' }>['enrollment']['next'],
  { offer: { minLength } }: Context,
): QuestionsState {
  if (next.type === 'done') return { page: 'registered' };
  const { count, questions, ownAllowed } = next;
  return { page: 'questions', list: { count, questions, ownAllowed }, minLength, isBusy: false, problem: undefined };
}

function wentOn(state: QuestionsState): Next<SecurityQuestions> {
  if (state.page === 'intro' && !state.isBusy) return [{ ...intro(), isBusy: true }, [{ type: 'begin', input: {} }]];
  return state.page === 'registered' ? [state, [{ type: 'leave' }]] : [state];
}

/** They pass through here on their way to the backend, and stay in the fields of the page alone. */
function answersGiven(
  state: On<'questions'>,
  answers: readonly AnsweredQuestion[],
  { account }: Context,
): Next<SecurityQuestions> {
  const { list, minLength } = state;
  const problem = wrongAnswer(answers, { ...list, minLength, account: account.label });
  if (problem) return [{ ...state, problem }];
  return [{ ...state, isBusy: true, problem: undefined }, [{ type: 'verify', proof: { type: 'answers', answers } }]];
}

function refused(state: QuestionsState, { fault }: Extract<Answer, { readonly type: 'refused' }>): QuestionsState {
  if (state.page === 'registered') return state;
  if (state.page === 'intro') return intro(fault);
  if (fault.code === 'enrollment_gone') return intro('gone');
  return leadsElsewhere(fault) ? intro(fault) : { ...state, isBusy: false, problem: fault };
}
