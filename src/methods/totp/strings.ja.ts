/** Japanese for `totp`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'set-up.title': 'アカウントのセットアップ',
  'set-up.body': '6 桁のコードを表示する認証アプリであれば、どのアプリでも使用できます。',
  'set-up.install': '電話に認証アプリをインストールするか、お使いの認証アプリを開きます。',
  'set-up.add': 'アプリでアカウントの追加を選択します。',
  'set-up.camera': 'カメラの使用を求められたら許可します。その後、このページで [次へ] を選択します。',

  'scan.title': 'QR コードをスキャンします',
  'scan.body': '認証アプリでこのコードをスキャンします。これで、アプリとアカウントがつながります。',
  'scan.after': 'アプリにアカウントが表示されたら、[次へ] を選択します。',
  'scan.preparing': 'QR コードを準備しています…',
  'scan.picture':
    '認証アプリ用の QR コード。キーを入力する場合は、下の [QR コードをスキャンできませんか?] を選択してください。',
  'scan.cannot': 'QR コードをスキャンできませんか?',
  'scan.ready': 'QR コードの準備ができました。',
  'scan.here': 'このデバイスのアプリで設定する',
  'scan.renewed': '前の QR コードは無効になりました。新しいコードをスキャンしてください。',

  'key.title': 'キーを手動で入力します',
  'key.picture': 'QR コードを表示する',
  'manual.body': 'アプリで、キーを手動で入力する方法を選択します。種類を選ぶ場合は「時間ベース」を選択します。',
  'manual.account': 'アカウント名',
  'manual.secret': '秘密鍵',
  'manual.other': '値',
  copy: 'コピー',
  copied: 'コピーしました',
  selected: '選択しました。キーボードまたは長押しでコピーしてください。',

  'code.title': 'コードの入力',
  'code.body': 'アプリに表示されている、このアカウントの {count} 桁のコードを入力します。',
  'code.label': 'コード',
  'code.checking': 'コードを確認しています…',
  'code.empty': 'アプリに表示されているコードを入力してください。',
  'code.not-digits': 'コードは数字のみです。',
  'code.too-short': 'コードは {count} 桁です。桁数が足りません。',
  'code.too-long': 'コードは {count} 桁です。桁数が多すぎます。',
  'hint.entry': 'このアカウントの項目のコードであることを確認してください。',
  'hint.next': '次のコードが表示されたら、すぐに入力してください。',
  'hint.clock': '電話の時刻が自動設定になっていることを確認してください。',

  'registered.title': '認証アプリが追加されました',
  'registered.body': '認証アプリが正常に登録されました。サインイン時には、アプリに表示されるコードを使用します。',
};

export default ja;
