/** The forms of answers, for the kit: the first thing that is wrong is named by its field, and never quoted. */
import {
  amount,
  fields,
  filledText,
  flag,
  type Form,
  list,
  maybe,
  type Misfit,
  object,
  oneOf,
  only,
  piece,
  text,
  variants,
  whole,
} from '../contract/forms.js';
import type { AnyNext } from '../contract/next.js';
import type { SecurityInfo } from '../contract/security-info.js';
import { settings } from '../policy/offer-forms.js';
import { nextTypes } from './next-types.js';
import type { Heard } from './visit.js';

const usage = list(oneOf('sign-in', 'recovery'));
const anyOffer = fields({
  kind: filledText,
  offerId: maybe(text),
  usage,
  displayName: maybe(text),
  needs: maybe(filledText),
});
const perKind = Object.fromEntries(Object.entries(settings).map(([kind, own]) => [kind, fields(own)]));
/** With the settings of its kind, where that is one of ours: a kind of the host's own may have any. */
const offer: Form = (value, path) => [...anyOffer(value, path), ...variants('kind', perKind, filledText)(value, path)];
const day = piece('a date (ISO 8601)', (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)));
/** A field that is misspelt here would put a method off for ever, so there is no other. */
const skip = only({
  daysLeft: maybe(whole(0)),
  timesLeft: maybe(whole(0)),
  timesTotal: maybe(whole(0)),
  requiredFrom: maybe(day),
});
const method = fields({
  id: filledText,
  kind: filledText,
  label: filledText,
  usage,
  channels: maybe(list(text)),
  canBeDefault: flag,
  removable: flag,
  addedAt: maybe(day),
});
const pending = fields({
  id: filledText,
  kind: filledText,
  offerId: maybe(text),
  replaces: maybe(text),
  follows: maybe(text),
});

const info = fields({
  account: fields({ label: filledText, organization: maybe(text) }),
  requirements: list(
    fields({
      id: filledText,
      anyOf: list(offer, 1),
      status: oneOf('open', 'satisfied', 'put-off'),
      skip: maybe(skip),
    }),
  ),
  methods: list(method),
  pending: list(pending),
  addable: maybe(list(offer)),
  absent: maybe(list(text)),
  defaultMethod: maybe(fields({ methodId: filledText, channel: maybe(text) })),
  sessionExpiresIn: maybe(amount),
  notifiesOnChange: maybe(flag),
  review: maybe(fields({ reason: oneOf('due') })),
});

const provision = fields({
  uri: filledText,
  manual: list(fields({ name: oneOf('account', 'secret', 'code', 'url'), value: text }), 1),
  deepLink: maybe(text),
});
const delivery = fields({
  channel: filledText,
  to: filledText,
  resendIn: maybe(amount),
  sendsLeft: maybe(whole(0)),
  from: maybe(text),
});

/** What each kind of next step must carry. A new kind is a new row. */
const nexts: { readonly [T in AnyNext['type']]: Form } = {
  code: fields({
    alphabet: oneOf('digits', 'alphanumeric'),
    length: maybe(whole(1)),
    attemptsLeft: maybe(whole(0)),
    provision: maybe(provision),
    delivery: maybe(delivery),
  }),
  wait: fields({
    for: oneOf('pairing', 'approval', 'call', 'link'),
    pollAfter: piece('a number above 0', (value) => Number.isFinite(value) && Number(value) > 0),
    provision: maybe(provision),
    delivery: maybe(delivery),
    matchNumber: maybe(filledText),
  }),
  ready: object,
  answers: fields({ count: whole(0), questions: list(fields({ id: text, text })), ownAllowed: flag }),
  rejected: fields({
    reason: filledText,
    recover: oneOf('challenge', 'restart', 'none'),
    retryAfter: maybe(amount),
  }),
  webauthn: fields({ options: object }),
  acknowledge: fields({ codes: list(filledText, 1) }),
  redirect: fields({
    url: piece('an address with https:', (value) => typeof value === 'string' && value.startsWith('https://')),
  }),
  done: fields({ methods: list(method, 1), then: maybe(pending) }),
};
const enrollment = fields({
  id: filledText,
  kind: filledText,
  expiresIn: maybe(amount),
  next: variants('type', nexts),
});

/** What is wrong with an answer of `load` and of the calls that answer the same. */
export function infoProblem(answer: unknown): string | undefined {
  // What fits the form is one, and then its parts have to fit each other.
  return told(info(answer)) ?? told(atOdds(answer as SecurityInfo));
}

/** What is wrong with an answer of `begin`, `verify`, `get` and `challenge`. */
export function enrollmentProblem(answer: unknown): string | undefined {
  const wrong = told(enrollment(answer));
  if (wrong !== undefined) return wrong;
  const { kind, next } = answer as { readonly kind: string; readonly next: AnyNext };
  const known = Object.hasOwn(nextTypes, kind) ? nextTypes[kind] : undefined;
  const strange = known && told(oneOf('done', ...known)(next.type, 'next.type'));
  if (strange !== undefined) return `${strange}, for ${kind}`;
  const isTwice = next.type === 'code' && next.provision != null && next.delivery != null;
  return isTwice ? told([{ path: 'next.delivery', expected: 'left out beside a provision' }]) : undefined;
}

const problems: { readonly [C in Heard['call']]?: (answer: unknown) => string | undefined } = {
  load: infoProblem,
  setDefault: infoProblem,
  remove: infoProblem,
  skip: infoProblem,
  complete: infoProblem,
  begin: enrollmentProblem,
  verify: enrollmentProblem,
  get: enrollmentProblem,
  challenge: enrollmentProblem,
};

/**
 * What is wrong with the form of an answer, by field: for an answer that the wizard refuses as `protocol`. Never quotes what
 * stands there. `undefined`: nothing; whether the enrolment is the one that was meant is not looked at.
 *
 * @example
 * answerProblem('load', await adapter.load(options)); // "requirements[0].status has to be 'open', 'satisfied' or 'put-off'"
 */
export function answerProblem(call: Heard['call'], answer: unknown): string | undefined {
  return problems[call]?.(answer);
}

/** The same of what was heard, with the call. */
export function problemIn({ call, answer }: Heard): string | undefined {
  const problem = answer === undefined ? undefined : answerProblem(call, answer);
  return problem === undefined ? undefined : `${call}: ${problem}`;
}

function told([first]: readonly Misfit[]): string | undefined {
  return first && `${first.path || 'the answer'} has to be ${first.expected}`;
}

/** Where parts of an answer do not fit each other. */
function atOdds({ requirements, methods, pending: open, defaultMethod }: SecurityInfo): readonly Misfit[] {
  const twice = (name: string, rows: readonly { readonly id: string }[]): readonly Misfit[] =>
    rows.flatMap(({ id }, at) =>
      rows.findIndex((row) => row.id === id) < at
        ? [{ path: `${name}[${String(at)}].id`, expected: 'an id of its own' }]
        : [],
    );
  const shown = open.flatMap((one, at) =>
    'next' in one ? [{ path: `pending[${String(at)}].next`, expected: 'left out, for it may hold a secret' }] : [],
  );
  return [...twice('requirements', requirements), ...twice('methods', methods), ...shown, ...wrongDefault()];

  function wrongDefault(): readonly Misfit[] {
    // Left out may be `null`, whatever the type says.
    if (defaultMethod == null) return [];
    const { methodId, channel } = defaultMethod;
    const meant = methods.find(({ id }) => id === methodId);
    if (meant?.canBeDefault !== true)
      return [{ path: 'defaultMethod.methodId', expected: 'the id of a method that can be the default' }];
    return channel == null || meant.channels?.includes(channel) === true
      ? []
      : [{ path: 'defaultMethod.channel', expected: 'a channel of that method' }];
  }
}
