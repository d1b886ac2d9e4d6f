/** The words of `push`. `{app}` is the organisation's own name for its app. */
import type { Message } from '../../contract/method.js';

export const en = {
  /** Stands in for the app's name where the organisation gives none. */
  app: 'your organization’s app',

  'get.title': 'Start by getting the app',
  'get.body': 'On your phone, install {app}. You will approve sign-ins in it.',
  'get.ios': 'Download for iOS',
  'get.android': 'Download for Android',
  /** The links open another tab. */
  'get.tab': 'opens in a new tab',
  'get.after': 'Once the app is on your phone, choose Next.',

  'set-up.title': 'Set up your account',
  'set-up.body': 'Keep this page open while you use your phone.',
  /** Three things to do on the phone, as a numbered list. */
  'set-up.notifications': 'Open {app}. If it asks, allow notifications.',
  'set-up.add': 'Choose to add an account, then “work or school account”.',
  'set-up.camera': 'If it asks, let it use the camera. Then choose Next here.',

  'scan.title': 'Scan the QR code',
  'scan.body': 'Scan this code with {app}. That connects the app with your account.',
  'scan.after': 'Once the app lists your account, choose Next. We will send it a test notification.',
  'scan.preparing': 'Preparing your QR code…',
  'scan.looking': 'Looking for your app…',
  /** The name of the picture for those who do not see it. */
  'scan.picture': 'QR code for {app}. To type a code instead, choose “Can’t scan the QR code?” below.',
  'scan.cannot': 'Can’t scan the QR code?',
  'scan.ready': 'The QR code is ready.',
  'scan.paired-title': 'Your app is connected',
  'scan.paired': 'Your app is connected. Choose Next, and we will send it a test notification.',
  'scan.renew': 'Show a new QR code',
  'scan.not-yet': 'Your app is not connected yet. Once it lists your account, choose Next again.',

  'key.title': 'Enter the code by hand',
  'key.body': 'In the app, choose to enter the code by hand, then type these two.',
  'key.code': 'Code',
  'key.url': 'URL',
  'key.picture': 'Show the QR code',
  copy: 'Copy',
  copied: 'Copied',
  /** The browser refused to copy. */
  selected: 'Selected. Copy it with your keyboard or by a long press.',

  /** On a phone: the app is on the same device. */
  'pair.title': 'Connect the app',
  'pair.body': 'Open {app} on this phone with the link. That connects it with your account.',
  'pair.open': 'Connect {app}',
  'pair.opened': 'We opened the app. When it lists your account, come back here and choose Next.',
  /** The link works once. */
  'pair.renew': 'Get a new link',
  'pair.picture': 'Show a QR code for another phone',

  'test.title': 'Let’s try it out',
  'test.body': 'We sent a notification to {app}. Enter this number in it to approve:',
  'test.plain': 'We sent a notification to {app}. Approve it there.',
  /** Spoken when the number appears. */
  'test.said': 'The number to enter in the app is {number}.',
  'test.after': 'This page goes on by itself.',
  'test.hint': 'Nothing there? Open the app on your phone, and check that it may send notifications.',
  'test.sending': 'Sending a notification…',
  'test.again': 'Send a new notification',

  'refused.denied': 'The request was declined',
  'refused.timed-out': 'No answer came',
  'refused.wrong-number': 'That was not the number',
  'refused.unreachable': 'The app could not be reached',
  'refused.spent': 'This QR code was already used',
  'refused.expired': 'The QR code has expired',
  'refused.other': 'The test did not work out',
  'refused.again': 'Send a new notification, then enter the number that we show you in the app.',
  'refused.notifications': 'Check that the app may send notifications, then send a new one.',
  'refused.renew': 'Show a new QR code, and scan it with the app.',
  'refused.none': 'Set up a different method, or ask your help desk.',

  'registered.title': 'Notification approved',
  'registered.body': 'You approved the test, and {app} was registered.',
} as const satisfies Readonly<Record<string, Message>>;
