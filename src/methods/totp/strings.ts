/** The words of `totp`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'set-up.title': 'Set up your account',
  'set-up.body': 'Any authenticator app that shows 6-digit codes will do.',
  /** Three things to do on the phone, as a numbered list. */
  'set-up.install': 'Install an authenticator app on your phone, or open the one you have.',
  'set-up.add': 'In the app, choose to add an account.',
  'set-up.camera': 'When the app asks, let it use the camera. Then choose Next here.',

  'scan.title': 'Scan the QR code',
  'scan.body': 'Scan this code with your authenticator app. That connects the app with your account.',
  'scan.after': 'Once the app lists the account, choose Next.',
  'scan.preparing': 'Preparing your QR code…',
  /** The name of the picture for those who do not see it. */
  'scan.picture': 'QR code for your authenticator app. To type a key instead, choose “Can’t scan the QR code?” below.',
  'scan.cannot': 'Can’t scan the QR code?',
  'scan.ready': 'The QR code is ready.',
  /** On a phone: hands the account to an app on the same device. */
  'scan.here': 'Set up in an app on this device',
  'scan.renewed': 'The QR code before is no longer valid. Scan this new one.',

  'key.title': 'Enter the key by hand',
  'key.picture': 'Show the QR code',
  'manual.body': 'In the app, choose to enter a key by hand. Pick “time-based” if it asks.',
  'manual.account': 'Account name',
  'manual.secret': 'Secret key',
  'manual.other': 'Value',
  copy: 'Copy',
  copied: 'Copied',
  /** The browser refused to copy. */
  selected: 'Selected. Copy it with your keyboard or by a long press.',

  'code.title': 'Enter the code',
  'code.body': 'Enter the {count}-digit code that your app shows for this account.',
  'code.label': 'Code',
  'code.checking': 'Checking the code…',
  'code.empty': 'Enter the code that your app shows.',
  'code.not-digits': 'The code has digits only.',
  'code.too-short': 'The code has {count} digits. Some are missing.',
  'code.too-long': 'The code has {count} digits. You entered more.',
  /** After a wrong code: three things that are usually the reason. */
  'hint.entry': 'Check that you read the entry for this account.',
  'hint.next': 'Wait for the next code, then enter it at once.',
  'hint.clock': 'Check that your phone sets its time automatically.',

  'registered.title': 'Authenticator app added',
  'registered.body': 'Your authenticator app was registered. It shows the codes that you will use to sign in.',
} as const satisfies Readonly<Record<string, Message>>;
