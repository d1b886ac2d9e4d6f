/** An enrolment as the widget sees it. */
import type { Enrollment, MethodKind } from '../../../src/contract/enrollment.js';
import type { PendingEnrollment } from '../../../src/contract/security-info.js';
import { namesOf } from './entries.js';
import type { EnrollmentRow } from './kind.js';
import { withFollower } from './shared-rules.js';

/** An enrolment that is open, with what comes next. */
export function openAnswer(row: EnrollmentRow, next: Enrollment['next'], now: number): Enrollment {
  return { ...answerOf(row, next), expiresIn: row.endsAt - now };
}

/** One that is registered; `pending`: what may have been opened after it. */
export function doneAnswer(row: EnrollmentRow, pending: readonly PendingEnrollment[]): Enrollment {
  if (row.registered === null) throw new Error('registered, and nothing to show for it');
  return withFollower(answerOf(row, { type: 'done', methods: [row.registered] }), pending);
}

/** An enrolment was opened by the kind of its offer, so `next` fits; that is what the compiler is asked to believe. */
function answerOf<K extends MethodKind>(row: EnrollmentRow, next: Enrollment<K>['next']): Enrollment<K> {
  return { ...namesOf(row), next } as Enrollment<K>;
}
