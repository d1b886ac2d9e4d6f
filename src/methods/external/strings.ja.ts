/** Japanese for `external`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'about.title': '別のページでの設定',
  'about.body': 'この方法は、ほかのサービスのページで設定します。',
  'about.body-named': '{name}は、専用のページで設定します。',
  'about.steps': '別のページに移動して設定を完了すると、このページに戻ります。',
  'about.preparing': '別のページを準備しています…',
  'about.broken':
    '別のページのアドレスが安全でないため、開きませんでした。別の方法を設定するか、ヘルプ デスクにお問い合わせください。',

  'go.title': '別のページに進みます',
  'go.body': 'このページを離れ、次のサイトに移動します。',
  'go.check': '何かを入力する前に、移動先のアドレスにこの名前が表示されていることを確認してください。',
  'go.leave': '別のページに移動する',
  'go.away': '別のページで設定を完了し、このページに戻ってください。',
  'go.finished': '設定を完了しました',
  'go.unfinished': '別のページでの設定がまだ完了していません。もう一度移動して、設定を完了してください。',

  'returning.title': 'おかえりなさい',
  'returning.body': '別のページに結果を確認しています。',
  'returning.checking': '確認しています…',

  'rejected.title': '設定できませんでした',
  'rejected.denied': '別のページでの設定が取り消されたか、拒否されました。',
  'rejected.timed-out': '別のページでの設定に時間がかかりすぎました。',
  'rejected.other': '別のページで、この方法を設定できませんでした。',
  'rejected.again': 'もう一度試す',
  'rejected.preparing': '別のページを準備しています…',

  'registered.title': '設定が完了しました',
  'registered.body': '別のページで確認され、この方法が正常に登録されました。',
};

export default ja;
