/** The shell's words for the pages that few people meet: chooser, default method, step-up, trouble. */
import type { Message } from '../contract/method.js';

export const en = {
  'chooser.title': 'Choose a different method',
  'chooser.label': 'Which method would you like to use?',
  'chooser.confirm': 'Confirm',
  /** Badges on a choice. */
  recommended: 'Recommended',
  'phishing-resistant': 'Resists phishing',
  restricted: 'Weaker protection',

  'usage.sign-in': 'For signing in',
  'usage.both': 'For signing in and recovery',

  'review.title': 'Is this still right?',
  'review.body': 'Your organization asks you to look over your methods from time to time.',
  /** In the place of what to do about a lost device. */
  'review.wrong': 'If one of them is not yours any more, tell your help desk.',
  'review.right': 'Looks good',

  'session.ends': 'Your session ends in {time}.',
  'session.stay': 'Stay signed in',
  /** Only spoken. */
  'session.where': 'Choose “Stay signed in” at the top of this page.',
  /** Where it cannot be made to last longer. */
  'session.kept': 'What you have set up is kept.',

  'default.title': 'Choose your default method',
  'default.label': 'Which method would you like to be asked for first?',
  /** A method by the way in which it is used: Phone – Text message. */
  'default.by': '{method} – {channel}',
  'default.setting': 'Changing the default…',
  /** Spoken once that is done. */
  'default.set': 'Your default is now {method}.',

  'trouble.no-adapter.title': 'This page is not connected yet',
  'trouble.no-adapter.body':
    'Setup cannot start: the page has no connection to its service. Please tell your help desk.',
  'trouble.insecure': 'Setup cannot start: the page has no https connection. Please tell your help desk.',
  'trouble.session-expired.title': 'Your session has ended',
  'trouble.session-expired.body':
    'For your security a session lasts only a while. Sign in again to go on: what you have set up is kept.',
  'trouble.session-expired.action': 'Sign in again',
  'trouble.blocked.title': 'You cannot set this up here',
  'trouble.blocked.place': 'Your organization allows this only from certain places, such as its own network.',
  'trouble.blocked.device': 'Your organization allows this only from devices that it manages.',
  'trouble.blocked.role': 'Your organization does not allow this for your account.',
  'trouble.blocked.other': 'Your organization does not allow this at the moment.',
  'trouble.blocked.next': 'Your help desk can tell you how to go on.',
  'trouble.nothing-possible.title': 'There is nothing you can set up here',
  'trouble.nothing-possible.body':
    'No method that your organization accepts can be set up for your account. Please contact your help desk.',

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
