/** Whether an enrolment has the shape that was promised, with a next step that can be drawn (R60, R85). */
import type { Enrollment, EnrollmentId } from '../contract/enrollment.js';
import type { MethodSpec } from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';
import {
  anything,
  duration,
  filled,
  flag,
  isMethod,
  isPending,
  list,
  maybe,
  one,
  shape,
  text,
  type Check,
} from './guards.js';

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
  ready: anything,
  answers: shape({ count: duration, questions: list(shape({ id: text, text })), ownAllowed: flag }),
  rejected: shape({ reason: text, recover: one('challenge', 'restart', 'none'), retryAfter: maybe(duration) }),
  webauthn: shape({ options: shape({}) }),
  acknowledge: shape({ codes: filled(text) }),
  redirect: shape({ url: (url) => typeof url === 'string' && url.startsWith('https://') }),
  done: shape({ methods: filled(isMethod), then: maybe(isPending) }),
};

/**
 * An enrolment of this method, with a next step that the method knows and that can be drawn; of this one enrolment, when
 * the call was about one.
 */
export function isEnrollmentOf(
  { kind, nexts }: Pick<MethodModule<MethodSpec>, 'kind' | 'nexts'>,
  id?: EnrollmentId,
): (value: unknown) => value is Enrollment {
  // Looked up as an own row: `constructor` is no kind of next step.
  const isNext = (next: { readonly type: string }): boolean =>
    Object.hasOwn({ ...nexts, done: true }, next.type) &&
    Object.hasOwn(checks, next.type) &&
    checks[next.type]?.(next) === true;
  const enrollment = shape({
    id: id === undefined ? text : one(id),
    kind: one(kind),
    expiresIn: maybe(duration),
    next: (next) => shape({ type: text })(next) && isNext(next as { readonly type: string }),
  });
  return (value): value is Enrollment => enrollment(value);
}
