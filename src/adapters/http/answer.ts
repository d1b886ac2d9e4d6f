/** What came back over HTTP: the answer that was promised, or the fault that it amounts to. */
import { EnrollmentError, faultOf } from '../../contract/enrollment-error.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { Guard } from '../../contract/guards/bricks.js';
import { parseJson } from '../../contract/json.js';
import { detailIn, faultIn } from '../../contract/problem.js';

/** Reads a response to its end. Rejects with an `EnrollmentError`, or with whatever broke the reading off. */
export async function answerOf<T>(response: Response, isExpected: Guard<T>): Promise<T> {
  // A redirect is seen as its type in browsers and as its status elsewhere.
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new EnrollmentError({ code: 'session_expired' });
  }
  const text = await response.text();
  const body = parsed(text);
  if (!response.ok) throw new EnrollmentError(faultIn(body) ?? bareFault(response), { cause: detailIn(body) });
  // A page in the place of an answer is none, even where nothing was to be answered.
  if (!isExpected(body) || (text !== '' && body === undefined)) throw new EnrollmentError({ code: 'protocol' });
  return body;
}

/** What was thrown on the way is not quoted: it may name addresses. */
export function lost(thrown: unknown): EnrollmentError {
  return new EnrollmentError(faultOf(thrown) ?? { code: 'network' });
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** An error that is not our server's: of a proxy, a firewall, a framework. */
function bareFault({ status, headers }: Response): EnrollmentFault {
  const after = retryAfter(headers.get('retry-after'));
  const wait = after === undefined ? {} : { retryAfter: after };
  if (status === 401) return { code: 'session_expired' };
  if (status === 429) return { code: 'rate_limited', ...wait };
  return { code: 'server', ...wait };
}

/** Seconds or a date (RFC 9110, section 10.2.3), as milliseconds from now. */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
