/** Japanese for the card of `push`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = { name: '承認アプリ', hint: 'アプリでサインインを承認します。' };

export default ja;
