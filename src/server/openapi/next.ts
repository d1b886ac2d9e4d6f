/** What may come next in an enrolment, and the proofs that answer it: the schemas of `contract/next.ts`. */
import type {
  AnyNext,
  Delivery,
  NextRejected,
  NextWait,
  ProofAcknowledged,
  ProofAnswers,
  ProofCode,
  ProofReturned,
  ProofWebAuthn,
  Provision,
} from '../../contract/next.js';
import { constant, count, duration, filled, flag, id, list, object, one, ref, type Schema, text } from './schema.js';

type Next<T extends AnyNext['type']> = Extract<AnyNext, { readonly type: T }>;
type AnyProof = ProofCode | ProofWebAuthn | ProofAcknowledged | ProofAnswers | ProofReturned;
type By = Provision['manual'][number];

export const provision = object<Provision>(
  {
    uri: { type: 'string', description: 'What the QR says. Holds a secret.' },
    manual: list(object<By>({ name: one<By['name']>('account', 'secret', 'code', 'url'), value: text }, {})),
  },
  { deepLink: text },
);

export const delivery = object<Delivery>(
  { channel: text, to: { type: 'string', description: 'Masked.' } },
  { resendIn: duration, sendsLeft: count, from: text },
);

const digits: Schema = { type: 'string', description: 'Leading zeros count.' };
const shown = { provision: ref('Provision'), delivery: ref('Delivery') };
const reasons = one<NextRejected['reason']>(
  ...(['denied', 'timed-out', 'wrong-number', 'no-answer', 'busy', 'wrong-key', 'unreachable', 'spent'] as const),
);

/** By type; `done` and its like are rows as any other. */
export const nexts: { readonly [T in AnyNext['type']]: Schema } = {
  code: object<Next<'code'>>(
    { type: constant('code'), alphabet: one('digits', 'alphanumeric') },
    { length: { type: 'integer', minimum: 1 }, attemptsLeft: count, ...shown },
  ),
  wait: object<Next<'wait'>>(
    { type: constant('wait'), for: one<NextWait['for']>('pairing', 'approval', 'call', 'link'), pollAfter: duration },
    { matchNumber: digits, ...shown },
  ),
  ready: object<Next<'ready'>>({ type: constant('ready') }, {}, 'Paired; `challenge` sends the test.'),
  answers: object<Next<'answers'>>(
    {
      type: constant('answers'),
      count,
      questions: list(object<Next<'answers'>['questions'][number]>({ id, text }, {})),
      ownAllowed: flag,
    },
    {},
  ),
  rejected: object<Next<'rejected'>>(
    { type: constant('rejected'), reason: reasons, recover: one('challenge', 'restart', 'none') },
    { retryAfter: duration },
  ),
  webauthn: object<Next<'webauthn'>>({ type: constant('webauthn'), options: { type: 'object' } }, {}),
  acknowledge: object<Next<'acknowledge'>>({ type: constant('acknowledge'), codes: filled(text) }, {}),
  redirect: object<Next<'redirect'>>({ type: constant('redirect'), url: { type: 'string', pattern: '^https://' } }, {}),
  done: object<Next<'done'>>(
    { type: constant('done'), methods: filled(ref('RegisteredMethod')) },
    { then: ref('PendingEnrollment') },
    'Registered. `then` was opened with it, and is visited next.',
  ),
};

const answer = object<ProofAnswers['answers'][number]>({ answer: text }, { questionId: id, question: text });

export const proofs: { readonly [T in AnyProof['type']]: Schema } = {
  code: object<ProofCode>({ type: constant('code'), code: { type: 'string', description: 'Bare, ASCII.' } }, {}),
  webauthn: object<ProofWebAuthn>({ type: constant('webauthn'), credential: { type: 'object' } }, { label: text }),
  acknowledged: object<ProofAcknowledged>({ type: constant('acknowledged') }, {}),
  answers: object<ProofAnswers>({ type: constant('answers'), answers: list(answer) }, {}),
  returned: object<ProofReturned>({ type: constant('returned'), url: text }, {}),
};
