/** The frames around the pages of `phone`. Pure. */
import type { Ms } from '../../contract/enrollment.js';
import type { Frame } from '../../contract/method.js';
import { codeProblem } from '../../contract/typed-code.js';
import type { PhoneChannel } from './contract.js';
import type { On, Phone, PhoneState, Reach } from './state.js';

type Link = NonNullable<Frame<Phone>['links']>[number];

export const frames: {
  readonly [P in PhoneState['page']]: (state: On<P>) => Frame<Phone>;
} = {
  number: ({ draft, isBusy, problem }) => ({
    title: 'number.title',
    stage: 'first',
    submit: {
      toEvent: ({ country = '', number = '', channel = '' }) => ({ type: 'number-given', country, number, channel }),
    },
    ...(isBusy && { busy: busyWith[draft.channel] }),
    ...(problem !== undefined && { problem: numberProblem(problem) }),
  }),

  code: (state) => ({
    title: 'code.title',
    stage: 'middle',
    submit: { toEvent: ({ code: typed = '' }) => ({ type: 'code-given', typed }) },
    back: { type: 'went-back' },
    focus: 'first-field',
    links: [...againBy(state.via, state), ...instead(state.via, state), change],
    ...(state.busy && { busy: busyWith[state.busy] }),
    ...(state.problem !== undefined && { problem: codeProblem(state.problem, state.length) }),
  }),

  calling: (state) => ({
    title: 'calling.title',
    stage: 'middle',
    back: { type: 'went-back' },
    links: [...againBy('voice', state), ...instead('voice', state), change],
    ...(state.busy && { busy: busyWith[state.busy] }),
    ...(state.problem && { problem: { fault: state.problem } }),
  }),

  unanswered: (state) => ({
    title: 'unanswered.title',
    stage: 'first',
    ...(canCallAgain(state) && {
      submit: { label: 'again.voice', toEvent: () => ({ type: 'asked-again', channel: 'voice' }) },
    }),
    back: { type: 'went-back' },
    links: [...instead('voice', state), change],
    ...(state.busy && { busy: busyWith[state.busy] }),
    ...(state.problem && { problem: callProblem(state.problem, state.resend) }),
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

function callProblem(
  problem: NonNullable<On<'unanswered'>['problem']>,
  resend: Reach['resend'],
): NonNullable<Frame<Phone>['problem']> {
  if (problem !== 'early') return { fault: problem };
  return { text: ['unanswered.early', { count: resend.type === 'waiting' ? inSeconds(resend.left) : 0 }] };
}

const inSeconds = (ms: Ms): number => Math.ceil(ms / 1000);

/** The same once more. */
function againBy(channel: PhoneChannel, { resend }: Reach): readonly Link[] {
  return [link('again', channel, resend)];
}

/** The other way, where the organisation offers it: the number is kept. */
function instead(channel: PhoneChannel, { channels, resend }: Reach): readonly Link[] {
  const other = channels.find((one) => one !== channel);
  return other ? [link('instead', other, resend)] : [];
}

function link(what: 'again' | 'instead', channel: PhoneChannel, resend: Reach['resend']): Link {
  const event = { type: 'asked-again', channel } as const;
  if (resend.type !== 'waiting') return { label: `${what}.${channel}`, event, disabled: resend.type === 'used-up' };
  return { label: [`${what}.${channel}-after`, { count: inSeconds(resend.left) }], event, disabled: true };
}

function numberProblem(problem: NonNullable<On<'number'>['problem']>): NonNullable<Frame<Phone>['problem']> {
  if (typeof problem !== 'string')
    return problem.code === 'invalid_input' || problem.code === 'undeliverable'
      ? { field: 'number', fault: problem }
      : { fault: problem };
  if (problem === 'gone-code' || problem === 'gone-call' || problem === 'unread') return { text: `number.${problem}` };
  return { field: 'number', text: `number.${problem}` };
}
