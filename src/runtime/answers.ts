/** Guards at the border: whether what an adapter answered has the shape that was promised (R60, R85). */
import type { Enrollment, MethodKind } from '../contract/enrollment.js';
import type { SecurityInfo } from '../contract/security-info.js';

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => typeof value === 'string';
const duration: Check = (value) => typeof value === 'number' && value >= 0;
const flag: Check = (value) => typeof value === 'boolean';
const anything: Check = (value) => value !== undefined;
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const list = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const filled = (check: Check): Check => (value) => Array.isArray(value) && value.length > 0 && value.every(check);
const one = (...allowed: readonly string[]): Check => (value) => allowed.includes(value as string);
const shape = (fields: Shape): Check => (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(fields).every(([name, check]) => check((value as Readonly<Record<string, unknown>>)[name]));

const provision = shape({ uri: text, manual: list(shape({ name: text, value: text })), deepLink: maybe(text) });
const delivery = shape({ channel: text, to: text, resendIn: maybe(duration), sendsLeft: maybe(duration) });
const pending = shape({ id: text, kind: text });
const method = shape({ id: text, kind: text, label: text, canBeDefault: flag, removable: flag });

/** What each kind of next step must carry to be drawn. A new kind is a new row. */
const nexts: Readonly<Record<string, Check>> = {
  code: shape({
    alphabet: one('digits', 'alphanumeric'),
    length: maybe(duration),
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
  done: shape({ methods: filled(method), then: maybe(pending) }),
};

const info = shape({
  account: shape({ label: text, organization: maybe(text) }),
  requirements: list(
    shape({
      id: text,
      anyOf: filled(shape({ kind: text })),
      status: one('open', 'satisfied', 'put-off'),
      skip: maybe(shape({ daysLeft: maybe(duration), timesLeft: maybe(duration), timesTotal: maybe(duration) })),
    }),
  ),
  methods: list(method),
  pending: list(pending),
  absent: maybe(list(text)),
  defaultMethod: maybe(shape({ methodId: text, channel: maybe(text) })),
  sessionExpiresIn: maybe(duration),
});

export function isSecurityInfo(value: unknown): value is SecurityInfo {
  return info(value);
}

/** An enrolment of this kind, with a next step that can be drawn. */
export function isEnrollmentOf(kind: MethodKind): (value: unknown) => value is Enrollment {
  const enrollment = shape({
    id: text,
    kind: one(kind),
    expiresIn: maybe(duration),
    next: (next) => shape({ type: text })(next) && Boolean(nexts[(next as { type: string }).type]?.(next)),
  });
  return (value): value is Enrollment => enrollment(value);
}

/** For calls that answer nothing. */
export function isNothing(_value: unknown): _value is undefined | void {
  return true;
}
