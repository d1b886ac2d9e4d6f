/** Japanese for the card of `phone`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = {
  name: '電話',
  hint: 'お使いの電話番号にご連絡します。',
};

export default ja;
