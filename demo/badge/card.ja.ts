/** Japanese for the card of `badge`. */
import type { CardWords } from '../../src/method.js';

const ja: CardWords = { name: '社員証', hint: 'いつも使用している社員証と、その PIN。' };

export default ja;
