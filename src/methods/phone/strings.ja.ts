/** Japanese for `phone`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'number.title': '電話',
  'number.body': '電話に送信されるコードを使って、ご本人であることを確認できます。',
  'number.label': 'どの電話番号を使用しますか?',
  'number.country': '国または地域',
  'number.number': '電話番号',
  'number.rates': 'メッセージの受信料やデータ通信料がかかる場合があります。',
  'number.sending': 'コードを送信しています…',
  'number.empty': '電話番号を入力してください。',
  'number.letters': '電話番号は数字で入力してください。',
  'number.too-short': '番号が短すぎます。国と番号を確認してください。',
  'number.too-long': '番号が長すぎます。国と番号を確認してください。',
  'number.impossible': 'この番号は存在しません。国と番号を確認してください。',
  'number.country-refused': 'この国の番号は使用できません。別の番号を入力してください。',

  'number.unread': '番号を確認できませんでした。接続を確認してから、もう一度お試しください。',

  'code.title': 'コードの入力',
  'code.body': '{number} に {count} 桁のコードを送信しました。下に入力してください。',
  'code.body-unnamed': '送信された {count} 桁のコードを入力してください。',
  'code.label': 'コード',
  'code.checking': 'コードを確認しています…',
  'code.sending': '新しいコードを送信しています…',
  'code.sent': '新しいコードを送信しました。最新のコードを入力してください。',
  'code.resend': 'コードを再送信する',
  'code.resend-after': { other: 'コードを再送信する ({count} 秒後に可能)' },
  'code.no-more': 'この番号には、現在これ以上コードを送信できません。',
  'code.change': '番号を変更する',
  'code.empty': 'メッセージに記載されたコードを入力してください。',
  'code.not-digits': 'コードは数字のみです。',
  'code.too-short': 'コードは {count} 桁です。桁数が足りません。',
  'code.too-long': 'コードは {count} 桁です。桁数が多すぎます。',
  'code.gone': 'コードの有効期限が切れました。下の番号に新しいコードを送信してください。',

  'registered.title': '電話が追加されました',
  'registered.body': 'コードが確認され、お使いの電話が正常に登録されました。',
};

export default ja;
