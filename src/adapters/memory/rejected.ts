/** How it is told that something on the phone did not work out. */
import type { Ms } from '../../contract/enrollment.js';
import type { NextRejected } from '../../contract/next.js';

/** Without tries left another challenge would be refused, so starting over is what remains. */
export function rejected(reason: NextRejected['reason'], attemptsLeft: number, wait: Ms): NextRejected {
  const recover = attemptsLeft > 0 ? 'challenge' : 'restart';
  return { type: 'rejected', reason, recover, ...(wait > 0 && { retryAfter: wait }) };
}
