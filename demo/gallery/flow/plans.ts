/** Few answers of `load` that stand for all others: what organisations may ask for, and what may be registered after it. */
import type { MethodId, Offer } from '../../../src/contract/enrollment.js';
import type { RegisteredMethod, Requirement, SecurityInfo } from '../../../src/contract/security-info.js';
import type { Method } from '../methods/every-method.js';
import { offerOf } from '../methods/stand-in.js';

export type Infos = Readonly<Record<string, SecurityInfo>>;

/** What a wizard may be asked for when it opens. */
export function plansOf(methods: readonly Method[]): Infos {
  const offers = methods.map(offerOf);
  const [first = unknown, ...others] = offers;
  const last = offers.at(-1) ?? first;
  const each = (skip?: Requirement['skip']): readonly Requirement[] =>
    offers.map((offer) => requirement(offer.kind, [offer], skip));
  const any = (skip?: Requirement['skip']): readonly Requirement[] => [requirement('any', [first, ...others], skip)];
  return {
    'one method': infoOf([requirement('only', [first])]),
    'any of all methods': infoOf(any()),
    'any, may be put off for ever': infoOf(any({})),
    'any, one day left': infoOf(any({ daysLeft: 1 })),
    'all methods': infoOf(each()),
    'all methods, 14 days left': infoOf(each({ daysLeft: 14 })),
    'all methods, one time left': infoOf(each({ timesLeft: 1 })),
    'all methods, 2 of 3 times left': infoOf(each({ timesLeft: 2, timesTotal: 3 })),
    'two offers of one kind': infoOf([
      requirement('two', [last, { ...last, offerId: 'other', ...named, ...recovery }]),
    ]),
    'the first met before': infoOf([requirement('before', [last], undefined, 'satisfied'), ...any({})]),
    'the first put off before': infoOf([requirement('before', [last], {}, 'put-off'), ...each()]),
    'no organization, a long name': { ...infoOf(each()), account: { label: longest } },
    'a kind that is not known here': infoOf([requirement('unknown', [unknown])]),
  };
}

/** What `load` may say once everything is met. */
export function endingsOf(
  { account, requirements }: SecurityInfo,
  methods: readonly Method[],
): readonly SecurityInfo[] {
  const registered = methods.map(registeredOf);
  const met = requirements.map((one) => ({ ...one, status: 'satisfied' as const }));
  const base: SecurityInfo = { account, requirements: met, methods: registered, pending: [] };
  const ofLast = registered.at(-1);
  return [
    { ...base, methods: registered.slice(0, 1) },
    { ...base, notifiesOnChange: true, ...(ofLast && { defaultMethod: { methodId: ofLast.id } }) },
  ];
}

const named = { displayName: 'Harbor Front Desk Telephone' };
const recovery = { usage: ['recovery'] } as const;
const longest = 'wilhelmina.featherstonehaugh-cholmondeley@northern-districts.harbor.example';
/** Of a kind that a newer backend knows and this wizard does not. */
const unknown = { kind: 'hologram', usage: ['sign-in'] } as unknown as Offer;

function requirement(
  id: string,
  anyOf: Requirement['anyOf'],
  skip?: Requirement['skip'],
  status: Requirement['status'] = 'open',
): Requirement {
  return { id, anyOf, status, ...(skip && { skip }) };
}

function infoOf(requirements: readonly Requirement[]): SecurityInfo {
  return {
    account: { label: 'ayaka@harbor.example', organization: 'Harbor' },
    requirements,
    methods: [],
    pending: [],
  };
}

function registeredOf({ kind, samples }: Method): RegisteredMethod {
  const done = samples.enrollments.flatMap(({ next }) => (next.type === 'done' ? next.methods : []));
  const [method] = done;
  if (!method) throw new Error(`The samples of ${kind} register nothing`);
  return { ...method, id: `registered-${kind}` as MethodId };
}
