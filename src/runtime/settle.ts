/** What a backend may ask for before it obeys: a chunk of its own, since few people meet it (law 6 of the runtime). */
import type { EnrollmentFault } from '../contract/fault.js';
import { ask } from './ask.js';
import { attempt } from './attempt.js';
import type { Calls, CallsOptions, Settled } from './calls.js';
import { isNothing } from '../contract/guards/nothing.js';
import type { Answer, Asked } from './interruption.js';

/** Puts what a fault asks for to the person or the host; undefined when it cannot be given. */
export async function settle(
  fault: Extract<EnrollmentFault, { readonly code: 'reauth_required' | 'human_check_required' }>,
  calls: Calls,
  signal: AbortSignal,
): Promise<Settled | undefined> {
  const { options } = calls;
  if (fault.code === 'human_check_required')
    return ask({ kind: 'human-check', provider: fault.provider }, signal, options);
  // Half a fault is possible from outside: whoever does not say how leaves it to the host.
  const how = fault.how as typeof fault.how | undefined;
  if (how?.kind === 'password' && calls.has('reauthenticate')) return askPassword(options, signal);
  if (how?.kind !== 'redirect') return ask({ kind: 'host' }, signal, options);
  // A backend cannot send the person to a script or to plain http (R56).
  return String(how.url).startsWith('https://') ? ask({ kind: 'redirect', url: how.url }, signal, options) : undefined;
}

/** One form from the first try to the last, so that focus, and the person, stay where they are. */
async function askPassword(options: CallsOptions, signal: AbortSignal): Promise<Settled> {
  const { adapter, locale, newKey, show } = options;
  let problem: EnrollmentFault | 'empty' | undefined;
  let standing: Asked | undefined;
  const stand = (answer: Answer): Asked | undefined => {
    if (answer.type !== 'password') return (standing = undefined);
    const what = { kind: 'password', busy: answer.password !== '', problem: undefined } as const;
    return (standing = { what, answer: () => undefined });
  };
  for (;;) {
    const turn = { instead: standing, then: stand };
    const answer = await ask({ kind: 'password', busy: false, problem }, signal, options, turn);
    if (answer.type !== 'password') return answer;
    const { password } = answer;
    problem = 'empty';
    if (password === '') continue;
    const own = { locale: locale(), idempotencyKey: newKey() };
    const call = async (inner: AbortSignal): Promise<unknown> =>
      adapter.reauthenticate?.({ password }, { ...own, signal: inner });
    const result = await attempt(call, isNothing, signal, options);
    // Only a wrong password, or what time may heal, is worth another try here.
    if (result.type === 'refused' && result.fault.code !== 'session_expired') {
      problem = result.fault;
      continue;
    }
    show(undefined, standing);
    if (result.type === 'refused') return result;
    return result.type === 'answered' ? { type: 'again' } : { type: 'withdrawn' };
  }
}
