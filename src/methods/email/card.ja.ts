/** Japanese for the card of `email`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = { name: 'メール', hint: 'サインインできなくなったときに、メールでコードを受け取ります。' };

export default ja;
