/** Writes: never repeated by themselves, always under one key (law 4 of the runtime). */
import type { EnrollmentFault } from '../contract/fault.js';
import { attempt } from './attempt.js';
import type { Calls, Result, Settled, Write } from './calls.js';
import type { Guard } from '../contract/guards/bricks.js';
import { isNothing } from '../contract/guards/nothing.js';
import { ask } from './ask.js';

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
