/** Calls to the backend: who is retried, who is asked first, and what a lost answer means (laws 4 to 6 of the runtime). */
import type { CallOptions, SecurityInfoAdapter, WriteOptions } from '../contract/adapter.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { OptionalCall } from '../contract/security-info.js';
import { isNothing } from './answers.js';
import { attempt, pause, type Attempt, type Patience } from './attempt.js';
import type { Answer, Ask } from './interruption.js';

/** How a call ended, for good. `withdrawn`: the person gave it up at an interruption. */
export type Result<T> = Attempt<T> | { readonly type: 'withdrawn' };

type Guard<T> = (value: unknown) => value is T;

export interface CallsOptions extends Patience {
  readonly adapter: SecurityInfoAdapter;
  readonly locale: () => string;
  /** A fresh idempotency key. */
  readonly newKey: () => string;
  /** Between 0 and 1, for the spread of retries. */
  readonly random: () => number;
  readonly ask: Ask;
}

export interface Calls {
  /** Whether the backend has an optional function; `load` may tell that it lacks more (`absent`). */
  has(call: OptionalCall): boolean;
  setAbsent(absent: readonly OptionalCall[]): void;
  /** Retried by itself; bounded unless it may be held open. */
  read<T>(
    invoke: (adapter: SecurityInfoAdapter, options: CallOptions) => Promise<unknown> | undefined,
    isExpected: Guard<T>,
    signal: AbortSignal,
    kind?: 'bounded' | 'long-poll',
  ): Promise<Result<T>>;
  /** Never repeated by itself. `reconcile` reads what became of a call whose answer was lost. */
  write<T>(
    invoke: (adapter: SecurityInfoAdapter, options: WriteOptions) => Promise<unknown> | undefined,
    isExpected: Guard<T>,
    signal: AbortSignal,
    reconcile?: () => Promise<T | undefined>,
  ): Promise<Result<T>>;
  /** A write whose fate nobody waits for, such as ending an enrolment that was left. */
  forget(invoke: (adapter: SecurityInfoAdapter, options: WriteOptions) => Promise<unknown> | undefined): void;
}

/** Reads are tried three times; a write once. */
const tries = 3;
const firstPause = 400;

export function createCalls(options: CallsOptions): Calls {
  const { adapter, clock, ask } = options;
  let absent: readonly OptionalCall[] = [];

  const once = <T>(
    invoke: (signal: AbortSignal) => Promise<unknown> | undefined,
    isExpected: Guard<T>,
    signal: AbortSignal,
    bounded?: boolean,
  ): Promise<Attempt<T>> => attempt(async (inner) => invoke(inner), isExpected, signal, options, bounded);

  /** Puts an interruption to the person or the host; `undefined` when the fault is none. */
  async function settle(fault: EnrollmentFault, signal: AbortSignal): Promise<Answer | undefined> {
    if (fault.code === 'human_check_required')
      return ask({ kind: 'human-check', provider: fault.provider }, signal);
    if (fault.code !== 'reauth_required') return undefined;
    const { how } = fault;
    if (how.kind === 'password' && adapter.reauthenticate) return askPassword(signal);
    if (how.kind !== 'redirect') return ask({ kind: 'host' }, signal);
    // A backend cannot send the person to a script or to plain http (R56).
    return how.url.startsWith('https://') ? ask({ kind: 'redirect', url: how.url }, signal) : undefined;
  }

  async function askPassword(signal: AbortSignal): Promise<Answer> {
    let problem: EnrollmentFault | 'empty' | undefined;
    for (;;) {
      const answer = await ask({ kind: 'password', busy: false, problem }, signal);
      if (answer.type !== 'password') return answer;
      if (answer.password === '') {
        problem = 'empty';
        continue;
      }
      // Shown while the password is looked at; its own answer is never used.
      const shown = new AbortController();
      void ask({ kind: 'password', busy: true, problem: undefined }, shown.signal);
      const write = { locale: options.locale(), idempotencyKey: options.newKey() };
      const { password } = answer;
      const result = await once(
        (inner) => adapter.reauthenticate?.({ password }, { ...write, signal: inner }),
        isNothing,
        signal,
      );
      shown.abort();
      if (result.type === 'answered') return { type: 'again' };
      if (result.type === 'aborted') return { type: 'withdrawn' };
      problem = result.fault;
    }
  }

  return {
    has: (call) => typeof adapter[call] === 'function' && !absent.includes(call),
    setAbsent: (calls) => (absent = calls),

    async read(invoke, isExpected, signal, kind = 'bounded') {
      let asked = false;
      for (let n = 1; ; n++) {
        const locale = options.locale();
        const result = await once((inner) => invoke(adapter, { signal: inner, locale }), isExpected, signal, kind === 'bounded');
        if (result.type !== 'refused') return result;
        const answer = asked ? undefined : await settle(result.fault, signal);
        if (answer) {
          if (answer.type === 'withdrawn') return answer;
          asked = true;
        } else {
          if (!isPassing(result.fault) || n >= tries) return unshared(result);
          const wait = retryAfter(result.fault) ?? firstPause * 2 ** n * options.random();
          await pause(clock, wait, signal);
        }
      }
    },

    async write(invoke, isExpected, signal, reconcile) {
      const idempotencyKey = options.newKey();
      let humanCheck: string | undefined;
      let asked = false;
      for (;;) {
        const write = { locale: options.locale(), idempotencyKey, ...(humanCheck === undefined ? {} : { humanCheck }) };
        const result = await once((inner) => invoke(adapter, { ...write, signal: inner }), isExpected, signal);
        if (result.type !== 'refused') return result;
        let answer: Answer | undefined;
        if (result.fault.code === 'network') {
          const found = await reconcile?.();
          if (found) return { type: 'answered', value: found };
          if (signal.aborted) return { type: 'aborted' };
          answer = await ask({ kind: 'network' }, signal);
        } else if (!asked) {
          answer = await settle(result.fault, signal);
          asked = answer !== undefined;
        }
        if (!answer) return unshared(result);
        if (answer.type === 'withdrawn') return signal.aborted ? { type: 'aborted' } : answer;
        if (answer.type === 'again') humanCheck = answer.humanCheck ?? humanCheck;
      }
    },

    forget(invoke) {
      const write = { locale: options.locale(), idempotencyKey: options.newKey() };
      void once((inner) => invoke(adapter, { ...write, signal: inner }), isNothing, new AbortController().signal);
    },
  };
}

/** A backend that asks for the same proof again right after it was given is not obeyed twice. */
function unshared<T>(result: Attempt<T>): Attempt<T> {
  if (result.type !== 'refused') return result;
  const { code, traceId } = result.fault;
  return code === 'reauth_required' || code === 'human_check_required'
    ? { type: 'refused', fault: { code: 'server', ...(traceId === undefined ? {} : { traceId }) } }
    : result;
}

/** Time may heal it by itself, and asking again does no harm. */
function isPassing(fault: EnrollmentFault): boolean {
  return fault.code === 'network' || fault.code === 'server';
}

function retryAfter(fault: EnrollmentFault): number | undefined {
  return 'retryAfter' in fault ? fault.retryAfter : undefined;
}
