/** Waiting for something that happens elsewhere: asks again until the answer differs (law 3 of the runtime). */
import type { Enrollment } from '../contract/enrollment.js';
import type { AnyNext } from '../contract/next.js';
import { pause } from './attempt.js';
import type { Calls } from './calls.js';
import type { RuntimeClock } from './clock.js';
import { isEnrollmentOf } from './enrollment-answer.js';

/** What must be kept of an enrolment in order to wait for it: no provision, since that is a secret of its page. */
export interface Waiting {
  readonly enrollment: Pick<Enrollment, 'id' | 'kind'>;
  readonly pollAfter: number;
  readonly until: number;
  /** What the last answer said. */
  readonly said: string;
}

export interface PollOptions {
  readonly calls: Calls;
  readonly clock: RuntimeClock;
  readonly signal: AbortSignal;
  /** Called with each answer that differs. */
  readonly onAnswer: (enrollment: Enrollment) => void;
  /** The session is over, or the enrolment is: nothing more will come. */
  readonly onEnd: (reason: 'expired' | 'unknown' | 'session') => void;
}

/** The wait that an answer asks for, if it asks for one. */
export function waitingFor(enrollment: Enrollment, now: number): Waiting | undefined {
  const { id, kind, expiresIn = Infinity } = enrollment;
  // Seen as anything that may come: which of it can is known to the method alone.
  const next = enrollment.next as AnyNext;
  if (next.type !== 'wait') return undefined;
  // Running durations differ each time and change nothing; the provision does not change while one waits.
  const said = JSON.stringify(next, (key, value: unknown) => (passedOver.has(key) ? undefined : value));
  return { enrollment: { id, kind }, pollAfter: next.pollAfter, until: now + expiresIn, said };
}
const passedOver: ReadonlySet<string> = new Set(['pollAfter', 'resendIn', 'retryAfter', 'provision']);

/** Asks until an answer differs, the enrolment expires, or the signal says stop. */
export async function poll(waiting: Waiting, { calls, clock, signal, onAnswer, onEnd }: PollOptions): Promise<void> {
  const { enrollment, until, said } = waiting;
  let { pollAfter } = waiting;
  for (;;) {
    await pause(clock, Math.min(pollAfter, until - clock.now()), signal);
    if (signal.aborted) return;
    if (clock.now() >= until) return onEnd('expired');
    const isExpected = isEnrollmentOf(enrollment.kind);
    const result = await calls.read((adapter, o) => adapter.get?.(enrollment.id, o), isExpected, signal, 'long-poll');
    if (signal.aborted) return;
    if (result.type === 'refused') {
      if (result.fault.code === 'session_expired') return onEnd('session');
      if (result.fault.code === 'enrollment_gone') return onEnd('unknown');
      // Anything else may pass: the enrolment's own expiry is the end of patience.
    } else if (result.type === 'answered') {
      const now = waitingFor(result.value, clock.now());
      if (now?.said !== said) return onAnswer(result.value);
      pollAfter = now.pollAfter;
    }
  }
}
