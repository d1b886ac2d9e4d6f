/** Every fault in the shell's words: what is wrong, and what to do. Nobody needs them until something is refused. */
import type { Message } from '../contract/method.js';

export const en = {
  'fault.code-wrong': 'That code is not right. Check it and try again.',
  'fault.code-used': 'That code was already used. Wait for the next one.',
  'fault.code-format': 'That does not look like the code. Check it and try again.',
  'fault.code-clock':
    'That code belongs to another time. Set the clock of your phone to automatic, then enter the next code.',
  'fault.code-expired': 'That code has expired. Ask for a new one.',
  'fault.tries-left': { one: '{count} try left.', other: '{count} tries left.' },
  'fault.exhausted-resend': 'Too many wrong codes. Ask for a new code.',
  'fault.exhausted-restart': 'Too many wrong codes. Start this method over.',
  'fault.exhausted-wait': 'Too many wrong codes. Wait a little, then try again.',
  'fault.number-format': 'This is not a phone number that can be used. Check the country and the digits.',
  'fault.number-line': 'This number cannot receive text messages. Enter a mobile number.',
  'fault.number-refused': 'This kind of number cannot be used here. Enter another number.',
  'fault.input-short': 'This is too short.',
  'fault.input-long': 'This is too long.',
  'fault.input-duplicate': 'This was already given. Enter something else.',
  'fault.input-refused': 'This cannot be used here. Enter something else.',
  'fault.input': 'Check what you entered and try again.',
  'fault.password': 'That password is not right. Try again.',
  'fault.undeliverable': 'We could not deliver the message. Check where it was sent, or use another method.',
  'fault.undeliverable-blocked': 'Messages to this number or address are blocked. Use another one, or another method.',
  'fault.undeliverable-opted-out': 'Our messages were turned off there. Use another number or address.',
  'fault.conflict-own': 'You have already registered this.',
  'fault.conflict': 'This cannot be registered for your account. Use another one.',
  'fault.limit-rate': 'That was a lot in a short time. Wait a little, then try again.',
  'fault.locked': 'Setup is locked for now to protect your account.',
  'fault.again-in': 'You can try again in {time}.',
  'fault.gone': 'This took too long, so the setup was closed. Start this method again.',
  'fault.gone-elsewhere': 'This setup went on in another window. Start it again here if you want to.',
  'fault.unavailable': 'This method is not available at the moment. Set up a different one.',
  'fault.prerequisite': 'Another method has to be set up before this one.',
  'fault.limit': 'You already have as many of these as your organization allows.',
  'fault.denied': 'Your organization does not allow this. Set up a different method, or ask your help desk.',
  'fault.session': 'Your session has ended. Sign in again to go on.',
  'fault.reauth': 'Confirm that it is you, then try again.',
  'fault.unsupported': 'This is not possible here. Set up a different method, or ask your help desk.',
  'fault.network': 'We cannot reach the service. Check your connection, then try again.',
  'fault.server': 'Something went wrong on our side. Try again in a moment.',
  /** For support staff; the value is an opaque reference. */
  'fault.trace': 'Reference: {id}',
} as const satisfies Readonly<Record<string, Message>>;

export type FaultStrings = typeof en;
