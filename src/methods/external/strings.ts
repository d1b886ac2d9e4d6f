/** The words of `external`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'about.title': 'Set up on another page',
  'about.body': 'This method is set up on the page of another service.',
  /** `name` is the service. */
  'about.body-named': '{name} is set up on a page of its own.',
  'about.steps': 'You go there, finish the setup, and come back here.',
  'about.preparing': 'Preparing the other page…',
  /** The backend gave an address that cannot be trusted. */
  'about.broken':
    'The address of the other page is not safe, so it is not opened. Set up a different method, or ask your help desk.',

  'go.title': 'Continue on the other page',
  /** Above the host name of the other page, such as id.example. */
  'go.body': 'You leave this page and go to:',
  'go.check': 'Check that the other page shows this name in its address before you enter anything.',
  /** The button that leaves. */
  'go.leave': 'Go to the other page',
  /** The host opened the other page beside this one. */
  'go.away': 'Finish the setup on the other page. Then come back here.',
  'go.finished': 'I have finished there',
  'go.unfinished': 'The setup on the other page is not finished yet. Go there again to finish it.',

  'returning.title': 'Welcome back',
  'returning.body': 'We are asking the other page how it went.',
  'returning.checking': 'Checking…',

  'rejected.title': 'It was not set up',
  'rejected.denied': 'The setup on the other page was canceled or declined.',
  'rejected.timed-out': 'The setup on the other page took too long.',
  'rejected.other': 'The other page could not set this method up.',
  'rejected.again': 'Try again',
  'rejected.preparing': 'Preparing the other page…',

  'registered.title': 'Setup finished',
  'registered.body': 'The other page has confirmed it, and the method was registered.',
} as const satisfies Readonly<Record<string, Message>>;
