/** The shell's words for the pages that lie over others and that few people meet: chooser, default method, step-up. */
import type { Message } from '../contract/method.js';

export const en = {
  'chooser.title': 'Choose a different method',
  'chooser.label': 'Which method would you like to use?',
  'chooser.confirm': 'Confirm',
  /** Badges on a choice. */
  recommended: 'Recommended',
  'phishing-resistant': 'Resists phishing',
  recovery: 'For account recovery only',

  'default.title': 'Choose your default method',
  'default.label': 'Which method would you like to be asked for first?',
  /** A method by the way in which it is used: Phone – Text message. */
  'default.by': '{method} – {channel}',
  'default.setting': 'Changing the default…',

  'password.title': 'Enter your password again',
  'password.body': 'It has been a while since you signed in. Confirm that it is still you; what you typed is kept.',
  'password.label': 'Password',
  'password.empty': 'Enter your password.',
  'password.checking': 'Checking…',
  'host.title': 'Confirm that it is you',
  'host.body': 'Your organization wants to check that it is still you. What you typed is kept.',
  'host.go': 'Continue',
  'redirect.body': 'You will leave this page to sign in again, and come back to where you were.',
  'human.title': 'One quick check',
  'human.body': 'Please complete the check on this page to go on.',
} as const satisfies Readonly<Record<string, Message>>;

export type AsideStrings = typeof en;
