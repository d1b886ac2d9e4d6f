/** Japanese for `badge`. */
import type { Translation } from '../../src/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'number.title': '社員証の追加',
  'number.body': '{site}で使用している社員証をお手元にご用意ください。',
  'number.label': '社員証の番号',
  'number.hint': '顔写真の下にある {count} 桁の数字です。',
  'number.looking': '社員証を確認しています…',
  'number.empty': '社員証の番号を入力してください。',
  'number.not-digits': '社員証の番号は数字のみです。',
  'number.too-short': '番号は {count} 桁です。桁数が足りません。',
  'number.too-long': '番号は {count} 桁です。桁数が多すぎます。',
  'number.unknown': '社員証の番号ではないようです。1 桁ずつご確認ください。',

  'pin.title': '社員証の PIN の入力',
  'pin.body': '社員証と一緒に郵送された PIN を入力します。PIN を電話でお尋ねすることはありません。',
  'pin.body-number': '社員証 {number} と一緒に郵送された PIN を入力します。PIN を電話でお尋ねすることはありません。',
  'pin.label': 'PIN',
  'pin.checking': 'PIN を確認しています…',
  'code.empty': 'PIN を入力してください。',
  'code.not-digits': 'PIN は数字のみです。',
  'code.too-short': 'PIN は {count} 桁です。桁数が足りません。',
  'code.too-long': 'PIN は {count} 桁です。桁数が多すぎます。',

  'registered.title': '社員証が追加されました',
  'registered.body': '今後は、社員証と PIN でサインインできます。',
};

export default ja;
