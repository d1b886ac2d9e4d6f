/** `external`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { logic, type External } from './logic.js';
import { ExternalStep } from './step.js';
import { en } from './strings.js';
import { styles } from './styles.js';

const external: MethodModule<External> = {
  kind: 'external',
  logic,
  nexts: { redirect: true, rejected: true },
  Step: ExternalStep,
  styles,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default external;
