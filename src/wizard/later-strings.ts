/** The shell's words that nobody needs on the first page: method pages, summary, trouble. Faults are in `fault-strings.ts`. */
import type { Message } from '../contract/method.js';

export const en = {
  retry: 'Try again',
  /** Putting one method off, from its pages. */
  skip: 'Skip setup',
  'skip.days': { one: 'Skip setup ({count} day left)', other: 'Skip setup ({count} days left)' },
  'skip.times': { one: 'Skip setup ({count} time left)', other: 'Skip setup ({count} times left)' },
  'skip.of': 'Skip setup ({count} of {total} left)',
  /** One of these, or of those on the prompt, where the organization says from which day on nothing can be put off. */
  'skip.from': '{skip}, required from {day}',

  'different-app': 'I want to use a different authenticator app',
  'different-method': 'I want to set up a different method',
  /** The same, once another method has been set up. */
  'another-method': 'I want to set up another method',

  /** On a page that says that a method is registered. */
  remove: 'This isn’t right: remove it',
  removing: 'Removing…',

  progress: 'Method {current} of {total}',
  'step.done': '{method}: done',
  'step.put-off': '{method}: put off',
  'step.current': '{method}: current',
  'step.ahead': '{method}: not started',

  /** A badge: what a method is good for. */
  'usage.recovery': 'For account recovery only',

  'summary.title': 'Success!',
  'summary.body': 'Your security info is set up. Choose Done to continue signing in.',
  'summary.methods': 'Your methods',
  'summary.default': 'Default sign-in method',
  /** Ways in which a method can be used, as a default. */
  'channel.sms': 'Text message',
  'channel.voice': 'Call',
  'summary.change': 'Change the default method',
  'summary.notified': 'We sent a notice of this change to the addresses you already had.',
  'summary.lost': 'If you ever lose a device, remove its method in your security info and tell your help desk.',
  'summary.one': 'Set up a second method when you can, so that a lost device does not lock you out.',
  'summary.done': 'Done',
  'summary.completing': 'Finishing…',

  'cannot-load.title': 'We could not load your setup',
  'network.title': 'We cannot reach the service',
  'network.body': 'Check your connection. Nothing is lost: trying again does not send or register anything twice.',

  /** What was refused, where the words for it did not come: mostly the connection is to blame. */
  'fault.untold': 'That did not work. Check your connection and what you entered, then try again.',
} as const satisfies Readonly<Record<string, Message>>;

export type LaterStrings = typeof en;
