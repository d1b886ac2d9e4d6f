/** Japanese for `later-strings.ts`. */
import type { Translation } from '../contract/method.js';
import type { LaterStrings } from './later-strings.js';

const ja: Translation<LaterStrings> = {
  retry: '再試行',
  skip: 'セットアップをスキップします',
  'skip.days': { other: 'セットアップをスキップします (残り {count} 日)' },
  'skip.times': { other: 'セットアップをスキップします (残り {count} 回)' },
  'skip.of': 'セットアップをスキップします ({total} 回中、残り {count} 回)',
  'skip.from': '{skip}、{day}から必須',

  'different-app': '別の認証アプリを使用します',
  'different-method': '別の方法を設定します',
  'another-method': 'ほかの方法を設定します',

  remove: '正しくないので削除します',
  removing: '削除しています…',

  progress: '方法 {current}/{total}',
  'step.done': '{method}: 完了',
  'step.put-off': '{method}: 延期',
  'step.current': '{method}: 設定中',
  'step.ahead': '{method}: 未設定',

  'usage.recovery': 'アカウントの回復専用',

  'summary.title': '成功',
  'summary.body': 'セキュリティ情報のセットアップが完了しました。[完了] を選択し、サインインを続行してください。',
  'summary.methods': '設定済みの方法',
  'summary.default': '既定のサインイン方法',
  'channel.sms': 'テキスト メッセージ',
  'channel.voice': '電話の呼び出し',
  'summary.change': '既定の方法を変更する',
  'summary.notified': 'この変更についてのお知らせを、登録済みの連絡先に送信しました。',
  'summary.lost': 'デバイスを紛失した場合は、セキュリティ情報からその方法を削除し、ヘルプ デスクにご連絡ください。',
  'summary.one': 'デバイスを紛失したときに備えて、できるだけ早く 2 つ目の方法も設定してください。',
  'summary.done': '完了',
  'summary.completing': '完了しています…',

  'cannot-load.title': 'セットアップを読み込めませんでした',
  'network.title': 'サービスに接続できません',
  'network.body': '接続を確認してください。再試行しても、送信や登録が二重に行われることはありません。',

  'fault.untold': '完了できませんでした。接続と入力内容を確認して、もう一度お試しください。',
};

export default ja;
