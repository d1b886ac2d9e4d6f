/** `hardware-otp`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { logic, type HardwareOtp } from './logic.js';
import { HardwareOtpStep } from './step.js';
import { en } from './strings.js';
import { styles } from './styles.js';

const hardwareOtp: MethodModule<HardwareOtp> = {
  kind: 'hardware-otp',
  logic,
  nexts: { code: true },
  Step: HardwareOtpStep,
  styles,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default hardwareOtp;
