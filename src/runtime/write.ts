/** Writes: never repeated by themselves, always under one key; and what a backend may ask for before it obeys (laws 4, 6). */
import type { EnrollmentFault } from '../contract/fault.js';
import { attempt } from './attempt.js';
import type { Calls, CallsOptions, Guard, Result, Settled, Write } from './calls.js';
import { isNothing } from './guards.js';
import type { Answer, Asked, Interruption } from './interruption.js';

/**
 * Writes once; again only when the person says so, or after what the backend asked for was given, with the same key.
 * `reconcile` reads what became of a call whose answer was lost.
 */
export async function write<T>(
  calls: Calls,
  invoke: Write,
  isExpected: Guard<T>,
  signal: AbortSignal,
  reconcile?: () => Promise<T | undefined>,
): Promise<Result<T>> {
  const { adapter, locale, newKey } = calls.options;
  const idempotencyKey = newKey();
  let humanCheck: string | undefined;
  const asked = new Set<string>();
  for (;;) {
    const options = { locale: locale(), idempotencyKey, ...(humanCheck === undefined ? {} : { humanCheck }) };
    const call = async (inner: AbortSignal): Promise<unknown> => invoke(adapter, { ...options, signal: inner });
    const result = await attempt(call, isExpected, signal, calls.options);
    if (result.type !== 'refused') return result;
    const { fault } = result;
    let answer: Settled | undefined;
    // Lost or garbled, the answer may have been a good one.
    const found = isUnclear(fault) ? await reconcile?.() : undefined;
    if (found) return { type: 'answered', value: found };
    if (fault.code === 'network') {
      answer = signal.aborted ? undefined : await ask({ kind: 'network' }, signal, calls.options);
    } else answer = await calls.settle(fault, asked, signal);
    if (signal.aborted) return { type: 'aborted' };
    if (!answer) return result;
    if (answer.type === 'withdrawn' || answer.type === 'refused') return answer;
    if (answer.type === 'again') humanCheck = answer.humanCheck ?? humanCheck;
  }
}

function isUnclear({ code }: EnrollmentFault): boolean {
  return code === 'network' || code === 'protocol' || code === 'server';
}

/** A write whose fate nobody waits for, such as ending an enrolment that was left. */
export function forget({ options }: Calls, invoke: Write): void {
  const own = { locale: options.locale(), idempotencyKey: options.newKey() };
  const call = async (signal: AbortSignal): Promise<unknown> => invoke(options.adapter, { ...own, signal });
  // Nobody waits, so nobody is told that it takes long.
  void attempt(call, isNothing, new AbortController().signal, { clock: options.clock, slow: () => undefined });
}

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

interface Turn {
  /** What stood there before, to be replaced without a gap. */
  readonly instead: Asked | undefined;
  /** What stands there once the answer is given. */
  then(answer: Answer): Asked | undefined;
}

/** Shows an interruption and waits for its answer; the signal takes it away. */
function ask(what: Interruption, signal: AbortSignal, { show }: CallsOptions, turn?: Turn): Promise<Answer> {
  return new Promise((resolve) => {
    let isAnswered = false;
    const asked: Asked = {
      what,
      answer(answer) {
        if (isAnswered) return;
        isAnswered = true;
        signal.removeEventListener('abort', onAbort);
        show(turn?.then(answer), asked);
        resolve(answer);
      },
    };
    const onAbort = (): void => asked.answer({ type: 'withdrawn' });
    signal.addEventListener('abort', onAbort);
    show(asked, turn?.instead);
  });
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
