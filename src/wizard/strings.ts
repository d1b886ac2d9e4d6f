/** The shell's words on the way in: what every page has, and the prompt. The rest is in `later-strings.ts`. */
import type { Message } from '../contract/method.js';

export const en = {
  /** The widget's name: accessible name of the whole, and the small line on top. */
  name: 'Keep your account secure',
  loading: 'One moment…',
  /** Shown under the buttons when an answer takes more than five seconds. */
  slow: 'This is taking longer than usual…',
  /** Stands in for the organisation's name where the backend does not tell it. */
  'your-organization': 'Your organization',

  'prompt.title': 'More information required',
  'prompt.body': {
    one: '{organization} asks you to set up one way to prove that it is you when you sign in.',
    other: '{organization} asks you to set up {count} ways to prove that it is you when you sign in.',
  },
  /** Two minutes a method, so never one. */
  'prompt.time': 'This takes about {minutes} minutes.',
  'prompt.phone': 'Keep your phone at hand.',
  /** Between two methods of which one is enough. */
  'prompt.or': '{first} or another method',
  'prompt.different-account': 'Use a different account',

  /** Putting everything off, from the prompt. */
  'skip-all': 'Not now',
  'skip-all.days': { one: 'Not now ({count} day left)', other: 'Not now ({count} days left)' },
  'skip-all.times': { one: 'Not now ({count} time left)', other: 'Not now ({count} times left)' },
  'skip-all.of': 'Not now ({count} of {total} left)',
  skipping: 'Putting it off…',

  next: 'Next',
  back: 'Back',
  /** Only where a part of the wizard itself could not be fetched. */
  failed: 'Part of this page did not load. Please reload it.',
} as const satisfies Readonly<Record<string, Message>>;

export type WizardStrings = typeof en;
