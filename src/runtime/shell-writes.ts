/** The shell's own writes: putting off, choosing the default, removing, completing. Each answers with the new state of everything. */
import type { FlowEffect, FlowEvent } from '../core/flow-state.js';
import type { Calls, Write } from './calls.js';
import { isSecurityInfo } from '../contract/guards/security-info.js';
import { write } from './write.js';

export type ShellWrite = Extract<FlowEffect, { readonly type: 'skip' | 'set-default' | 'remove' | 'complete' }>;

/** What came of it, as the event that the flow hears. */
export async function writeForShell(effect: ShellWrite, calls: Calls, signal: AbortSignal): Promise<FlowEvent> {
  const result = await write(calls, callOf(effect, calls), isSecurityInfo, signal);
  if (result.type === 'answered') return { type: answers[effect.type], info: result.value };
  if (result.type !== 'refused') return { type: 'withdrawn' };
  return result.fault.code === 'session_expired' ? { type: 'session-expired' } : result;
}

function callOf(effect: ShellWrite, calls: Calls): Write {
  switch (effect.type) {
    case 'skip':
      return (adapter, options) => adapter.skip?.(effect.requirementId, options);
    case 'set-default':
      return (adapter, options) => adapter.setDefault?.(effect.ref, options);
    case 'remove':
      return (adapter, options) => adapter.remove?.(effect.id, options);
    case 'complete':
      // Without a word of its own for it, the backend is asked what is still open.
      return (adapter, options) => (calls.has('complete') ? adapter.complete?.(options) : adapter.load(options));
  }
}

const answers = { skip: 'put-off', 'set-default': 'default-set', remove: 'removed', complete: 'completed' } as const;
