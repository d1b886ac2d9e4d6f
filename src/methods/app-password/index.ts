/** `app-password`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { logic, type AppPassword } from './logic.js';
import { AppPasswordStep } from './step.js';
import { en } from './strings.js';

const appPassword: MethodModule<AppPassword> = {
  kind: 'app-password',
  logic,
  nexts: { acknowledge: true },
  Step: AppPasswordStep,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default appPassword;
