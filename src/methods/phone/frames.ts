/** The frames around the pages of `phone`. Pure. */
import { codeProblem } from '../../contract/typed-code.js';
import type { Frame } from '../../contract/method.js';
import type { Phone, PhoneState } from './logic.js';

type On<P extends PhoneState['page']> = Extract<PhoneState, { readonly page: P }>;

export const frames: {
  readonly [P in PhoneState['page']]: (state: On<P>) => Frame<Phone>;
} = {
  number: ({ isBusy, problem }) => ({
    title: 'number.title',
    stage: 'first',
    submit: {
      toEvent: ({ country = '', number = '' }) => ({ type: 'number-given', draft: { country, number } }),
    },
    ...(isBusy && { busy: 'number.sending' }),
    ...(problem !== undefined && { problem: numberProblem(problem) }),
  }),
  code: ({ busy, problem, length, resend }) => ({
    title: 'code.title',
    stage: 'middle',
    submit: { toEvent: ({ code: typed = '' }) => ({ type: 'code-given', typed }) },
    back: { type: 'went-back' },
    focus: 'first-field',
    links: [
      {
        label:
          resend.type === 'waiting' ? ['code.resend-after', { count: Math.ceil(resend.left / 1000) }] : 'code.resend',
        event: { type: 'resend-asked' },
        disabled: resend.type !== 'allowed',
      },
      { label: 'code.change', event: { type: 'went-back' } },
    ],
    ...(busy && { busy: `code.${busy}` }),
    ...(problem !== undefined && { problem: codeProblem(problem, length) }),
  }),
  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};

function numberProblem(problem: NonNullable<On<'number'>['problem']>): NonNullable<Frame<Phone>['problem']> {
  if (problem === 'gone') return { text: 'code.gone' };
  if (problem === 'unread') return { text: 'number.unread' };
  if (typeof problem === 'string') return { field: 'number', text: `number.${problem}` };
  return problem.code === 'invalid_input' || problem.code === 'undeliverable'
    ? { field: 'number', fault: problem }
    : { fault: problem };
}
