/** Japanese for the card of `hardware-otp`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = { name: 'ハードウェア トークン', hint: '組織から配布された小型の機器に表示されるコード。' };

export default ja;
