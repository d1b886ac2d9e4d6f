/** Japanese for `strings.ts`. */
import type { Translation } from '../contract/method.js';
import type { WizardStrings } from './strings.js';

const ja: Translation<WizardStrings> = {
  name: 'アカウントのセキュリティ保護',
  loading: 'お待ちください…',
  slow: '通常より時間がかかっています…',
  'your-organization': 'ご所属の組織',

  'prompt.title': '詳細情報が必要です',
  'prompt.body': {
    // A number stays with its counter.
    other:
      '{organization}では、サインイン時にご本人であることを確認する方法を {count}\u00a0つ設定していただく必要があります。',
  },
  'prompt.time': '所要時間は約 {minutes} 分です。',
  'prompt.phone': 'お使いの電話をお手元にご用意ください。',
  'prompt.or': '{first}またはほかの方法',
  'prompt.different-account': '別のアカウントを使用する',

  'skip-all': '後で設定する',
  'skip-all.days': { other: '後で設定する (残り {count} 日)' },
  'skip-all.times': { other: '後で設定する (残り {count} 回)' },
  'skip-all.of': '後で設定する ({total} 回中、残り {count} 回)',
  skipping: '延期しています…',

  next: '次へ',
  back: '戻る',
  failed: 'ページの一部を読み込めませんでした。再読み込みしてください。',
};

export default ja;
