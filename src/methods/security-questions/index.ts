/** `security-questions`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { logic, type SecurityQuestions } from './logic.js';
import { SecurityQuestionsStep } from './step.js';
import { en } from './strings.js';
import { styles } from './styles.js';

const securityQuestions: MethodModule<SecurityQuestions> = {
  kind: 'security-questions',
  logic,
  nexts: { answers: true },
  Step: SecurityQuestionsStep,
  styles,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default securityQuestions;
