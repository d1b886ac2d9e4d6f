/** The frames around the pages of `push`. Pure. */
import type { Frame } from '../../contract/method.js';
import type { On, Pairing, Push, PushState } from './state.js';

const back = { type: 'went-back' } as const;
const next = { toEvent: () => ({ type: 'went-on' }) as const };

export const frames: {
  readonly [P in PushState['page']]: (state: On<P>) => Frame<Push>;
} = {
  get: ({ problem }) => ({
    title: 'get.title',
    stage: 'first',
    submit: next,
    ...(problem && { problem: { fault: problem } }),
  }),

  'set-up': () => ({ title: 'set-up.title', stage: 'middle', submit: next, back }),

  pair: (state) => ({
    ...around(state),
    title: 'pair.title',
    links: state.provision
      ? [
          ...(state.isOpened ? [{ label: 'pair.renew', event: { type: 'renewal-asked' } } as const] : []),
          { label: 'pair.picture', event: { type: 'way-chosen', way: 'scan' } },
        ]
      : [],
  }),

  scan: (state) => ({
    ...around(state),
    title: state.isPaired ? 'scan.paired-title' : 'scan.title',
    links: state.isPaired
      ? [{ label: 'scan.renew', event: { type: 'renewal-asked' } }]
      : state.provision
        ? [{ label: 'scan.cannot', event: { type: 'way-chosen', way: 'key' } }]
        : [],
  }),

  key: (state) => ({
    ...around(state),
    title: 'key.title',
    links: [{ label: 'key.picture', event: { type: 'way-chosen', way: 'scan' } }],
  }),

  test: ({ isHinted, busy, problem }) => ({
    title: 'test.title',
    stage: 'middle',
    back,
    links: isHinted ? [{ label: 'test.again', event: { type: 'asked-again' } }] : [],
    ...(busy && { busy: 'test.sending' }),
    ...(problem && { problem: { fault: problem } }),
  }),

  refused: ({ reason, recover, busy, problem }) => ({
    title: refusal(reason),
    stage: 'first',
    ...(recover === 'challenge' && { submit: { label: 'test.again', toEvent: () => ({ type: 'asked-again' }) } }),
    ...(recover === 'restart' && { submit: { label: 'scan.renew', toEvent: () => ({ type: 'renewal-asked' }) } }),
    back,
    ...(busy && { busy: 'test.sending' }),
    ...(problem && { problem: { fault: problem } }),
  }),

  registered: () => ({ title: 'registered.title', stage: 'registered', submit: next }),
};

/** The title tells what happened; the body, what to do. Reasons of calls do not belong here. */
const refusals = ['denied', 'timed-out', 'wrong-number', 'unreachable', 'spent', 'expired'] as const;

function refusal(reason: On<'refused'>['reason']): Frame<Push>['title'] {
  return `refused.${refusals.find((known) => known === reason) ?? 'other'}`;
}

/** The three ways to carry the payload over look alike but for title and links. */
function around({
  provision,
  isPaired,
  busy,
  problem,
}: Pairing): Pick<Frame<Push>, 'stage' | 'submit' | 'back' | 'busy' | 'problem'> {
  const isPreparing = !provision && !isPaired;
  return {
    stage: 'middle',
    submit: next,
    back,
    ...(busy && { busy: busy === 'looking' ? 'scan.looking' : 'test.sending' }),
    ...(isPreparing && { busy: 'scan.preparing' }),
    ...(problem && { problem: problem === 'not-yet' ? { text: 'scan.not-yet' } : { fault: problem } }),
  };
}
