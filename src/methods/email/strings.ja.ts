/** Japanese for `email`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'address.title': 'メール',
  'address.body':
    'パスワードを忘れたときに、このアドレスにコードを送信して、再びサインインできるようにします。この目的にのみ使用し、サインインには使用しません。',
  'address.label': 'どのメール アドレスを使用しますか?',
  'address.hint': '職場のパスワードがなくても開けるアドレスを選択してください。',
  'address.typo': '{domain} ではありませんか?',
  sending: 'コードを送信しています…',
  'address.empty': 'メール アドレスを入力してください。',
  'address.no-at': 'メール アドレスには、name@example.com のように @ が必要です。入力内容を確認してください。',
  'address.incomplete': 'アドレスの一部が足りません。name@example.com のような形式で入力してください。',
  'address.characters': '空白など、アドレスに使用できない文字が含まれています。アドレスを 1 つだけ入力してください。',
  'address.too-long': 'アドレスが長すぎます。入力内容を確認してください。',
  'address.own':
    'サインインに使用しているアドレスです。サインインできないときでも開ける、別のアドレスを入力してください。',
  'address.organization':
    '所属する組織のアドレスです。サインインできないときには開けないため、個人のアドレスを入力してください。',
  'address.gone': 'コードの有効期限が切れました。下のアドレスに新しいコードを送信してください。',

  'code.title': 'コードの入力',
  'code.body': '{address} に {count} 桁のコードを送信しました。下に入力してください。',
  'code.body-unnamed': '送信された {count} 桁のコードを入力してください。',
  'code.label': 'コード',
  'code.junk': '届くまでに少し時間がかかることがあります。迷惑メールのフォルダーも確認してください。',
  'code.typo': 'アドレスは正しいですか? {domain} に似ていますが、少し異なります。',
  'code.checking': 'コードを確認しています…',
  'code.sent': '新しいコードを送信しました。最新のコードを入力してください。',
  'code.no-more': 'このアドレスには、現在これ以上コードを送信できません。',
  'code.again': 'コードを再送信する',
  'code.again-after': { other: 'コードを再送信する ({count}\u00a0秒\u2060後)' },
  'code.change': 'アドレスを変更する',
  'code.empty': 'メールに記載されたコードを入力してください。',
  'code.not-digits': 'コードは数字のみです。',
  'code.too-short': 'コードは {count} 桁です。桁数が足りません。',
  'code.too-long': 'コードは {count} 桁です。桁数が多すぎます。',

  'registered.title': 'メールが追加されました',
  'registered.body': 'アドレスが正常に登録されました。サインインできなくなったときにのみ使用します。',
};

export default ja;
