/** Japanese for the pages that few people meet. */
import type { Translation } from '../contract/method.js';
import type { AsideStrings } from './aside-strings.js';

const ja: Translation<AsideStrings> = {
  'chooser.title': '別の方法を選択します',
  'chooser.label': 'どの方法を使用しますか?',
  'chooser.confirm': '確認',
  recommended: '推奨',
  'phishing-resistant': 'フィッシングに強い方法',
  restricted: '保護の強さは限定的',

  'usage.sign-in': 'サインイン用',
  'usage.both': 'サインインとアカウントの回復用',

  'review.title': '登録内容に変わりはありませんか?',
  'review.body': '組織により、登録済みの方法を定期的に確認することが求められています。',
  'review.wrong': '使わなくなった方法がある場合は、ヘルプ デスクにご連絡ください。',
  'review.right': '変わりありません',

  'session.ends': 'セッションはあと {time}で終了します。',
  'session.stay': 'サインインしたままにする',
  'session.where': 'このページの先頭にある「サインインしたままにする」を選択してください。',
  'session.kept': '設定済みの方法は保存されています。',

  'default.title': '既定の方法を選択します',
  'default.label': '最初に使用する方法を選択してください。',
  'default.by': '{method} – {channel}',
  'default.setting': '既定の方法を変更しています…',
  'default.set': '既定の方法を {method} に変更しました。',

  'trouble.no-adapter.title': 'このページはまだ接続されていません',
  'trouble.no-adapter.body':
    'サービスに接続されていないため、セットアップを開始できません。ヘルプ デスクにご連絡ください。',
  'trouble.insecure': 'https で接続されていないため、セットアップを開始できません。ヘルプ デスクにご連絡ください。',
  'trouble.session-expired.title': 'セッションが終了しました',
  'trouble.session-expired.body':
    'セキュリティのため、セッションには有効時間があります。続けるには、もう一度サインインしてください。設定済みの内容は保存されています。',
  'trouble.session-expired.action': 'もう一度サインインする',
  'trouble.blocked.title': 'ここでは設定できません',
  'trouble.blocked.place': '組織の設定により、社内ネットワークなど決められた場所からのみ設定できます。',
  'trouble.blocked.device': '組織の設定により、組織が管理するデバイスからのみ設定できます。',
  'trouble.blocked.role': '組織の設定により、このアカウントでは設定できません。',
  'trouble.blocked.other': '組織の設定により、現在は設定できません。',
  'trouble.blocked.next': '今後の手順については、ヘルプ デスクにお問い合わせください。',
  'trouble.nothing-possible.title': 'ここでは何も設定できません',
  'trouble.nothing-possible.body':
    '組織では詳細情報が必要とされていますが、このアカウントで設定できる方法がありません。ヘルプ デスクにお問い合わせください。',

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
