/** Kinds of a lab that are none of ours: no check can go their way, and that is said instead of passed over. */
import type { MethodKind } from '../contract/enrollment.js';
import type {} from '../methods/rows.js';
import type { Way } from './check.js';
import type { Lab } from './lab.js';
import type { CheckResult } from './result.js';

/** The kind that is registered at the end of each way, as a table, so that the compiler sees that none is forgotten. */
const registers: Readonly<Record<Way, MethodKind>> = {
  totp: 'totp',
  sms: 'phone',
  voice: 'phone',
  push: 'push',
  passkey: 'passkey',
  email: 'email',
  'recovery-codes': 'recovery-codes',
  'security-questions': 'security-questions',
  'app-password': 'app-password',
  'hardware-otp': 'hardware-otp',
  external: 'external',
};

/** A row for each kind that no way leads to. */
export function ownKinds({ kinds }: Lab): readonly CheckResult[] {
  const known = new Set(Object.values(registers));
  return [...new Set(kinds)]
    .filter((kind) => !known.has(kind))
    .map((kind) => ({
      id: `own-kinds/${kind}`,
      outcome: 'skipped',
      reason: `the kit has no way to register ${kind}: prove that kind by tests of your own`,
    }));
}
