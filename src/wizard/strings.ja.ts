/** Japanese for `strings.ts`. */
import type { Translation } from '../contract/step.js';
import type { WizardStrings } from './strings.js';

const ja: Translation<WizardStrings> = {
  name: 'アカウントのセキュリティ保護',
  loading: 'お待ちください…',
  slow: '通常より時間がかかっています。このページを開いたままお待ちください。',
  'your-organization': 'ご所属の組織',

  'prompt.title': '詳細情報が必要です',
  'prompt.body': {
    other: '{organization}では、サインイン時にご本人であることを確認する方法を {count} つ設定していただく必要があります。',
  },
  'prompt.list': '設定する内容',
  'prompt.time': { other: '所要時間は約 {count} 分です。' },
  'prompt.phone': 'お使いの電話をお手元にご用意ください。',
  'prompt.or': '{first}またはほかの方法',
  'prompt.different-account': '別のアカウントを使用する',

  'skip-all': '後で設定する',
  'skip-all.days': { other: '後で設定する (残り {count} 日)' },
  'skip-all.times': { other: '後で設定する (残り {count} 回)' },
  'skip-all.of': '後で設定する ({total} 回中、残り {count} 回)',
  skip: 'セットアップをスキップします',
  'skip.days': { other: 'セットアップをスキップします (残り {count} 日)' },
  'skip.times': { other: 'セットアップをスキップします (残り {count} 回)' },
  'skip.of': 'セットアップをスキップします ({total} 回中、残り {count} 回)',
  'skip.until': '{date}から必須になります。',
  skipping: '延期しています…',

  next: '次へ',
  back: '戻る',
  'different-app': '別の認証アプリを使用します',
  'different-method': '別の方法を設定します',
  'another-method': 'ほかの方法を設定します',

  progress: '方法 {current}/{total}',
  'step.done': '{method}: 完了',
  'step.put-off': '{method}: 延期',
  'step.current': '{method}: 設定中',
  'step.ahead': '{method}: 未設定',

  'failed.title': '処理できませんでした',
  'failed.body': '接続を確認してから、もう一度お試しください。設定済みの内容は失われません。',
  retry: '再試行',
};

export default ja;
