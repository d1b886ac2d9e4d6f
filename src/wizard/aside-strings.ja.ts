/** Japanese for the pages that lie over others. */
import type { Translation } from '../contract/method.js';
import type { AsideStrings } from './aside-strings.js';

const ja: Translation<AsideStrings> = {
  'chooser.title': '別の方法を選択します',
  'chooser.label': 'どの方法を使用しますか?',
  'chooser.confirm': '確認',
  recommended: '推奨',
  'phishing-resistant': 'フィッシングに強い方法',
  recovery: 'アカウントの回復専用',

  'default.title': '既定の方法を選択します',
  'default.label': '最初に使用する方法を選択してください。',
  'default.by': '{method} – {channel}',
  'default.setting': '既定の方法を変更しています…',

  'password.title': 'パスワードをもう一度入力してください',
  'password.body': 'サインインしてから時間が経っています。ご本人であることを確認します。入力済みの内容は保持されます。',
  'password.label': 'パスワード',
  'password.empty': 'パスワードを入力してください。',
  'password.checking': '確認しています…',
  'host.title': 'ご本人であることの確認',
  'host.body': '組織が、ご本人であることを確認します。入力済みの内容は保持されます。',
  'host.go': '続行',
  'redirect.body': 'いったんこのページを離れてサインインし直します。完了すると、元の場所に戻ります。',
  'human.title': 'かんたんな確認',
  'human.body': 'このページに表示される確認を完了してください。',
};

export default ja;
