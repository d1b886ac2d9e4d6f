/** Japanese for the card of `passkey`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = { name: 'パスキー', hint: '顔、指紋、PIN、またはセキュリティ キーで確認します。' };

export default ja;
