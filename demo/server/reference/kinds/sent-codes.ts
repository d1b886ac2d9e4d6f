/** Codes that were texted, mailed or spoken: kept as keyed fingerprints, each good for one enrolment, once, and not for long. */
import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { EnrollmentId, Proof } from '../../../../src/contract/enrollment.js';
import { schema } from '../../database/index.js';
import type { EnrollmentRow, Worth } from '../kind.js';
import { codeOf, drawCode, notACode } from '../shared-rules.js';
import type { Look, Work } from '../work.js';
import { newId } from '../world.js';

const { sentCodes } = schema;

type SentCodeChannel = (typeof sentCodes.$inferSelect)['channel'];

/** A person who asked twice may hold either code in hand; a third one retires the first. */
const alive = 2;

/** Draws a code; its digits are known to the message alone. */
export async function drawSentCode(
  work: Work,
  enrollmentId: EnrollmentId,
  channel: SentCodeChannel,
  turn: number,
): Promise<string> {
  const { tx, world } = work;
  const digits = drawCode((length) => world.random(length), world.policy.codeDigits);
  const mark = markOf(work, enrollmentId, digits);
  await tx.insert(sentCodes).values({ id: newId('code'), enrollmentId, mark, channel, turn, sentAt: world.now() });
  return digits;
}

/** What a typed code is worth. The right one is taken by the statement that finds it, so that it counts once. */
export async function acceptSentCode(work: Work, enrollmentId: EnrollmentId, proof: Proof): Promise<Worth> {
  const { tx, world } = work;
  const sent = await tx
    .select()
    .from(sentCodes)
    .where(eq(sentCodes.enrollmentId, enrollmentId))
    .orderBy(desc(sentCodes.turn));
  // A call that waits for a key has nothing that could be typed.
  if (sent.length === 0) return { type: 'refused', fault: { code: 'unsupported' } };
  const typed = codeOf(proof, world.policy.codeDigits);
  if (typed === undefined) return { type: 'refused', fault: notACode };
  const mark = markOf(work, enrollmentId, typed);
  const since = world.now() - world.policy.codeLife;
  const standing = sent.slice(0, alive).filter(({ sentAt }) => sentAt > since);
  const ids = standing.map(({ id }) => id);
  const [taken] =
    ids.length === 0
      ? []
      : await tx
          .delete(sentCodes)
          .where(and(inArray(sentCodes.id, ids), eq(sentCodes.mark, mark), gt(sentCodes.sentAt, since)))
          .returning();
  if (taken !== undefined) return { type: 'right', accepted: { mark, channel: taken.channel } };
  // It was right once, or nothing that is typed can be right any more.
  const isExpired = standing.length === 0 || sent.some((code) => code.mark === mark);
  return isExpired ? { type: 'refused', fault: { code: 'code_expired' } } : { type: 'wrong', reason: 'mismatch' };
}

export function isSentCodeReplay(look: Look, { id, acceptedMark }: EnrollmentRow, proof: Proof): boolean {
  const typed = codeOf(proof, look.world.policy.codeDigits);
  return typed !== undefined && acceptedMark !== null && acceptedMark === markOf(look, id, typed);
}

export async function forgetSentCodes({ tx }: Work, enrollmentId: EnrollmentId): Promise<void> {
  await tx.delete(sentCodes).where(eq(sentCodes.enrollmentId, enrollmentId));
}

/** The enrolment is part of it: a code is worth nothing elsewhere (R5). */
function markOf({ world }: Look, enrollmentId: EnrollmentId, digits: string): string {
  return world.secrets.mark(`${enrollmentId} ${digits}`, 'code');
}
