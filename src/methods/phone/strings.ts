/** The words of `phone`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'number.title': 'Phone',
  /** Why the number is asked for, by the ways in which it can be reached. */
  'number.body.sms': 'You can prove who you are with a code that we text to your phone.',
  'number.body.voice': 'You can prove who you are by answering a call on your phone.',
  'number.body.both': 'You can prove who you are with a code that we text to your phone, or by answering a call.',
  /** Before the number is given: the risk. */
  'number.risk': 'Texts and calls can be intercepted. Where you can choose, another method protects you better.',
  'number.label': 'What phone number would you like to use?',
  'number.country': 'Country or region',
  'number.number': 'Phone number',
  /** Of an office phone: its name, and what is wrong with it. */
  'number.ext': 'Extension (optional)',
  'number.extension': 'An extension has digits only.',
  'number.rates': 'Message and data rates may apply.',
  /** Text or call. */
  'number.channel': 'How should we reach you?',
  'channel.sms': 'Text me a code',
  'channel.voice': 'Call me',
  'sending.sms': 'Sending a code…',
  'sending.voice': 'Placing the call…',
  'number.empty': 'Enter your phone number.',
  'number.letters': 'A phone number has digits only. Check what you entered.',
  'number.too-short': 'This number is too short. Check the country and the digits.',
  'number.too-long': 'This number is too long. Check the country and the digits.',
  'number.impossible': 'This number does not exist. Check the country and the digits.',
  'number.country-refused': 'Numbers of this country cannot be used here. Enter another number.',
  /** The rules for numbers of the country could not be fetched. */
  'number.unread': 'We could not check this number. Check your connection, then try again.',
  'number.gone-code': 'The code has expired. Send a new one to the number below.',
  'number.gone-call': 'The time for the call is over. Choose Next to be called again.',

  'code.title': 'Enter the code',
  'code.body.sms': 'We sent a {count}-digit code to {number}. Enter it below.',
  'code.body.voice': 'We are calling {number}. Answer, and enter the {count}-digit code that you hear.',
  /** After a reload, where the backend does not tell the number. */
  'code.body-unnamed': 'Enter the {count}-digit code that we sent you.',
  'code.label': 'Code',
  'code.checking': 'Checking the code…',
  'code.sent': 'A new code is on its way. Use the newest one.',
  'code.no-more': 'This number cannot be reached again for now.',
  'code.change': 'Change the number',
  'code.empty': 'Enter the code from the message.',
  'code.not-digits': 'The code has digits only.',
  'code.too-short': 'The code has {count} digits. Some are missing.',
  'code.too-long': 'The code has {count} digits. You entered more.',

  /** Links: the same once more, or the other way; while one has to wait, with the wait. */
  'again.sms': 'Send a new code',
  'again.sms-after': {
    one: 'Send a new code (in\u00a0{count}\u00a0second)',
    other: 'Send a new code (in\u00a0{count}\u00a0seconds)',
  },
  'again.voice': 'Call again',
  'again.voice-after': {
    one: 'Call again (in\u00a0{count}\u00a0second)',
    other: 'Call again (in\u00a0{count}\u00a0seconds)',
  },
  /** Spoken when the wait is over. */
  'again.allowed': 'You can be called again now.',
  'instead.sms': 'Text me a code instead',
  'instead.voice': 'Call me instead',

  'calling.title': 'Answer your phone',
  'calling.body': 'We are calling {number}.',
  'calling.body-unnamed': 'We are calling your phone.',
  /** The number that the phone shows. */
  'calling.from': 'The call comes from {number}.',
  /** Two things to do on the phone, as a numbered list. */
  'calling.answer': 'Answer the call.',
  'calling.press': 'Press # on the keypad when the voice asks you to.',
  /** Spoken when the page appears: the phone is at the ear. */
  'calling.said': 'Answer the call, and press # when the voice asks you to. This page goes on by itself.',
  'calling.after': 'This page goes on by itself.',

  'unanswered.title': 'The call did not go through',
  'unanswered.no-answer': 'Nobody answered, or the call went to voicemail.',
  'unanswered.busy': 'The line was busy, or the call was declined.',
  'unanswered.wrong-key': 'Another key than # was pressed.',
  'unanswered.unreachable': 'The phone could not be reached. Check that it is on and has a signal.',
  'unanswered.other': 'The call was not confirmed.',
  /** Asked for the next call too early. */
  'unanswered.early': {
    one: 'You can be called again in {count} second.',
    other: 'You can be called again in {count} seconds.',
  },

  'registered.title': 'Phone added',
  'registered.code': 'The code was right, and your phone was registered.',
  'registered.call': 'You answered the call, and your phone was registered.',
} as const satisfies Readonly<Record<string, Message>>;
