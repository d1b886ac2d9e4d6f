/** Japanese for `hardware-otp`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'serial.title': 'シリアル番号の確認',
  'serial.body': 'トークンを裏返します。シリアル番号は裏面に印刷されています。',
  'serial.label': 'シリアル番号',
  'serial.hint': '英字と数字で入力します。空白やハイフンはあってもなくてもかまいません。',
  'serial.finding': 'トークンを探しています…',
  'serial.empty': 'トークンの裏面にあるシリアル番号を入力してください。',
  'serial.letters': 'シリアル番号は英字と数字のみです。入力内容を確認してください。',
  'serial.refused':
    'この番号のトークンは、お使いのアカウントに追加できません。番号を確認するか、このトークンについてヘルプ デスクにお問い合わせください。',
  'serial.own': 'このトークンは、お使いのアカウントに既に設定されています。',

  'name.title': 'トークンの名前',
  'name.body': '名前を付けると、ほかのトークンと見分けやすくなります。空欄のままでもかまいません。',
  'name.label': '名前 (省略可能)',
  'name.hint': '例: 「キーホルダー」「会社の机」',
  'name.saving': '名前を保存しています…',
  'name.too-long': { other: '{count} 文字以内で入力してください。' },

  'code.title': 'コードの入力',
  'code.body': 'トークンにボタンがある場合は押します。表示された {count} 桁のコードを入力します。',
  'code.label': 'コード',
  'code.checking': 'コードを確認しています…',
  'code.empty': 'トークンに表示されているコードを入力してください。',
  'code.not-digits': 'コードは数字のみです。',
  'code.too-short': 'コードは {count} 桁です。桁数が足りません。',
  'code.too-long': 'コードは {count} 桁です。桁数が多すぎます。',
  'hint.next': '次のコードが表示されたら、すぐに入力してください。',
  'hint.serial': '入力したシリアル番号が、このトークンのものであることを確認してください。',
  'code.late': 'このコードは別の時刻のものです。次のコードが表示されたら、すぐに入力してください。',

  'registered.title': 'ハードウェア トークンが追加されました',
  'registered.body': 'トークンが正常に登録されました。サインイン時には、トークンに表示されるコードを使用します。',
};

export default ja;
