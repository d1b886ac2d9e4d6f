/** `phone`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { logic, type Phone } from './logic.js';
import { PhoneStep } from './step.js';
import { en } from './strings.js';

const phone: MethodModule<Phone> = {
  kind: 'phone',
  logic,
  nexts: { code: true, wait: true, rejected: true },
  Step: PhoneStep,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default phone;
