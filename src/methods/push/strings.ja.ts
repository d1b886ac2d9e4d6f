/** Japanese for `push`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  app: '組織のアプリ',

  'get.title': '最初にアプリを取得します',
  'get.body': 'お使いの電話に {app} をインストールします。サインインの承認に使用します。',
  'get.ios': 'iOS 版をダウンロード',
  'get.android': 'Android 版をダウンロード',
  'get.tab': '新しいタブで開きます',
  'get.after': 'アプリをインストールした後、[次へ] を選択します。',

  'set-up.title': 'アカウントのセットアップ',
  'set-up.body': '電話を操作している間、このページを開いたままにしておきます。',
  'set-up.notifications': '{app} を開きます。メッセージが表示されたら、通知を許可します。',
  'set-up.add': 'アカウントの追加を選択し、[職場または学校アカウント] を選択します。',
  'set-up.camera': 'カメラの使用を求められたら許可します。その後、このページで [次へ] を選択します。',

  'scan.title': 'QR コードをスキャンします',
  'scan.body': '{app} でこのコードをスキャンします。これで、アプリとアカウントがつながります。',
  'scan.after': 'アプリにアカウントが表示されたら、[次へ] を選択します。テスト通知を送信します。',
  'scan.preparing': 'QR コードを準備しています…',
  'scan.looking': 'アプリを確認しています…',
  'scan.picture':
    '{app} 用の QR コード。コードを入力する場合は、下の [QR コードをスキャンできませんか?] を選択してください。',
  'scan.cannot': 'QR コードをスキャンできませんか?',
  'scan.ready': 'QR コードの準備ができました。',
  'scan.paired-title': 'アプリがつながりました',
  'scan.paired': 'アプリがつながりました。[次へ] を選択すると、テスト通知を送信します。',
  'scan.renew': '新しい QR コードを表示する',
  'scan.not-yet':
    'アプリはまだつながっていません。アプリにアカウントが表示されてから、もう一度 [次へ] を選択してください。',

  'key.title': 'コードを手動で入力します',
  'key.body': 'アプリで、コードを手動で入力する方法を選択し、次の 2 つを入力します。',
  'key.code': 'コード',
  'key.url': 'URL',
  'key.picture': 'QR コードを表示する',
  copy: 'コピー',
  copied: 'コピーしました',
  selected: '選択しました。キーボードまたは長押しでコピーしてください。',

  'pair.title': 'アプリとつなぎます',
  'pair.body': 'この電話で、リンクから {app} を開きます。これで、アプリとアカウントがつながります。',
  'pair.open': '{app} とつなぐ',
  'pair.opened': 'アプリを開きました。アカウントが表示されたら、このページに戻って [次へ] を選択します。',
  'pair.renew': '新しいリンクを取得する',
  'pair.picture': '別の電話のために QR コードを表示する',

  'test.title': '試してみましょう',
  'test.body': '{app} に通知を送信しました。承認するには、アプリに次の番号を入力します。',
  'test.plain': '{app} に通知を送信しました。アプリで承認してください。',
  'test.said': 'アプリに入力する番号は {number} です。',
  'test.after': '承認すると、このページは自動的に進みます。',
  'test.hint': '通知が届かない場合は、電話でアプリを開き、通知が許可されていることを確認してください。',
  'test.sending': '通知を送信しています…',
  'test.again': '新しい通知を送信する',

  'refused.denied': '要求が拒否されました',
  'refused.timed-out': '応答がありませんでした',
  'refused.wrong-number': '番号が違います',
  'refused.unreachable': 'アプリに接続できませんでした',
  'refused.spent': 'この QR コードは既に使用されています',
  'refused.expired': 'QR コードの有効期限が切れました',
  'refused.other': 'テストが完了しませんでした',
  'refused.again': '電話を手元に用意して新しい通知を送信し、表示される番号をアプリに入力してください。',
  'refused.notifications':
    '電話の電源と、アプリの通知が許可されていることを確認してから、新しい通知を送信してください。',
  'refused.renew': '新しい QR コードを表示して、アプリでスキャンしてください。',
  'refused.none': '別の方法を設定するか、ヘルプ デスクにお問い合わせください。',

  'registered.title': '通知が承認されました',
  'registered.body': 'テストが承認され、{app} が正常に登録されました。',
};

export default ja;
