/** `email`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { type Email, logic } from './logic.js';
import { EmailStep } from './step.js';
import { en } from './strings.js';
import { styles } from './styles.js';

const email: MethodModule<Email> = {
  kind: 'email',
  logic,
  nexts: { code: true },
  Step: EmailStep,
  styles,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default email;
