/** Every built-in method's words, by kind: what a host may put its own in the place of. Types only. */
import type { en as appPassword } from './app-password/strings.js';
import type { en as email } from './email/strings.js';
import type { en as external } from './external/strings.js';
import type { en as hardwareOtp } from './hardware-otp/strings.js';
import type { en as passkey } from './passkey/strings.js';
import type { en as phone } from './phone/strings.js';
import type { en as push } from './push/strings.js';
import type { en as recoveryCodes } from './recovery-codes/strings.js';
import type { en as securityQuestions } from './security-questions/strings.js';
import type { en as totp } from './totp/strings.js';

/**
 * The English of each method.
 *
 * @example
 * type Key = keyof MethodWords['totp']; // 'set-up.title' | …
 */
export interface MethodWords {
  'app-password': typeof appPassword;
  email: typeof email;
  external: typeof external;
  'hardware-otp': typeof hardwareOtp;
  passkey: typeof passkey;
  phone: typeof phone;
  push: typeof push;
  'recovery-codes': typeof recoveryCodes;
  'security-questions': typeof securityQuestions;
  totp: typeof totp;
}
