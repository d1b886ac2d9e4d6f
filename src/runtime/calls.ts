/** Calls to the backend: reads, which are retried by themselves; writes come with the chunk that needs them first. */
import type { CallOptions, SecurityInfoAdapter, WriteOptions } from '../contract/adapter.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { Guard } from '../contract/guards/bricks.js';
import type { OptionalCall } from '../contract/security-info.js';
import { attempt, pause, type Attempt, type Patience } from './attempt.js';
import type { Answer, Show } from './interruption.js';

/** How a call ended, for good. `withdrawn`: the person gave it up at an interruption. */
export type Result<T> = Attempt<T> | { readonly type: 'withdrawn' };

/** How an interruption was settled; `refused`: in asking, the backend refused for good. */
export type Settled = Answer | Extract<Attempt<never>, { readonly type: 'refused' }>;

/** An optional function that is absent answers undefined, which no guard takes. */
export type Write = (adapter: SecurityInfoAdapter, options: WriteOptions) => Promise<unknown> | undefined;
export type Read = (adapter: SecurityInfoAdapter, options: CallOptions) => Promise<unknown> | undefined;

export interface CallsOptions extends Patience {
  readonly adapter: SecurityInfoAdapter;
  readonly locale: () => string;
  /** A fresh idempotency key. */
  readonly newKey: () => string;
  /** Between 0 and 1, for the spread of retries. */
  readonly random: () => number;
  readonly show: Show;
}

/** Reads are tried three times (R73). */
const tries = 3;
const firstPause = 400;
const enough = 10_000;

export class Calls {
  readonly options: CallsOptions;
  #absent: readonly OptionalCall[] = [];

  constructor(options: CallsOptions) {
    this.options = options;
  }

  /** Whether the backend has an optional function; `load` may tell that it lacks more (`absent`). */
  has(call: OptionalCall): boolean {
    return typeof this.options.adapter[call] === 'function' && !this.#absent.includes(call);
  }

  setAbsent(calls: readonly OptionalCall[]): void {
    this.#absent = calls;
  }

  /** Retried by itself while time may heal it; a `long-poll` may be held open without end. */
  async read<T>(
    invoke: Read,
    isExpected: Guard<T>,
    signal: AbortSignal,
    kind: 'bounded' | 'long-poll' = 'bounded',
  ): Promise<Result<T>> {
    const { adapter, locale, clock, random } = this.options;
    const asked = new Set<string>();
    const started = clock.now();
    for (let n = 1; ; n++) {
      const call = async (inner: AbortSignal): Promise<unknown> => invoke(adapter, { signal: inner, locale: locale() });
      const result = await attempt(call, isExpected, signal, this.options, kind === 'bounded');
      if (result.type !== 'refused') return result;
      const { fault } = result;
      const answer = await this.settle(fault, asked, signal);
      if (answer?.type === 'withdrawn' || answer?.type === 'refused') return answer;
      if (answer) continue;
      // What has kept a person waiting this long is not tried again behind their back.
      if (!isPassing(fault) || n >= tries) return result;
      const wait = retryAfter(fault) ?? firstPause * 2 ** n * random();
      if (clock.now() - started + wait > enough) return result;
      await pause(clock, wait, signal);
    }
  }

  /**
   * Puts what a fault asks for to the person or the host; undefined when it asks for nothing, or for the same as before:
   * a backend is not obeyed twice.
   */
  async settle(fault: EnrollmentFault, asked: Set<string>, signal: AbortSignal): Promise<Settled | undefined> {
    const { code } = fault;
    if ((code !== 'reauth_required' && code !== 'human_check_required') || asked.has(code)) return undefined;
    asked.add(code);
    const chunk = await import('./settle.js').catch(() => undefined);
    return chunk?.settle(fault, this, signal);
  }
}

/** Time may heal it by itself, and asking again does no harm. */
function isPassing({ code }: EnrollmentFault): boolean {
  return code === 'network' || code === 'server';
}

function retryAfter(fault: EnrollmentFault): number | undefined {
  return 'retryAfter' in fault ? fault.retryAfter : undefined;
}
