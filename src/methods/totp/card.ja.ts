/** Japanese for the card of `totp`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = { name: '認証アプリ', hint: '電話のアプリに表示されるコード。圏外でも使用できます。' };

export default ja;
