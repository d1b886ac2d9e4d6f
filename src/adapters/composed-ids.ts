/** How one adapter made of several tells whose an id is: each id carries the name of the part that gave it. */
import type { BeginRequest, Enrollment, EnrollmentId, MethodId } from '../contract/enrollment.js';
import { EnrollmentError, faultOf } from '../contract/enrollment-error.js';
import type { MethodRef, PendingEnrollment, RegisteredMethod } from '../contract/security-info.js';

type Id = EnrollmentId | MethodId;

/** `totp:17`. A name holds no colon, so the first one ends it. */
export function marked<T extends Id>(name: string, id: T): T {
  // Still an id of the same sort: opaque, and read here alone.
  return `${name}:${id}` as T;
}

/** Whose id it is, and what that one calls it. */
export function unmarked<T extends Id>(id: T): { readonly name: string; readonly id: T } {
  const end = id.indexOf(':');
  return { name: id.slice(0, Math.max(0, end)), id: id.slice(end + 1) as T };
}

/** An answer of the part, as it leaves. */
export function enrollmentOut(name: string, enrollment: Enrollment): Enrollment {
  const { id, replaces, next } = enrollment;
  const known = {
    ...enrollment,
    id: marked(name, id),
    ...(replaces !== undefined && { replaces: marked(name, replaces) }),
  };
  if (next.type !== 'done') return known;
  const [first, ...more] = next.methods;
  return {
    ...known,
    next: {
      ...next,
      methods: [methodOut(name, first), ...more.map((method) => methodOut(name, method))],
      ...(next.then && { then: pendingOut(name, next.then) }),
    },
  };
}

export function methodOut(name: string, method: RegisteredMethod): RegisteredMethod {
  return { ...method, id: marked(name, method.id) };
}

export function pendingOut(name: string, pending: PendingEnrollment): PendingEnrollment {
  const { id, replaces, follows } = pending;
  return {
    ...pending,
    id: marked(name, id),
    ...(replaces !== undefined && { replaces: marked(name, replaces) }),
    ...(follows !== undefined && { follows: marked(name, follows) }),
  };
}

export function refOut(name: string, ref: MethodRef): MethodRef {
  return { ...ref, methodId: marked(name, ref.methodId) };
}

/** A request, as it goes to the part. A method of another part is of another kind, and replaced by nothing here. */
export function requestIn(name: string, request: BeginRequest): BeginRequest {
  if (request.replaces === undefined) return request;
  const replaced = unmarked(request.replaces);
  if (replaced.name !== name) throw new EnrollmentError({ code: 'policy_denied' });
  return { ...request, replaces: replaced.id };
}

/** A refusal of the part, as it leaves. */
export function refusalOut(name: string, thrown: unknown): unknown {
  const fault = faultOf(thrown);
  if (fault?.code !== 'conflict' || fault.removeFirst === undefined) return thrown;
  return new EnrollmentError({ ...fault, removeFirst: marked(name, fault.removeFirst) }, { cause: thrown });
}
