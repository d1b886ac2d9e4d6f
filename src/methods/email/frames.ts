/** The frames around the pages of `email`. Pure. */
import type { Frame } from '../../contract/method.js';
import { inSeconds, type Resend } from '../../contract/resend.js';
import { codeProblem } from '../../contract/typed-code.js';
import type { Email, EmailState, On } from './logic.js';

export const frames: { readonly [P in EmailState['page']]: (state: On<P>) => Frame<Email> } = {
  address: ({ busy, problem }) => ({
    title: 'address.title',
    stage: 'first',
    submit: { toEvent: ({ address: typed = '' }) => ({ type: 'address-given', typed }) },
    ...(busy && { busy }),
    ...(problem && { problem: addressProblem(problem) }),
  }),

  code: ({ busy, problem, length, resend }) => ({
    title: 'code.title',
    stage: 'middle',
    submit: { toEvent: ({ code: typed = '' }) => ({ type: 'code-given', typed }) },
    back: { type: 'went-back' },
    focus: 'first-field',
    links: [again(resend), { label: 'code.change', event: { type: 'went-back' } }],
    ...(busy && { busy: busy === 'checking' ? 'code.checking' : 'sending' }),
    ...(problem && { problem: codeProblem(problem, length) }),
  }),

  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};

/** While it has to wait, it says how long. */
function again(resend: Resend): NonNullable<Frame<Email>['links']>[number] {
  return {
    label: resend.type === 'waiting' ? ['code.again-after', { count: inSeconds(resend.left) }] : 'code.again',
    event: { type: 'asked-again' },
    disabled: resend.type !== 'allowed',
  };
}

function addressProblem(problem: NonNullable<On<'address'>['problem']>): NonNullable<Frame<Email>['problem']> {
  if (problem === 'gone') return { text: 'address.gone' };
  if (typeof problem === 'string') return { field: 'address', text: `address.${problem}` };
  return problem.code === 'invalid_input' || problem.code === 'undeliverable'
    ? { field: 'address', fault: problem }
    : { fault: problem };
}
