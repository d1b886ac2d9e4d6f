/** The table of all checks, in the order in which they are run: from the form of answers to what only time can show. */
import type { Check } from './check.js';
import { abort } from './checks/abort.js';
import { acknowledged } from './checks/acknowledged.js';
import { beginning } from './checks/beginning.js';
import { binding } from './checks/binding.js';
import { calls } from './checks/calls.js';
import { cancelling } from './checks/cancelling.js';
import { codes } from './checks/codes.js';
import { external } from './checks/external.js';
import { email } from './checks/email.js';
import { faults } from './checks/faults.js';
import { following } from './checks/following.js';
import { foreign } from './checks/foreign.js';
import { guessing } from './checks/guessing.js';
import { hardwareOtp } from './checks/hardware-otp.js';
import { idempotency } from './checks/idempotency.js';
import { json } from './checks/json.js';
import { lostAnswers } from './checks/lost-answers.js';
import { manage } from './checks/manage.js';
import { masking } from './checks/masking.js';
import { passkey } from './checks/passkey.js';
import { phone } from './checks/phone.js';
import { push } from './checks/push.js';
import { securityQuestions } from './checks/security-questions.js';
import { shape } from './checks/shape.js';
import { skipping } from './checks/skipping.js';
import { stepUp } from './checks/step-up.js';
import { tabs } from './checks/tabs.js';
import { time } from './checks/time.js';

/**
 * Every check of the kit, for those who want to list them.
 *
 * @example
 * for (const { id, protectsFrom } of checks) console.log(`${id} protects from ${protectsFrom}`);
 */
export const checks: readonly Check[] = [
  ...shape,
  ...json,
  ...masking,
  ...faults,
  ...abort,
  ...beginning,
  ...idempotency,
  ...binding,
  ...codes,
  ...guessing,
  ...time,
  ...cancelling,
  ...following,
  ...foreign,
  ...tabs,
  ...lostAnswers,
  ...stepUp,
  ...skipping,
  ...manage,
  ...phone,
  ...email,
  ...calls,
  ...push,
  ...acknowledged,
  ...securityQuestions,
  ...hardwareOtp,
  ...external,
  ...passkey,
];
