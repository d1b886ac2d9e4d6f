/** Whether an enrolment is one that was asked for (R60, R85). */
import { one, shape, text } from '../contract/guards/bricks.js';
import { isEnrollment } from '../contract/guards/enrollment.js';
import type { Enrollment, EnrollmentId } from '../contract/enrollment.js';
import type { MethodSpec } from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';

/**
 * An enrolment of this method, with a next step that the method knows; of this one enrolment, when the call was about
 * one.
 */
export function isEnrollmentOf(
  { kind, nexts }: Pick<MethodModule<MethodSpec>, 'kind' | 'nexts'>,
  id?: EnrollmentId,
): (value: unknown) => value is Enrollment {
  const isOwn = shape({ id: id === undefined ? text : one(id), kind: one(kind) });
  return (value): value is Enrollment =>
    isEnrollment(value) && isOwn(value) && Object.hasOwn({ ...nexts, done: true }, value.next.type);
}
