/** What the authenticator says in English. */
export const en = {
  app: 'Nagisa Pass',
  accounts: 'Your accounts',
  empty: 'No account yet',
  emptyHint: 'When a sign-in page shows a QR code or a link for this app, add it here.',
  add: 'Add an account',
  remove: 'Remove',
  removeNamed: 'Remove {account}',
  gone: 'No longer linked. Remove it, and set the app up again on the sign-in page.',
  unreachable: 'No connection. Requests appear as soon as it is back.',
  stale: 'The clock of this device is wrong. Set the right time, or no request can be shown.',
  noStorage: 'This browser keeps nothing, perhaps because the window is private. Open the app in an ordinary one.',
  waiting: 'Sign-in waiting',
  answer: 'Answer',
  close: 'Close',
  cancel: 'Cancel',
  done: 'Done',

  addTitle: 'Add an account',
  addHint: 'The code is on the sign-in page, once you have chosen this app there.',
  cameraOn: 'Scan with the camera',
  cameraStarting: 'The camera is starting…',
  cameraLooking: 'Hold the QR code in front of the camera.',
  cameraNone: 'There is no camera here. Paste or type the code instead.',
  cameraRefused: 'The camera is not allowed. Allow it for this page, or type the code instead.',
  viewfinder: 'What the camera sees',
  code: 'Code or link',
  codeHint: 'Sixteen letters and digits. Spaces and dashes do not matter.',
  addCode: 'Add',

  confirmTitle: 'Add this account?',
  confirmHint: 'You opened a link that adds an account to this app.',
  confirmWarning: 'Go on only if you are setting up the app yourself, right now.',
  confirm: 'Add the account',

  problems: {
    'not-a-code': 'That is not a code for this app. Compare it with the sign-in page.',
    unknown: 'No sign-in page waits for this code. Check it, or ask for a new one there.',
    used: 'This code was already used. Ask for a new one on the sign-in page.',
    expired: 'This code has expired. Ask for a new one on the sign-in page.',
    'no-storage': 'This browser keeps no keys, perhaps because the window is private. The code was not used.',
    unreachable: 'No answer. Check the connection, and try again.',
    'two-digits': 'Enter the two digits that the sign-in page shows.',
    'wrong-number': 'That was another number. Look at the sign-in page again.',
  },

  addedTitle: 'Account added',
  addedHint: 'Go back to the sign-in page. It may ask for a first approval here.',

  askTitle: 'Are you signing in?',
  account: 'Account',
  organization: 'Organisation',
  from: 'Where',
  time: 'Time',
  number: 'Number on the sign-in page',
  numberHint: 'Two digits. You see no number? Then it is not you.',
  yes: 'Yes',
  no: 'No, it’s not me',
  left: 'Ends in {time}',

  outcomes: {
    approved: { title: 'Approved', hint: 'Go back to the sign-in page.' },
    denied: {
      title: 'Declined',
      hint: 'Nobody was let in. If you did not try to sign in, somebody may know your password: change it.',
    },
    'wrong-number': {
      title: 'Not approved',
      hint: 'That was another number than the sign-in page shows. Ask there for a new request.',
    },
    over: {
      title: 'This request has ended',
      hint: 'It was answered, or its time was up. If you are still signing in, ask for a new one there.',
    },
  },

  removeTitle: 'Remove this account?',
  removeHint: 'This device can then no longer approve sign-ins for it. Make sure that you have another way in.',
  removeConfirm: 'Remove the account',
};

export type Words = typeof en;
