/** The words of `email`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'address.title': 'Email',
  /** Why the address is asked for, and that it is for recovery only. */
  'address.body':
    'If you forget your password, we send a code to this address so that you can get back in. It is used for that only, never to sign in.',
  'address.label': 'What email address would you like to use?',
  'address.hint': 'Choose one that you can open without your work password.',
  /** A guess at a slip of the finger, shown below the field; it holds nobody up. */
  'address.typo': 'Did you mean {domain}?',
  sending: 'Sending a code…',
  'address.empty': 'Enter your email address.',
  'address.no-at': 'An email address has an @, as in name@example.com. Check what you entered.',
  'address.incomplete': 'Part of the address is missing. It looks like name@example.com.',
  'address.characters': 'There is a space or character here that no address can have. Enter one address only.',
  'address.too-long': 'This address is too long. Check what you entered.',
  'address.own': 'You sign in with this address. If you cannot sign in, you cannot open it either. Enter another one.',
  'address.organization':
    'This address belongs to your organization. If you cannot sign in, you cannot open it either. Enter a private one.',
  /** The time for the code is over. */
  'address.gone': 'The code has expired. Send a new one to the address below.',

  'code.title': 'Enter the code',
  'code.body': 'We sent a {count}-digit code to {address}. Enter it below.',
  /** After a reload, where the backend does not tell the address. */
  'code.body-unnamed': 'Enter the {count}-digit code that we sent you.',
  'code.label': 'Code',
  /** What helps most when no mail comes. */
  'code.junk': 'It may take a minute. Look in your junk mail, too.',
  /** The address may hold a slip of the finger. */
  'code.typo': 'Is the address right? It ends like {domain}, but not quite.',
  'code.checking': 'Checking the code…',
  'code.sent': 'A new code is on its way. Use the newest one.',
  'code.no-more': 'No more codes can be sent to this address for now.',
  'code.again': 'Send a new code',
  'code.again-after': {
    one: 'Send a new code (in\u00a0{count}\u00a0second)',
    other: 'Send a new code (in\u00a0{count}\u00a0seconds)',
  },
  'code.change': 'Change the address',
  'code.empty': 'Enter the code from the mail.',
  'code.not-digits': 'The code has digits only.',
  'code.too-short': 'The code has {count} digits. Some are missing.',
  'code.too-long': 'The code has {count} digits. You entered more.',

  'registered.title': 'Email added',
  'registered.body': 'We use this address only to help you get back in.',
} as const satisfies Readonly<Record<string, Message>>;
