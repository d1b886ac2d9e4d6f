/** The words of `hardware-otp`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'serial.title': 'Find the serial number',
  'serial.body': 'Turn your token over. The serial number is printed on its back.',
  /** The name of the field. */
  'serial.label': 'Serial number',
  'serial.hint': 'Letters and digits. Spaces and dashes do not matter.',
  'serial.finding': 'Looking for your token…',
  'serial.empty': 'Enter the serial number from the back of your token.',
  'serial.letters': 'A serial number has letters and digits only. Check what you entered.',
  /** Unknown, or somebody else's: which of the two is never said. */
  'serial.refused':
    'No token with this number can be added to your account. Check the number, or ask your help desk about this token.',
  /** The person has this very token already. */
  'serial.own': 'This token is already set up for your account.',

  'name.title': 'Name your token',
  'name.body': 'A name helps you tell it from other tokens. You can leave this empty.',
  'name.label': 'Name (optional)',
  'name.hint': 'For example “Key ring” or “Desk at work”.',
  'name.saving': 'Saving the name…',
  'name.too-long': { one: 'Use {count} character at most.', other: 'Use {count} characters at most.' },

  'code.title': 'Enter the code',
  'code.body': 'Press the button on your token if it has one. Enter the {count}-digit code that it shows now.',
  'code.label': 'Code',
  'code.checking': 'Checking the code…',
  'code.empty': 'Enter the code that your token shows.',
  'code.not-digits': 'The code has digits only.',
  'code.too-short': 'The code has {count} digits. Some are missing.',
  'code.too-long': 'The code has {count} digits. You entered more.',
  /** After a wrong code: two things that are usually the reason. */
  'hint.next': 'Wait for the next code, then enter it at once.',
  'hint.serial': 'Check that the serial number you entered is that of this token.',
  /** A code of minutes ago, or of minutes to come. */
  'code.late': 'That code belongs to another time. Wait for the next one, and enter it at once.',

  'registered.title': 'Hardware token added',
  'registered.body': 'Your token was registered. It shows the codes that you will use to sign in.',
} as const satisfies Readonly<Record<string, Message>>;
