/** Which trouble has a page of its own. */
import type { EnrollmentFault } from '../contract/fault.js';

export type TroubleKind = 'no-adapter' | 'session-expired' | 'blocked' | 'nothing-possible';

const kinds: Readonly<Partial<Record<string, TroubleKind>>> = {
  session_expired: 'session-expired',
  policy_denied: 'blocked',
  method_unavailable: 'nothing-possible',
};

/** Undefined: it is put into words like any other fault. Without a fault there is no adapter to have one. */
export function troubleKind(fault: EnrollmentFault | undefined): TroubleKind | undefined {
  if (!fault) return 'no-adapter';
  return Object.hasOwn(kinds, fault.code) ? kinds[fault.code] : undefined;
}
