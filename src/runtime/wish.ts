/** What a method wishes for, as the call that it is: begin, verify or challenge, and what became of it. */
import type { BeginRequest, Enrollment, EnrollmentId } from '../contract/enrollment.js';
import type { EnrollmentFault, MethodFault } from '../contract/fault.js';
import type { Call, MethodContext, MethodEffect, MethodSpec } from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';
import type { Calls, Result } from './calls.js';
import { isEnrollmentOf } from './enrollment-answer.js';
import { write } from './write.js';

export type Wish = Extract<MethodEffect<MethodSpec>, { readonly type: Exclude<Call, 'wait'> }>;

/** Who wishes. */
export interface Wisher {
  readonly module: MethodModule<MethodSpec>;
  readonly context: MethodContext<MethodSpec>;
  readonly calls: Calls;
}

/** `id` names the enrolment that stands; without one there is nothing to verify or to challenge. */
export async function callFor(
  wish: Wish,
  id: EnrollmentId | undefined,
  wisher: Wisher,
  signal: AbortSignal,
): Promise<Result<Enrollment>> {
  const { module, calls } = wisher;
  if (wish.type === 'begin') {
    const request = requestOf(wish, wisher);
    return write(calls, (adapter, o) => adapter.begin(request, o), isEnrollmentOf(module), signal);
  }
  if (id === undefined) return { type: 'refused', fault: { code: 'enrollment_gone', reason: 'unknown' } };
  const isExpected = isEnrollmentOf(module, id);
  /** After a lost answer only `done` is news worth taking; anything else is settled by trying again. */
  const becameDone = async (): Promise<Enrollment | undefined> => {
    if (!calls.has('get')) return undefined;
    const result = await calls.read((adapter, o) => adapter.get?.(id, o), isExpected, signal);
    return result.type === 'answered' && result.value.next.type === 'done' ? result.value : undefined;
  };
  if (wish.type === 'verify')
    return write(calls, (adapter, o) => adapter.verify(id, wish.proof, o), isExpected, signal, becameDone);
  if (!calls.has('challenge')) return { type: 'refused', fault: { code: 'unsupported' } };
  const how = wish.channel === undefined ? {} : { channel: wish.channel };
  return write(calls, (adapter, o) => adapter.challenge?.(id, how, o), isExpected, signal, becameDone);
}

/** What `begin` is asked, out of the wish and the organisation's offer. */
function requestOf(
  { input, label, restart }: Extract<Wish, { readonly type: 'begin' }>,
  { module: { kind }, context: { offer } }: Wisher,
): BeginRequest {
  const given = Object.entries({ kind, offerId: offer.offerId, label, restart }).filter(
    ([, value]) => value !== undefined,
  );
  // Kind and input come from one method, so they fit; its type was forgotten at the table of methods.
  return { ...(input as object), ...Object.fromEntries(given) } as unknown as BeginRequest;
}

/** What is shared was settled by the calls. A backend that asks again for what it was just given is not obeyed twice. */
export function isShared(fault: EnrollmentFault): fault is Exclude<EnrollmentFault, MethodFault> {
  return ['reauth_required', 'human_check_required', 'network', 'session_expired'].includes(fault.code);
}
