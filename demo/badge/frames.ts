/** The frames around the pages of `badge`. Pure. */
import { codeProblem, type CodeProblem, type Frame, type MethodFault } from '../../src/method.js';
import { numberDigits, type Badge, type BadgeState, type On } from './logic.js';

export const frames: { readonly [P in BadgeState['page']]: (state: On<P>) => Frame<Badge> } = {
  number: ({ problem, isBusy }) => ({
    title: 'number.title',
    stage: 'first',
    focus: 'first-field',
    submit: { toEvent: ({ number: typed = '' }) => ({ type: 'number-given', typed }) },
    ...(isBusy && { busy: 'number.looking' }),
    ...(problem !== undefined && { problem: numberProblem(problem) }),
  }),

  pin: ({ problem, isBusy, length }) => ({
    title: 'pin.title',
    stage: 'middle',
    focus: 'first-field',
    submit: { toEvent: ({ code: typed = '' }) => ({ type: 'pin-given', typed }) },
    back: { type: 'went-back' },
    ...(isBusy && { busy: 'pin.checking' }),
    ...(problem !== undefined && { problem: codeProblem(problem, length) }),
  }),

  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};

/** Ours in our words; a refusal in the wizard's, but for the one that only we can explain. */
function numberProblem(problem: CodeProblem | MethodFault): NonNullable<Frame<Badge>['problem']> {
  const field = 'number';
  if (typeof problem === 'object')
    return problem.code === 'invalid_input' ? { field, text: 'number.unknown' } : { fault: problem };
  if (problem === 'empty' || problem === 'not-digits') return { field, text: `number.${problem}` };
  return { field, text: [`number.${problem}`, { count: numberDigits }] };
}
