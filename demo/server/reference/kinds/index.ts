/** The table of kinds: a new one is its file and a row here. */
import type { MethodKind } from '../../../../src/contract/enrollment.js';
import type { Kind } from '../kind.js';
import { appPassword } from './app-password.js';
import { external } from './external.js';
import { hardwareOtp } from './hardware-otp.js';
import { passkey } from './passkey.js';
import { email } from './email.js';
import { phone } from './phone.js';
import { push } from './push.js';
import { recoveryCodes } from './recovery-codes.js';
import { securityQuestions } from './security-questions.js';
import { totp } from './totp.js';

const rows: Readonly<Record<string, Kind>> = {
  // Here a kind's own types are forgotten; the backend gives a row only requests, offers and state of its own kind.
  passkey,
  push,
  totp,
  phone,
  'recovery-codes': recoveryCodes,
  'app-password': appPassword,
  'hardware-otp': hardwareOtp,
  external,
  email,
  'security-questions': securityQuestions,
};

/** The kind of that name; `undefined`: this backend does not know it. */
export function kindOf(name: MethodKind): Kind | undefined {
  return Object.hasOwn(rows, name) ? rows[name] : undefined;
}

/** How strong a kind is beside the others. */
export function strengthOf(name: MethodKind): number {
  return kindOf(name)?.strength ?? 0;
}
