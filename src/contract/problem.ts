/** A refusal as it travels: a problem document (RFC 9457) with the fault in it. No DOM. */
import { duration, maybe, shape, text } from './guards/bricks.js';
import type { EnrollmentFault } from './fault.js';

export const problemType = 'application/problem+json';

/**
 * A problem document. `title` and `detail` are for people who read logs; they are English, and never shown to the person.
 *
 * @example
 * { "type": "about:blank", "title": "Unprocessable Content", "status": 422, "code": "invalid_code",
 *   "fault": { "code": "invalid_code", "reason": "mismatch", "attemptsLeft": 3 } }
 */
export interface Problem {
  readonly type: 'about:blank';
  /** The phrase of the status (RFC 9457, section 4.2.1). */
  readonly title: string;
  readonly status: number;
  /** What was wrong with the request itself, where it never came to an adapter. */
  readonly detail?: string;
  /** The fault's code once more, where logs and proxies look for it. */
  readonly code: EnrollmentFault['code'];
  readonly fault: EnrollmentFault;
}

/** What is wrong with the request itself, to whoever set it up; never shown. */
export function detailIn(body: unknown): string | undefined {
  return isDetailed(body) ? (body as Problem).detail : undefined;
}

const isDetailed = shape({ detail: text });
const isFault = shape({ code: text, retryAfter: maybe(duration), attemptsLeft: maybe(duration), traceId: maybe(text) });
const isProblem = shape({ fault: isFault });

/** The fault in a problem document; `undefined` where there is none. A code of a later version is kept. */
export function faultIn(body: unknown): EnrollmentFault | undefined {
  return isProblem(body) ? (body as Problem).fault : undefined;
}
