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
  tooLate: 'The QR code before is no longer valid. Scan this new one.',
  used: 'That code was already used. Wait for the next one.',
  usualReasons: [
    'Check that you read the entry for this account.',
    'Wait for the next code, then enter it at once.',
    'Check that your phone sets its time automatically.',
  ],

  getApp: 'Start by getting the app',
  download: ['Download for iOS', 'Download for Android'],
  otherApp: 'I want to use a different authenticator app',
  byHand: 'Enter the code by hand',
  connected: 'Your app is connected',
  notYet: 'Your app is not connected yet. Once it lists your account, choose Next again.',
  test: 'Let’s try it out',
  wrongNumber: 'That was not the number',
  declined: 'The request was declined',
  again: 'Send a new notification',
  approved: 'Notification approved',
  approvalApp: 'Approval app',
  textMe: 'Text me a code',
  callMe: 'Call me',
  answer: 'Answer your phone',
  byCall: 'You answered the call, and your phone was registered.',
  byText: 'The code was right, and your phone was registered.',

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
  tooLate: '前の QR コードは無効になりました。新しいコードをスキャンしてください。',
  used: 'このコードは既に使用されています。次のコードが表示されるまでお待ちください。',
  usualReasons: [
    'このアカウントの項目のコードであることを確認してください。',
    '次のコードが表示されたら、すぐに入力してください。',
    '電話の時刻が自動設定になっていることを確認してください。',
  ],

  getApp: '最初にアプリを取得します',
  download: ['iOS 版をダウンロード', 'Android 版をダウンロード'],
  otherApp: '別の認証アプリを使用します',
  byHand: 'コードを手動で入力します',
  connected: 'アプリがつながりました',
  notYet: 'アプリはまだつながっていません。アプリにアカウントが表示されてから、もう一度 [次へ] を選択してください。',
  test: '試してみましょう',
  wrongNumber: '番号が違います',
  declined: '要求が拒否されました',
  again: '新しい通知を送信する',
  approved: '通知が承認されました',
  approvalApp: '承認アプリ',
  textMe: 'コードをテキスト メッセージで受け取る',
  callMe: '電話を受ける',
  answer: '電話に出てください',
  byCall: '電話の応答が確認され、お使いの電話が正常に登録されました。',
  byText: 'コードが確認され、お使いの電話が正常に登録されました。',

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
