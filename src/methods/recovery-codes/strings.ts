/** The words of `recovery-codes`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'set-up.title': 'Get recovery codes',
  'set-up.body': 'Recovery codes let you in when you do not have your phone with you, or have lost it.',
  /** Three things to know, as a list. */
  'set-up.once': 'Each code works once.',
  'set-up.keep': 'Keep them where you can get at them without your phone: on paper, or in a password manager.',
  'set-up.old': 'If you have codes already, they work until you have saved the new ones.',
  'set-up.show': 'Show the codes',
  'set-up.preparing': 'Preparing your codes…',
  /** The codes were shown too long, and have died. */
  'set-up.gone': 'That took too long, so those codes will not work. Throw away any copy, and get new ones.',

  'codes.title': 'Save your recovery codes',
  'codes.body': 'Save these codes now. They are shown only this once, and each works once.',
  /** The name of the list of codes; also read with the buttons: “Copy, Your recovery codes”. */
  'codes.list': 'Your recovery codes',
  copy: 'Copy',
  copied: 'Copied',
  /** The browser refused to copy. */
  selected: 'Selected. Copy them with your keyboard or by a long press.',
  'codes.download': 'Download',
  /** Said aloud too. Whether the file was kept is not known. */
  'codes.downloaded': 'Download started',
  'codes.print': 'Print',
  /** A checkbox. */
  'codes.saved': 'I have saved these codes',
  'codes.unsaved': 'Save the codes first, then tick this box. You cannot see them again later.',
  'codes.saving': 'Making your codes ready to use…',

  /** The file and the sheet of paper: two lines over the codes, one under them. */
  'file.title': 'Recovery codes',
  /** Instead of the title, where the organization has a name. */
  'file.title-of': 'Recovery codes for {service}',
  'file.about': 'Account {account}, {date}',
  'file.note': 'Each code works once. Cross it out after use. Do not show these codes to anyone.',
  /** The name of the downloaded file. Says nothing of what it opens; Latin letters only. */
  'file.name': 'codes.txt',

  'registered.title': 'Recovery codes saved',
  'registered.body': 'When you cannot use your other methods, sign in with one of these codes.',
} as const satisfies Readonly<Record<string, Message>>;
