/** Japanese for `recovery-codes`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'set-up.title': '回復コードの取得',
  'set-up.body': '回復コードがあれば、電話が手元にないときや、なくしたときでもサインインできます。',
  'set-up.once': '1 つのコードは 1 回だけ使用できます。',
  'set-up.keep': '紙やパスワード マネージャーなど、電話がなくても見られる場所に保管してください。',
  'set-up.old': '既にお持ちのコードは、新しいコードを保存するまで使用できます。',
  'set-up.show': 'コードを表示する',
  'set-up.preparing': 'コードを準備しています…',
  'set-up.gone':
    '時間が経過したため、先ほどのコードは使用できません。控えがある場合は破棄して、新しいコードを取得してください。',

  'codes.title': '回復コードを保存します',
  'codes.body': '今すぐコードを保存してください。表示されるのは今回だけで、1 つのコードは 1 回だけ使用できます。',
  'codes.list': '回復コード',
  copy: 'コピー',
  copied: 'コピーしました',
  selected: '選択しました。キーボードまたは長押しでコピーしてください。',
  'codes.download': 'ダウンロード',
  'codes.downloaded': 'ダウンロードを開始しました',
  'codes.print': '印刷',
  'codes.saved': 'コードを保存しました',
  'codes.unsaved': '先にコードを保存してから、チェックを入れてください。後からもう一度表示することはできません。',
  'codes.saving': 'コードを使用できるようにしています…',

  'file.title': '回復コード',
  'file.title-of': '{service} の回復コード',
  'file.about': 'アカウント {account}、{date}',
  'file.note':
    '1 つのコードは 1 回だけ使用できます。使ったコードは線で消してください。コードは誰にも見せないでください。',
  'file.name': 'codes.txt',

  'registered.title': '回復コードが保存されました',
  'registered.body': '他の方法が使用できないときは、この回復コードの 1 つでサインインします。',
};

export default ja;
