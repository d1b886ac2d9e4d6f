/** What organisations may require, small enough to be walked whole: offers, requirements, and the answers of `load`. */
import type { EnrollmentId, MethodId, MethodKind, Offer } from '../../src/contract/enrollment.js';
import type {
  PendingEnrollment,
  RegisteredMethod,
  Requirement,
  SecurityInfo,
} from '../../src/contract/security-info.js';
import type { FlowContext, FlowEvent } from '../../src/core/flow-state.js';

export const app: Offer = { kind: 'totp', usage: ['sign-in'] };
export const phone: Offer = { kind: 'phone', usage: ['sign-in'], channels: ['sms'] };
export const office: Offer = { kind: 'phone', offerId: 'office', usage: ['sign-in'], channels: ['sms'] };
/** Of a kind that a newer backend knows and this wizard does not (R83). */
export const newer = { kind: 'hologram', usage: ['sign-in'] } as unknown as Offer;

export const kinds: ReadonlySet<string> = new Set(['totp', 'phone']);
export const withPrompt: FlowContext = { kinds, prompt: true };
export const withoutPrompt: FlowContext = { kinds, prompt: false };

type Skip = Requirement['skip'];

export function requirement(
  id: string,
  anyOf: Requirement['anyOf'],
  skip?: Skip,
  status: Requirement['status'] = 'open',
): Requirement {
  return { id, anyOf, status, ...(skip && { skip }) };
}

export function pendingOf({ kind, offerId }: { kind: MethodKind; offerId?: string }): PendingEnrollment {
  return { id: `open-${kind}` as EnrollmentId, kind, ...(offerId !== undefined && { offerId }) };
}

/** Opened by the backend after an authenticator app. */
export function followerOf(offer: { kind: MethodKind; offerId?: string }): PendingEnrollment {
  return { ...pendingOf(offer), follows: methodOf('totp').id };
}

export function infoOf(requirements: readonly Requirement[], pending: readonly PendingEnrollment[] = []): SecurityInfo {
  // What is followed stands.
  const methods = pending.some(({ follows }) => follows) ? [methodOf('totp')] : [];
  return { account: { label: 'a***@harbor.example' }, requirements, methods, pending };
}

function methodOf(kind: MethodKind): RegisteredMethod {
  const id = `method-${kind}` as MethodId;
  return { id, kind, label: kind, usage: ['sign-in'], canBeDefault: true, removable: true };
}

/** The backend has said that a method of this kind stands; `then` was opened together with it. */
export function registered(kind: MethodKind = 'totp', then?: PendingEnrollment): FlowEvent {
  return { type: 'registered', kind, done: { type: 'done', methods: [methodOf(kind)], ...(then && { then }) } };
}

/** The same requirements with these statuses, in order. */
export function withStatuses(
  requirements: readonly Requirement[],
  statuses: readonly Requirement['status'][],
): readonly Requirement[] {
  return requirements.map((one, index) => ({ ...one, status: statuses[index] ?? one.status }));
}

/** Every plan stands for a family of answers: all statuses that its requirements can have. */
export const plans: Readonly<Record<string, readonly Requirement[]>> = {
  'nothing is required': [],
  'one, not to be put off': [requirement('a', [app, phone])],
  'one, three times': [requirement('a', [app, phone], { timesLeft: 3, timesTotal: 3 })],
  'one, its grace used up': [requirement('a', [app], { timesLeft: 0, timesTotal: 3 })],
  'one, its days over': [requirement('a', [phone], { daysLeft: 0, requiredFrom: '2026-02-01' })],
  'one, of a kind unknown here': [requirement('a', [newer], {})],
  'one, known besides unknown': [requirement('a', [newer, phone, office], { daysLeft: 14 })],
  'two, both for ever': [requirement('a', [app], {}), requirement('b', [phone, office], {})],
  'two, one to be put off': [requirement('a', [app, phone], { timesLeft: 1 }), requirement('b', [phone])],
  'two, the second unknown': [requirement('a', [app]), requirement('b', [newer], { daysLeft: 3 })],
};

const statuses = ['open', 'satisfied', 'put-off'] as const;

/** All combinations of statuses for a plan. */
export function statusesOf(plan: readonly Requirement[]): readonly (readonly Requirement[])[] {
  return plan.reduce<readonly (readonly Requirement[])[]>(
    (before, one) => before.flatMap((done) => statuses.map((status) => [...done, { ...one, status }])),
    [[]],
  );
}

/** The same plan, with its first requirement met. */
function met([first, ...others]: readonly Requirement[]): readonly Requirement[] {
  return first ? [{ ...first, status: 'satisfied' }, ...others] : [];
}

/** All answers of a plan's family: every combination of statuses, an enrolment left open for any offer, and one after a method. */
export function familyOf(plan: readonly Requirement[]): readonly SecurityInfo[] {
  const open = plan.flatMap(({ anyOf }) => anyOf).map(pendingOf);
  return [
    ...statusesOf(plan).map((requirements) => infoOf(requirements)),
    ...open.map((pending) => infoOf(plan, [pending])),
    ...[phone, newer].map((offer) => infoOf(met(plan), [followerOf(offer)])),
    ...open.map((pending) => infoOf(plan, [pending, followerOf(phone)])),
  ];
}
