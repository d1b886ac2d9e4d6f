/** The words of `app-password`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'name.title': 'Name your app password',
  'name.body':
    'Some older apps, such as mail programs, can only ask for a password. They get one of their own from us; your usual password stays with you.',
  'name.label': 'Name',
  'name.hint': 'Say where you will use it. Make one for each device, so that you can remove a lost one by itself.',
  /** A suggestion that already stands in the field. */
  'name.suggestion': 'Mail on my computer',
  /** The same, on a phone. */
  'name.suggestion-phone': 'Mail on my phone',
  'name.empty': 'Enter a name, such as the app or the device.',
  'name.too-long': { one: 'Use no more than {count} character.', other: 'Use no more than {count} characters.' },
  'name.taken': 'You already have an app password with this name. Choose another one.',
  'name.full': 'You have as many app passwords as your organization allows. Delete one that you no longer use first.',
  'name.preparing': 'Making your password…',
  /** The password was shown too long, and has died. */
  'name.gone': 'That took too long, so that password will not work. Get a new one, and use that instead.',

  'password.title': 'Copy your app password',
  'password.body': 'Enter this in the app instead of your usual password. It is shown only this once.',
  'password.label': 'App password',
  /** The same with the name that the person gave it. */
  'password.label-of': 'App password “{name}”',
  'password.after':
    'Choose Done when you have entered or copied it. It works from then on; if the app has refused it, try again.',
  'password.done': 'Done',
  'password.saving': 'Making your password ready to use…',
  copy: 'Copy',
  copied: 'Copied',
  /** The browser refused to copy. */
  selected: 'Selected. Copy it with your keyboard or by a long press.',

  'registered.title': 'App password created',
  'registered.body': 'The app can sign in with it from now on. When you no longer use the app, delete its password.',
} as const satisfies Readonly<Record<string, Message>>;
