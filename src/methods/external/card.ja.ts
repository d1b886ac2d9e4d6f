/** Japanese for the card of `external`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = { name: 'ほかのサービス', hint: '別のページで設定し、完了後にこのページに戻ります。' };

export default ja;
