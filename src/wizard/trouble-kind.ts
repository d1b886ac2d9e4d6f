/** Which trouble has a page of its own. */
import type { EnrollmentFault, FaultCode } from '../contract/fault.js';

export type TroubleKind = 'no-adapter' | 'session-expired' | 'blocked' | 'nothing-possible';

const kinds: ReadonlyMap<FaultCode | undefined, TroubleKind> = new Map([
  [undefined, 'no-adapter'],
  ['session_expired', 'session-expired'],
  ['policy_denied', 'blocked'],
  ['method_unavailable', 'nothing-possible'],
]);

/** Undefined: it is put into words like any other fault. Without a fault there is no adapter to have one, or it may not be asked. */
export function troubleKind(fault: EnrollmentFault | undefined): TroubleKind | undefined {
  return kinds.get(fault?.code);
}
