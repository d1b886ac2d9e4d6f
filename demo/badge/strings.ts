/** The words of `badge`. */
import type { Message } from '../../src/method.js';

export const en = {
  'number.title': 'Add your badge',
  /** Where the badge opens doors, such as “Shiosai depot”. */
  'number.body': 'Have the badge that you use at {site} at hand.',
  'number.label': 'Number on the badge',
  'number.hint': 'The {count} digits under your photo.',
  'number.looking': 'Looking up the badge…',
  'number.empty': 'Enter the number on your badge.',
  'number.not-digits': 'The number on a badge has digits only.',
  'number.too-short': 'The number has {count} digits. Some are missing.',
  'number.too-long': 'The number has {count} digits. You entered more.',
  /** The backend knows no badge by this number that this person could have. */
  'number.unknown': 'That is not the number of a badge. Check it digit by digit.',

  'pin.title': 'Enter the PIN of your badge',
  'pin.body': 'It came by post with the badge. Nobody will ever ask you for it on the phone.',
  /** The same where the page knows which badge it is about. */
  'pin.body-number': 'It came by post with the badge {number}. Nobody will ever ask you for it on the phone.',
  'pin.label': 'PIN',
  'pin.checking': 'Checking the PIN…',
  'code.empty': 'Enter the PIN.',
  'code.not-digits': 'The PIN has digits only.',
  'code.too-short': 'The PIN has {count} digits. Some are missing.',
  'code.too-long': 'The PIN has {count} digits. You entered more.',

  'registered.title': 'Badge added',
  'registered.body': 'From now on you can sign in with your badge and its PIN.',
} as const satisfies Readonly<Record<string, Message>>;
