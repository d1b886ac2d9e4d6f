/** Japanese for `fault-strings.ts`. */
import type { Translation } from '../contract/method.js';
import type { FaultStrings } from './fault-strings.js';

const ja: Translation<FaultStrings> = {
  'fault.code-wrong': 'コードが正しくありません。確認して、もう一度入力してください。',
  'fault.code-used': 'このコードは既に使用されています。次のコードが表示されるまでお待ちください。',
  'fault.code-format': 'コードの形式が正しくありません。確認して、もう一度入力してください。',
  'fault.code-clock': 'コードの時刻がずれています。電話の時刻を自動設定にしてから、次のコードを入力してください。',
  'fault.code-expired': 'コードの有効期限が切れました。新しいコードを送信してください。',
  'fault.tries-left': { other: '残り {count} 回入力できます。' },
  'fault.exhausted-resend': '間違ったコードが何度も入力されました。新しいコードを送信してください。',
  'fault.exhausted-restart': '間違ったコードが何度も入力されました。この方法を最初からやり直してください。',
  'fault.exhausted-wait': '間違ったコードが何度も入力されました。しばらく待ってから、もう一度お試しください。',
  'fault.number-format': 'この電話番号は使用できません。国と番号を確認してください。',
  'fault.number-line': 'この番号はテキスト メッセージを受信できません。携帯電話の番号を入力してください。',
  'fault.number-refused': 'この種類の番号は使用できません。別の番号を入力してください。',
  'fault.input-short': '短すぎます。',
  'fault.input-long': '長すぎます。',
  'fault.input-duplicate': '既に入力されています。別の内容を入力してください。',
  'fault.input-refused': 'この内容は使用できません。別の内容を入力してください。',
  'fault.input': '入力内容を確認して、もう一度お試しください。',
  'fault.password': 'パスワードが正しくありません。もう一度入力してください。',
  'fault.undeliverable': 'メッセージを送信できませんでした。送信先を確認するか、別の方法を使用してください。',
  'fault.undeliverable-blocked':
    'この送信先へのメッセージはブロックされています。別の送信先を入力するか、別の方法を使用してください。',
  'fault.undeliverable-opted-out':
    'この送信先ではメッセージの受信が停止されています。受信を再開するか、別の送信先を使用してください。',
  'fault.conflict-own': '既に登録されています。',
  'fault.conflict': 'このアカウントには登録できません。別のものを使用してください。',
  'fault.limit-rate': '短い時間に操作が集中しています。しばらく待ってから、もう一度お試しください。',
  'fault.locked': 'アカウントを保護するため、セットアップを一時的に停止しています。',
  'fault.again-in': '{time}後にもう一度お試しいただけます。',
  'fault.gone': '時間が経過したため、セットアップを終了しました。この方法を最初からやり直してください。',
  'fault.gone-elsewhere':
    'このセットアップは別のウィンドウで続行されています。ここで続ける場合は、最初からやり直してください。',
  'fault.unavailable': 'この方法は現在利用できません。別の方法を設定してください。',
  'fault.prerequisite': 'この方法の前に、ほかの方法を設定する必要があります。',
  'fault.limit': '組織で許可されている数まで、既に登録されています。',
  'fault.denied': '組織の設定により許可されていません。別の方法を設定するか、ヘルプ デスクにお問い合わせください。',
  'fault.session': 'セッションが終了しました。続けるには、もう一度サインインしてください。',
  'fault.reauth': 'ご本人であることを確認してから、もう一度お試しください。',
  'fault.unsupported': 'ここでは実行できません。別の方法を設定するか、ヘルプ デスクにお問い合わせください。',
  'fault.network': 'サービスに接続できません。接続を確認してから、もう一度お試しください。',
  'fault.server': 'サービスで問題が発生しました。しばらくしてから、もう一度お試しください。',
  'fault.trace': '参照番号: {id}',
};

export default ja;
