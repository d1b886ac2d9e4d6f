/** The frames around the pages of `external`. Pure. */
import type { Frame } from '../../contract/method.js';
import type { External, ExternalState, On } from './logic.js';

export const frames: {
  readonly [P in ExternalState['page']]: (state: On<P>) => Frame<External>;
} = {
  about: ({ isBusy, problem }) => ({
    title: 'about.title',
    stage: 'first',
    submit: { toEvent: () => ({ type: 'went-on' }) },
    ...(isBusy && { busy: 'about.preparing' }),
    ...(problem !== undefined && { problem: problem === 'broken' ? { text: 'about.broken' } : { fault: problem } }),
  }),

  go: ({ to, isAway, problem }) => ({
    title: 'go.title',
    stage: 'middle',
    submit: { label: 'go.leave', leaveFor: to.url, toEvent: () => ({ type: 'left' }) },
    back: { type: 'went-back' },
    links: isAway ? [{ label: 'go.finished', event: { type: 'finished' } }] : [],
    ...(problem !== undefined && {
      problem: problem === 'unfinished' ? { text: 'go.unfinished' } : { fault: problem },
    }),
  }),

  returning: () => ({ title: 'returning.title', stage: 'middle', busy: 'returning.checking' }),

  rejected: ({ mayRetry, isBusy, problem }) => ({
    title: 'rejected.title',
    stage: 'first',
    back: { type: 'went-back' },
    ...(mayRetry && { submit: { label: 'rejected.again', toEvent: () => ({ type: 'went-on' }) } }),
    ...(isBusy && { busy: 'rejected.preparing' }),
    ...(problem && { problem: { fault: problem } }),
  }),

  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};
