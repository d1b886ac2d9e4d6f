/** What the runtime needs from the first method on, in one chunk: the whole flow, visits, and the shell's own writes. */
import type { PendingEnrollment } from '../contract/security-info.js';
import { isEnrollmentOf } from './enrollment-answer.js';
import { Visit, type VisitOptions } from './visit.js';

export { transition } from '../core/flow.js';
export { writeForShell } from './shell-writes.js';

/**
 * Enters a method: fetches what a reload or an earlier visit left open (when it is gone, the method starts afresh), then
 * opens the page where that stands.
 */
export async function enter(
  options: VisitOptions,
  pending: PendingEnrollment | undefined,
  signal: AbortSignal,
): Promise<Visit> {
  const { calls, module, clock } = options;
  const result =
    pending && calls.has('get')
      ? await calls.read((adapter, o) => adapter.get?.(pending.id, o), isEnrollmentOf(module.kind), signal)
      : undefined;
  if (result?.type === 'refused' && result.fault.code === 'session_expired')
    options.listener.send({ type: 'session-expired' });
  return new Visit(
    options,
    result?.type === 'answered' ? { type: 'enrolled', enrollment: result.value, at: clock.now() } : undefined,
  );
}
