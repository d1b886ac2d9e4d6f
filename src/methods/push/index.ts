/** `push`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { loadEncoder } from '../../ui/qr-picture.js';
import { logic, type Push } from './logic.js';
import { PushStep } from './step.js';
import { en } from './strings.js';
import { styles } from './styles.js';

const push: MethodModule<Push> = {
  kind: 'push',
  logic,
  nexts: { wait: true, ready: true, rejected: true },
  Step: PushStep,
  prepare: () => void loadEncoder(),
  styles,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default push;
