/** Japanese for `security-questions`. */
import type { Translation } from '../../contract/method.js';
import type { en } from './strings.js';

const ja: Translation<typeof en> = {
  'intro.title': '秘密の質問',
  'intro.body':
    'パスワードを忘れたときに、ご本人だけが答えられる質問で確認して、再びサインインできるようにします。サインインには使用しません。',
  'intro.private': '答えは、管理者を含め、誰も見ることができません。',
  'intro.loading': '質問を準備しています…',
  'intro.gone': '回答の有効期限が切れたため、何も保存されていません。やり直すには、[次へ] を選択してください。',

  'questions.title': '質問を選択して回答します',
  'questions.body': {
    other: '{count} 個の質問に回答します。忘れにくく、ほかの人が調べても分からない答えにしてください。',
  },
  'row.name': '質問 {number}',
  'row.question': '質問',
  'row.choose': '質問を選択してください',
  'row.own': '自分で質問を作成する',
  'row.own-text': '作成する質問',
  'row.answer': '答え',
  'row.answer-hint': '{min} ～ {max} 文字。',
  'row.stands-in': 'この答えは質問の中に含まれています。ほかの人に推測されるおそれがあります。',
  'answers.show': '答えを表示する',
  'answers.hide': '答えを隠す',
  saving: '答えを保存しています…',

  'problem.unchosen': '質問を選択してください。',
  'problem.chosen-twice': 'この質問は既に選択されています。別の質問を選択してください。',
  'problem.own-empty': '質問を入力するか、一覧から選択してください。',
  'problem.own-too-long': '質問が長すぎます。{max} 文字以内で入力してください。',
  'problem.empty': '答えを入力してください。',
  'problem.too-short': '答えが短すぎます。{min} 文字以上で入力してください。',
  'problem.too-long': '答えが長すぎます。{max} 文字以内で入力してください。',
  'problem.given-twice': 'この答えは既に入力されています。別の答えを入力してください。',
  'problem.account': 'サインインに使用する名前です。別の答えを入力してください。',

  'registered.title': '秘密の質問が保存されました',
  'registered.body':
    '答えが正常に保存されました。このような答えはほかの人に知られることがあるため、できるだけ別の方法も設定してください。',
};

export default ja;
