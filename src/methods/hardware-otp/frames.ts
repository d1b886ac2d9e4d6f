/** The frames around the pages of `hardware-otp`. Pure. */
import type { MethodFault } from '../../contract/fault.js';
import type { Frame } from '../../contract/method.js';
import { codeProblem } from '../../contract/typed-code.js';
import type { HardwareOtp, On, TokenState } from './state.js';

type Problem = NonNullable<Frame<HardwareOtp>['problem']>;

/** Characters of a name: as many as a row of the summary holds. */
export const longestName = 30;

export const frames: {
  readonly [P in TokenState['page']]: (state: On<P>) => Frame<HardwareOtp>;
} = {
  serial: ({ isBusy, problem }) => ({
    title: 'serial.title',
    stage: 'first',
    submit: { toEvent: ({ serial: typed = '' }) => ({ type: 'serial-given', typed }) },
    ...(isBusy && { busy: 'serial.finding' }),
    ...(problem !== undefined && { problem: serialProblem(problem) }),
  }),

  name: ({ isBusy, problem }) => ({
    title: 'name.title',
    stage: 'middle',
    submit: { toEvent: ({ label: typed = '' }) => ({ type: 'name-given', typed }) },
    back: { type: 'went-back' },
    focus: 'first-field',
    ...(isBusy && { busy: 'name.saving' }),
    ...(problem !== undefined && { problem: nameProblem(problem) }),
  }),

  code: ({ isBusy, problem, shape }) => ({
    title: 'code.title',
    stage: 'middle',
    submit: { toEvent: ({ code: typed = '' }) => ({ type: 'code-given', typed }) },
    back: { type: 'went-back' },
    focus: 'first-field',
    ...(isBusy && { busy: 'code.checking' }),
    ...(problem !== undefined && {
      problem: isLate(problem) ? { field: 'code', text: 'code.late' } : codeProblem(problem, shape.length),
    }),
  }),

  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};

/** A token's clock cannot be set, so what is said of phones does not help. */
function isLate(problem: NonNullable<On<'code'>['problem']>): boolean {
  return typeof problem === 'object' && problem.code === 'invalid_code' && problem.reason === 'clock_skew';
}

function serialProblem(problem: NonNullable<On<'serial'>['problem']>): Problem {
  if (typeof problem === 'string') return { field: 'serial', text: `serial.${problem}` };
  if (problem.code === 'conflict') return { field: 'serial', text: ownOrRefused[problem.with] ?? 'serial.refused' };
  const isSerial = problem.code === 'invalid_input' && problem.field === 'serial';
  return isSerial ? { field: 'serial', text: 'serial.refused' } : { fault: problem };
}

/** Only what is the person's own is told as such (R13). */
const ownOrRefused: Readonly<Partial<Record<string, 'serial.own'>>> = { own: 'serial.own' };

function nameProblem(problem: 'too-long' | MethodFault): Problem {
  if (problem === 'too-long') return { field: 'label', text: ['name.too-long', { count: longestName }] };
  return problem.code === 'invalid_input' && problem.field === 'label'
    ? { field: 'label', fault: problem }
    : { fault: problem };
}
