/** Japanese for the card of `security-questions`. */
import type { CardWords } from '../../contract/card.js';

const ja: CardWords = {
  name: '秘密の質問',
  hint: 'サインインできなくなったときに、ご本人だけが知っている答えで確認します。',
};

export default ja;
