/** The words of `passkey`. */
import type { Message } from '../../contract/method.js';

export const en = {
  'about.title.passkey': 'Set up a passkey',
  'about.title.key': 'Set up your security key',
  /** Three ways to say what will be made: wherever the person wants it, on this device, on a security key. */
  'about.any':
    'A passkey lets you sign in the way you unlock your device: by face, finger or PIN. There is nothing to type.',
  'about.platform':
    'This device keeps a passkey for you, and opens it the way you unlock the device: by face, finger or PIN.',
  'about.cross-platform': 'A security key is a small device that you plug in or hold near. It keeps a passkey for you.',
  /** What is about to happen, as a numbered list. */
  'about.any.first': 'Your browser asks where to keep it: on this device, on a phone, or on a security key.',
  'about.any.then': 'Confirm with your face, finger or PIN. They never leave your device.',
  'about.platform.first': 'Your browser asks whether this device may keep it.',
  'about.platform.then': 'Confirm with your face, finger or PIN. They never leave this device.',
  'about.cross-platform.first': 'Have your key ready. When the browser asks, plug it in or hold it to your device.',
  'about.cross-platform.then': 'Touch it when it blinks. If it asks for a PIN, enter it, or choose one for a new key.',
  /** Only where a phone may keep it. */
  'about.phone':
    'On a phone: turn on Bluetooth on both devices, and scan the browser’s code with the phone’s camera. If the phone keeps no passkeys yet, turn that on in its password settings.',

  'unable.browser': 'This browser cannot make a passkey',
  'unable.frame': 'This page may not make a passkey',
  'unable.device': 'This device is not ready for a passkey',
  'unable.browser.body': 'Open this page in an up-to-date browser, or on another device.',
  'unable.frame.body':
    'It is shown inside another page, which does not allow it. Open it in a window of its own, or tell your help desk.',
  'unable.device.body':
    'It has no screen lock that could protect one. Set up a PIN, face or finger in the settings of the device, then look again.',
  'unable.again': 'Look again',

  'create.title': 'Name it, then create it',
  'create.body': 'Your browser takes over when you choose Create, and brings you back here.',
  'create.label': 'Name',
  'create.hint': 'To tell it from others in your list.',
  /** The button that hands over to the browser. */
  'create.go': 'Create',
  /** The passkey is there, and only has to be registered. */
  'create.save': 'Save',
  'create.ready': 'Ready. Choose Create to go on.',
  'create.preparing': 'Preparing…',
  'create.device': 'Waiting for your browser…',
  'create.saving': 'Saving…',

  /** What the name is until the person changes it; `{device}` is what the browser calls the system it runs on. */
  'name.passkey': 'Passkey',
  'name.passkey-on': 'Passkey ({device})',
  'name.key': 'Security key',
  'name.empty': 'Enter a name.',
  'name.too-long': 'Use {count} characters or fewer.',

  'problem.exists': 'This device or key already has a passkey for your account. Use another one.',
  /** Neutral: browsers do not tell which of these it was. */
  'problem.not-made':
    'Nothing was created. It was canceled or took too long, or your device could not check that it is you. Try again when you are ready.',
  'problem.framed':
    'Nothing was created. If your browser asked you nothing, open this page in a window of its own: here it is shown inside another page.',
  'problem.no-verification':
    'This device or key cannot check that it is you. Set up a PIN, face or finger for it, or use another one.',
  'problem.model': 'Your organization does not accept this model. Use another device or key.',
  'problem.address': 'Passkeys cannot be created at this address. Please tell your help desk.',
  'problem.failed': 'The passkey could not be created. Try again, or go back and set up a different method.',
  'problem.renewed': 'The time for this was over. Please create it once more.',

  'registered.title.passkey': 'Passkey added',
  'registered.title.key': 'Security key added',
  'registered.body': 'It was registered under this name. Use it the next time you sign in: there is no code to type.',
} as const satisfies Readonly<Record<string, Message>>;
