/** Whether an enrolment has the shape that was promised, with a next step that can be drawn. */
import type { Enrollment } from '../enrollment.js';
import { duration, filled, flag, isMethod, isPending, list, maybe, one, shape, text, type Check } from './bricks.js';

const provision = shape({ uri: text, manual: list(shape({ name: text, value: text })), deepLink: maybe(text) });
const delivery = shape({ channel: text, to: text, resendIn: maybe(duration), sendsLeft: maybe(duration) });

/** What each kind of next step must carry to be drawn. A new kind is a new row. */
const checks: Readonly<Record<string, Check>> = {
  code: shape({
    alphabet: one('digits', 'alphanumeric'),
    length: maybe((length) => Number.isInteger(length) && (length as number) > 0),
    provision: maybe(provision),
    delivery: maybe(delivery),
    attemptsLeft: maybe(duration),
  }),
  wait: shape({
    for: one('pairing', 'approval', 'call', 'link'),
    pollAfter: duration,
    provision: maybe(provision),
    delivery: maybe(delivery),
    matchNumber: maybe(text),
  }),
  ready: () => true,
  answers: shape({ count: duration, questions: list(shape({ id: text, text })), ownAllowed: flag }),
  rejected: shape({ reason: text, recover: one('challenge', 'restart', 'none'), retryAfter: maybe(duration) }),
  webauthn: shape({ options: shape({}) }),
  acknowledge: shape({ codes: filled(text) }),
  redirect: shape({ url: (url) => typeof url === 'string' && url.startsWith('https://') }),
  done: shape({ methods: filled(isMethod), then: maybe(isPending) }),
};

// Looked up as an own row: `constructor` is no kind of next step.
const isNext: Check = (next) => shape({ type: text })(next) && checked(next as { readonly type: string });
const checked = (next: { readonly type: string }): boolean =>
  Object.hasOwn(checks, next.type) && checks[next.type]?.(next) === true;

const enrollment = shape({ id: text, kind: text, expiresIn: maybe(duration), next: isNext });

/** An enrolment of some method. Whether its next step is one of that method's own is for whoever knows the method. */
export function isEnrollment(value: unknown): value is Enrollment {
  return enrollment(value);
}
