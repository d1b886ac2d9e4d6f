/** `recovery-codes`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { logic, type RecoveryCodes } from './logic.js';
import { RecoveryCodesStep } from './step.js';
import { en } from './strings.js';
import { styles } from './styles.js';

const recoveryCodes: MethodModule<RecoveryCodes> = {
  kind: 'recovery-codes',
  logic,
  nexts: { acknowledge: true },
  Step: RecoveryCodesStep,
  styles,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default recoveryCodes;
