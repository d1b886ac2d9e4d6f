/** Japanese for the card of `recovery-codes`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = { name: '回復コード', hint: '電話をなくしたときに使います。印刷するか、保存しておきます。' };

export default ja;
