/** Japanese for `app-password`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'name.title': 'アプリ パスワードの名前',
  'name.body':
    'メール ソフトなど、パスワードしか入力できない古いアプリがあります。そのようなアプリには専用のパスワードを使用し、普段のパスワードは入力しません。',
  'name.label': '名前',
  'name.hint':
    'どこで使用するかがわかる名前を入力します。デバイスごとに 1 つ作成しておくと、なくしたデバイスの分だけを削除できます。',
  'name.suggestion': 'パソコンのメール',
  'name.suggestion-phone': '電話のメール',
  'name.empty': 'アプリやデバイスなど、名前を入力してください。',
  'name.too-long': { other: '{count} 文字以内で入力してください。' },
  'name.taken': 'この名前のアプリ パスワードは既にあります。別の名前を入力してください。',
  'name.full':
    '組織で許可されている数のアプリ パスワードが、既に登録されています。先に、使用していないものを削除してください。',
  'name.preparing': 'パスワードを作成しています…',
  'name.gone': '時間が経過したため、先ほどのパスワードは使用できません。新しいパスワードを取得してください。',

  'password.title': 'アプリ パスワードをコピーします',
  'password.body': '普段のパスワードの代わりに、これをアプリに入力します。表示されるのは今回だけです。',
  'password.label': 'アプリ パスワード',
  'password.label-of': 'アプリ パスワード「{name}」',
  'password.after':
    '入力またはコピーしたら、[完了] を選択します。パスワードはその後に使用できるようになります。アプリに拒否された場合は、もう一度お試しください。',
  'password.done': '完了',
  'password.saving': 'パスワードを使用できるようにしています…',
  copy: 'コピー',
  copied: 'コピーしました',
  selected: '選択しました。キーボードまたは長押しでコピーしてください。',

  'registered.title': 'アプリ パスワードが作成されました',
  'registered.body':
    'アプリは、このパスワードでサインインできるようになりました。アプリを使用しなくなったら、パスワードを削除してください。',
};

export default ja;
