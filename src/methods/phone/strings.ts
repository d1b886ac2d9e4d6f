/** The words of `phone`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'number.title': 'Phone',
  /** Why the number is asked for. */
  'number.body': 'You can prove who you are with a code that we text to your phone.',
  'number.label': 'What phone number would you like to use?',
  'number.country': 'Country or region',
  'number.number': 'Phone number',
  'number.rates': 'Message and data rates may apply.',
  'number.sending': 'Sending a code…',
  'number.empty': 'Enter your phone number.',
  'number.letters': 'A phone number has digits only. Check what you entered.',
  'number.too-short': 'This number is too short. Check the country and the digits.',
  'number.too-long': 'This number is too long. Check the country and the digits.',
  'number.impossible': 'This number does not exist. Check the country and the digits.',
  'number.country-refused': 'Numbers of this country cannot be used here. Enter another number.',

  /** The rules for numbers of the country could not be fetched. */
  'number.unread': 'We could not check this number. Check your connection, then try again.',

  'code.title': 'Enter the code',
  'code.body': 'We sent a {count}-digit code to {number}. Enter it below.',
  /** After a reload, where the backend does not tell the number. */
  'code.body-unnamed': 'Enter the {count}-digit code that we sent you.',
  'code.label': 'Code',
  'code.checking': 'Checking the code…',
  'code.sending': 'Sending a new code…',
  'code.sent': 'A new code is on its way. Use the newest one.',
  'code.resend': 'Send a new code',
  'code.resend-after': {
    one: 'Send a new code (in {count} second)',
    other: 'Send a new code (in {count} seconds)',
  },
  'code.no-more': 'No more codes can be sent to this number for now.',
  'code.change': 'Change the number',
  'code.empty': 'Enter the code from the message.',
  'code.not-digits': 'The code has digits only.',
  'code.too-short': 'The code has {count} digits. Some are missing.',
  'code.too-long': 'The code has {count} digits. You entered more.',
  'code.gone': 'The code has expired. Send a new one to the number below.',

  'registered.title': 'Phone added',
  'registered.body': 'The code was right, and your phone was registered.',
} as const satisfies Readonly<Record<string, Message>>;
