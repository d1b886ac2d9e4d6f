/** The frames around the pages of `phone`. Pure. */
import type { Frame } from '../../contract/method.js';
import { inSeconds } from '../../contract/resend.js';
import { codeProblem } from '../../contract/typed-code.js';
import type { PhoneChannel } from './contract.js';
import type { On, Phone, PhoneState, Reach } from './state.js';

type Link = NonNullable<Frame<Phone>['links']>[number];

export const frames: {
  readonly [P in PhoneState['page']]: (state: On<P>, channels: readonly PhoneChannel[]) => Frame<Phone>;
} = {
  number: ({ draft, isBusy, problem }) => ({
    title: 'number.title',
    stage: 'first',
    submit: {
      toEvent: ({ country = '', number = '', extension = '', channel = '' }) => ({
        type: 'number-given',
        country,
        number,
        extension,
        channel,
      }),
    },
    ...(isBusy && { busy: busyWith[draft.channel] }),
    ...(problem !== undefined && { problem: numberProblem(problem) }),
  }),

  code: (state, channels) => ({
    title: 'code.title',
    stage: 'middle',
    submit: { toEvent: ({ code: typed = '' }) => ({ type: 'code-given', typed }) },
    back: { type: 'went-back' },
    focus: 'first-field',
    links: [again(state.via, state), ...instead(state.via, state, channels), change],
    ...(state.busy && { busy: busyWith[state.busy] }),
    ...(state.problem !== undefined && { problem: codeProblem(state.problem, state.length) }),
  }),

  calling: (state, channels) => ({
    title: 'calling.title',
    stage: 'middle',
    back: { type: 'went-back' },
    links: [again('voice', state), ...instead('voice', state, channels), change],
    ...(state.busy && { busy: busyWith[state.busy] }),
    ...(state.problem && { problem: { fault: state.problem } }),
  }),

  unanswered: (state, channels) => ({
    title: 'unanswered.title',
    stage: 'first',
    ...(canCallAgain(state) && {
      submit: { label: again('voice', state).label, toEvent: () => ({ type: 'asked-again', channel: 'voice' }) },
    }),
    back: { type: 'went-back' },
    links: [...instead('voice', state, channels), change],
    ...(state.busy && { busy: busyWith[state.busy] }),
    ...(state.problem && { problem: callProblem(state.problem) }),
  }),

  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};

const busyWith = {
  checking: 'code.checking',
  sms: 'sending.sms',
  voice: 'sending.voice',
} as const satisfies Record<NonNullable<Reach['busy']>, string>;

const change: Link = { label: 'code.change', event: { type: 'went-back' } };

function canCallAgain({ canCall, resend }: On<'unanswered'>): boolean {
  return canCall && resend.type !== 'used-up';
}

function callProblem(problem: NonNullable<On<'unanswered'>['problem']>): NonNullable<Frame<Phone>['problem']> {
  return 'type' in problem ? { text: ['unanswered.early', { count: inSeconds(problem.left) }] } : { fault: problem };
}

/** The same once more; while it has to wait, it says how long. */
function again(channel: PhoneChannel, { resend }: Reach): Link {
  return {
    label:
      resend.type === 'waiting' ? [`again.${channel}-after`, { count: inSeconds(resend.left) }] : `again.${channel}`,
    event: { type: 'asked-again', channel },
    disabled: resend.type !== 'allowed',
  };
}

/** The other way, where the organisation offers it, once it may be tried: the number is kept. */
function instead(channel: PhoneChannel, { resend }: Reach, channels: readonly PhoneChannel[]): readonly Link[] {
  const other = resend.type === 'allowed' ? channels.find((one) => one !== channel) : undefined;
  return other ? [{ label: `instead.${other}`, event: { type: 'asked-again', channel: other } }] : [];
}

function numberProblem(problem: NonNullable<On<'number'>['problem']>): NonNullable<Frame<Phone>['problem']> {
  if (typeof problem !== 'string')
    return problem.code === 'invalid_input' || problem.code === 'undeliverable'
      ? { field: 'number', fault: problem }
      : { fault: problem };
  if (problem === 'gone-code' || problem === 'gone-call' || problem === 'unread') return { text: `number.${problem}` };
  return { field: problem === 'extension' ? problem : 'number', text: `number.${problem}` };
}
