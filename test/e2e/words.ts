/** What a person reads and presses on the way, as it stands on the screen: written out, so that a mixed-up catalogue is seen. */
import { inArabic } from './in-arabic.js';

const en = {
  signIn: 'Sign in',
  next: 'Next',
  back: 'Back',
  done: 'Done',

  prompt: 'More information required',
  why: 'Nagisa Tramways asks you to set up 2 ways to prove that it is you when you sign in.',
  howLong: 'This takes about 4 minutes.',
  atHand: 'Keep your phone at hand.',
  otherAccount: 'Use a different account',

  setUp: 'Set up your account',
  scan: 'Scan the QR code',
  cannotScan: 'Can’t scan the QR code?',
  key: 'Enter the key by hand',
  showQr: 'Show the QR code',
  appAdded: 'Authenticator app added',

  phone: 'Phone',
  phoneNumber: 'Phone number',
  phoneAdded: 'Phone added',

  enterCode: 'Enter the code',
  code: 'Code',
  wrongCode: 'That code is not right. Check it and try again.',
  usualReasons: [
    'Check that you read the entry for this account.',
    'Wait for the next code, then enter it at once.',
    'Check that your phone sets its time automatically.',
  ],

  success: 'Success!',
  methods: 'Your methods',
  app: 'Authenticator app',
  isDefault: 'Default sign-in method',

  start: 'You are signed in',
  startAgain: 'Start again',
};

const ja: typeof en = {
  signIn: 'サインイン',
  next: '次へ',
  back: '戻る',
  done: '完了',

  prompt: '詳細情報が必要です',
  why: 'なぎさ電車では、サインイン時にご本人であることを確認する方法を 2 つ設定していただく必要があります。',
  howLong: '所要時間は約 4 分です。',
  atHand: 'お使いの電話をお手元にご用意ください。',
  otherAccount: '別のアカウントを使用する',

  setUp: 'アカウントのセットアップ',
  scan: 'QR コードをスキャンします',
  cannotScan: 'QR コードをスキャンできませんか?',
  key: 'キーを手動で入力します',
  showQr: 'QR コードを表示する',
  appAdded: '認証アプリが追加されました',

  phone: '電話',
  phoneNumber: '電話番号',
  phoneAdded: '電話が追加されました',

  enterCode: 'コードの入力',
  code: 'コード',
  wrongCode: 'コードが正しくありません。確認して、もう一度入力してください。',
  usualReasons: [
    'このアカウントの項目のコードであることを確認してください。',
    '次のコードが表示されたら、すぐに入力してください。',
    '電話の時刻が自動設定になっていることを確認してください。',
  ],

  success: '成功',
  methods: '設定済みの方法',
  app: '認証アプリ',
  isDefault: '既定のサインイン方法',

  start: 'サインインしました',
  startAgain: '最初からやり直す',
};

export type Words = typeof en;
/** The two that we have, and one that a host brings along. */
export type Language = 'en' | 'ja' | 'ar';

export const words: Readonly<Record<Language, Words>> = { en, ja, ar: inArabic(en) };
