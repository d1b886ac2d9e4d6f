/** `passkey`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { logic, type Passkey } from './logic.js';
import { PasskeyStep } from './step.js';
import { en } from './strings.js';

const passkey: MethodModule<Passkey> = {
  kind: 'passkey',
  logic,
  nexts: { webauthn: true },
  Step: PasskeyStep,
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default passkey;
