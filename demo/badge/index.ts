/** `badge`, assembled. */
import type { MethodModule } from '../../src/method.js';
import { logic, type Badge } from './logic.js';
import { BadgeStep } from './step.js';
import { en } from './strings.js';
import { styles } from './styles.js';

const badge: MethodModule<Badge> = {
  kind: 'badge',
  logic,
  nexts: { code: true },
  Step: BadgeStep,
  styles,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default badge;
