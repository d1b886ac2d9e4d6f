/** The shell's words on the way in: what every page has, and the prompt. The rest is in `later-strings.ts`. */
import type { Message } from '../contract/method.js';

export const en = {
  /** The widget's name: accessible name of the whole, and the small line on top. */
  name: 'Keep your account secure',
  loading: 'One moment…',
  /** Shown under the buttons when an answer takes more than five seconds. */
  slow: 'This is taking longer than usual. Please keep this page open.',
  /** Stands in for the organisation's name where the backend does not tell it. */
  'your-organization': 'Your organization',

  'prompt.title': 'More information required',
  'prompt.body': {
    one: '{organization} asks you to set up one way to prove that it is you when you sign in.',
    other: '{organization} asks you to set up {count} ways to prove that it is you when you sign in.',
  },
  /** Above the list of what will be asked for. */
  'prompt.list': 'What we will set up',
  'prompt.time': { one: 'This takes about {count} minute.', other: 'This takes about {count} minutes.' },
  'prompt.phone': 'Keep your phone at hand.',
  /** Between two methods of which one is enough. */
  'prompt.or': '{first} or another method',
  'prompt.different-account': 'Use a different account',

  /** Putting everything off, from the prompt. */
  'skip-all': 'Not now',
  'skip-all.days': { one: 'Not now ({count} day left)', other: 'Not now ({count} days left)' },
  'skip-all.times': { one: 'Not now ({count} time left)', other: 'Not now ({count} times left)' },
  'skip-all.of': 'Not now ({count} of {total} left)',
  /** Putting one method off, from its pages. */
  skip: 'Skip setup',
  'skip.days': { one: 'Skip setup ({count} day left)', other: 'Skip setup ({count} days left)' },
  'skip.times': { one: 'Skip setup ({count} time left)', other: 'Skip setup ({count} times left)' },
  'skip.of': 'Skip setup ({count} of {total} left)',
  /** A full date, in the reader's own form. */
  'skip.until': 'Required from {date}.',
  skipping: 'Putting it off…',

  next: 'Next',
  back: 'Back',
  'different-app': 'I want to use a different authenticator app',
  'different-method': 'I want to set up a different method',
  /** The same, once another method has been set up. */
  'another-method': 'I want to set up another method',

  progress: 'Method {current} of {total}',
  'step.done': '{method}: done',
  'step.put-off': '{method}: put off',
  'step.current': '{method}: current',
  'step.ahead': '{method}: not started',

  /** Only where the chunk with the exact words did not come. */
  'failed.title': 'This did not work',
  'failed.body': 'Check your connection, then try again. Nothing you have set up is lost.',
  retry: 'Try again',
} as const satisfies Readonly<Record<string, Message>>;

export type WizardStrings = typeof en;
