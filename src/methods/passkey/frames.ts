/** The frames around the pages of `passkey`. Pure. */
import type { MethodFault } from '../../contract/fault.js';
import type { Frame, MethodContext } from '../../contract/method.js';
import { longest } from './name.js';
import type { On, Passkey, PasskeyState } from './state.js';

const next = { toEvent: () => ({ type: 'went-on' }) as const };

export const frames: {
  readonly [P in PasskeyState['page']]: (state: On<P>, context: MethodContext<Passkey>) => Frame<Passkey>;
} = {
  about: ({ problem }, { offer }) => ({
    title: `about.title.${whatIsMade(offer)}`,
    stage: 'first',
    submit: next,
    ...(problem && { problem: { fault: problem } }),
  }),

  unable: ({ reason }) => ({
    title: `unable.${reason}`,
    stage: 'first',
    submit: { ...next, label: 'unable.again' },
  }),

  create: ({ made, busy, problem }) => ({
    title: 'create.title',
    stage: 'middle',
    submit: {
      label: made === undefined ? 'create.go' : 'create.save',
      toEvent: ({ label: typed = '' }) => ({ type: 'name-given', typed }),
    },
    back: { type: 'went-back' },
    ...(busy && { busy: `create.${busy}` }),
    ...(problem && { problem: problemOf(problem) }),
  }),

  registered: (_state, { offer }) => ({
    title: `registered.title.${whatIsMade(offer)}`,
    stage: 'registered',
    submit: next,
  }),
};

/** What people call it, where it can be nothing else. */
function whatIsMade({ attachment }: MethodContext<Passkey>['offer']): 'passkey' | 'key' {
  return attachment === 'cross-platform' ? 'key' : 'passkey';
}

function problemOf(problem: NonNullable<On<'create'>['problem']>): NonNullable<Frame<Passkey>['problem']> {
  if (problem === 'empty') return { field: 'label', text: 'name.empty' };
  if (problem === 'too-long') return { field: 'label', text: ['name.too-long', { count: longest }] };
  if (typeof problem === 'string') return { text: `problem.${problem}` };
  if (problem.code === 'credential_rejected') return { text: `problem.${rejections[reasonOf(problem)]}` };
  return problem.code === 'invalid_input' && problem.field === 'label'
    ? { field: 'label', fault: problem }
    : { fault: problem };
}

/** What a backend minds about a credential, told as what can be done about it. */
const rejections = {
  already_registered: 'exists',
  attestation: 'model',
  origin: 'address',
  user_verification: 'no-verification',
  other: 'failed',
} as const;

/** A reason of a later version is none that could be told. */
function reasonOf({ reason }: Extract<MethodFault, { code: 'credential_rejected' }>): keyof typeof rejections {
  return reason !== undefined && Object.hasOwn(rejections, reason) ? reason : 'other';
}
