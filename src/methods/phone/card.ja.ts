/** Japanese for the card of `phone`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = {
  name: '電話',
  hint: 'テキスト メッセージのコード、または電話の呼び出し。',
};

export default ja;
