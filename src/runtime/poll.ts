/** Waiting for something that happens elsewhere: asks again until the answer differs (law 3 of the runtime). */
import type { Enrollment, EnrollmentId } from '../contract/enrollment.js';
import { pause } from './attempt.js';
import type { Calls } from './calls.js';
import type { Guard } from '../contract/guards/bricks.js';
import type { RuntimeClock } from './clock.js';

/** What must be kept of an enrolment in order to wait for it: no provision, since that is a secret of its page. */
export interface Waiting {
  readonly id: EnrollmentId;
  readonly pollAfter: number;
  readonly until: number;
  /** What the last answer said. */
  readonly said: string;
}

export interface PollOptions {
  readonly calls: Calls;
  readonly clock: RuntimeClock;
  readonly signal: AbortSignal;
  readonly isExpected: Guard<Enrollment>;
  /** Called with each answer that differs. */
  readonly onAnswer: (enrollment: Enrollment) => void;
  /** The session is over, or the enrolment is: nothing more will come. */
  readonly onEnd: (reason: 'expired' | 'unknown' | 'session') => unknown;
}

/** The wait that an answer asks for, if it asks for one. */
export function waitingFor(enrollment: Enrollment, now: number): Waiting | undefined {
  const { id, expiresIn = Infinity } = enrollment;
  // Seen as anything that may come: which of it can is known to the method alone.
  const next = enrollment.next;
  if (next.type !== 'wait') return undefined;
  // Running durations differ each time and change nothing; the provision does not change while one waits.
  const said = JSON.stringify(next, (key, value: unknown) => (passedOver.has(key) ? undefined : value));
  return { id, pollAfter: next.pollAfter, until: now + expiresIn, said };
}
const passedOver: ReadonlySet<string> = new Set(['pollAfter', 'resendIn', 'retryAfter', 'provision']);

/** Asks until an answer differs, the enrolment expires, or the signal says stop. */
export async function poll(waiting: Waiting, options: PollOptions): Promise<void> {
  const { clock, signal, onEnd } = options;
  const own = new AbortController();
  const stop = (): void => own.abort();
  signal.addEventListener('abort', stop);
  // The end comes on time, also while the backend holds a question open.
  const left = waiting.until - clock.now();
  const expire = (): void => {
    own.abort();
    if (!signal.aborted) void onEnd('expired');
  };
  const stopExpiry = left === Infinity ? undefined : clock.after(left, expire);
  await ask(waiting, { ...options, signal: own.signal });
  stopExpiry?.();
  signal.removeEventListener('abort', stop);
}

const shortest = 250;

async function ask(waiting: Waiting, options: PollOptions): Promise<void> {
  const { calls, clock, signal, isExpected, onAnswer, onEnd } = options;
  const { id, said } = waiting;
  let { pollAfter } = waiting;
  for (;;) {
    // Whatever a backend asks for, it is not hammered.
    await pause(clock, Math.max(pollAfter, shortest), signal);
    if (signal.aborted) return;
    const result = await calls.read((adapter, o) => adapter.get?.(id, o), isExpected, signal, 'long-poll');
    if (signal.aborted) return;
    if (result.type === 'refused') {
      if (result.fault.code === 'session_expired') return void onEnd('session');
      if (result.fault.code === 'enrollment_gone') return void onEnd('unknown');
      // Anything else may pass: the enrolment's own expiry is the end of patience.
    } else if (result.type === 'answered') {
      const now = waitingFor(result.value, clock.now());
      if (now?.said !== said) return onAnswer(result.value);
      pollAfter = now.pollAfter;
    }
  }
}
