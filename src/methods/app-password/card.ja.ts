/** Japanese for the card of `app-password`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = { name: 'アプリ パスワード', hint: 'パスワードしか入力できない古いアプリで使用します。' };

export default ja;
