/** `totp`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { loadEncoder } from '../../ui/qr-picture.js';
import { logic, type Totp } from './logic.js';
import { TotpStep } from './step.js';
import { en } from './strings.js';
import { styles } from './styles.js';

const totp: MethodModule<Totp> = {
  kind: 'totp',
  logic,
  nexts: { code: true },
  Step: TotpStep,
  prepare: () => void loadEncoder(),
  styles,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default totp;
