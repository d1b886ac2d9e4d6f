/** What the person owes the organisation, as this session sees it. */
import { eq } from 'drizzle-orm';
import type { Requirement } from '../../../src/contract/security-info.js';
import { schema } from '../database/index.js';
import { duties } from './shared-rules.js';
import type { Look } from './work.js';

const { skips } = schema;

/** The requirements in order, each with the method that meets it. */
export async function dutiesOf({ tx, account, sessionMark }: Look): Promise<duties.Duty[]> {
  const rows = await tx.select().from(skips).where(eq(skips.accountId, account.id));
  return account.requirements.map((written) => {
    const by = account.satisfiedBy[written.id];
    const requirement = counted(written, rows, sessionMark);
    return by === undefined ? { requirement } : { requirement, by };
  });
}

type SkipRow = typeof skips.$inferSelect;

/** A requirement as this session sees it, after it was put off so many times in all sessions together. */
function counted(written: Requirement, rows: readonly SkipRow[], sessionMark: string | undefined): Requirement {
  const { skip } = written;
  const own = rows.filter(({ requirementId }) => requirementId === written.id);
  const here = own.find((row) => row.sessionMark === sessionMark);
  const times = own.reduce((sum, row) => sum + row.times, 0);
  const left = skip?.timesLeft === undefined ? {} : { timesLeft: Math.max(0, skip.timesLeft - times) };
  const requirement: Requirement = { ...written, ...(skip && { skip: { ...skip, ...left } }) };
  if (here === undefined) return duties.askedAgain(requirement);
  return written.status !== 'satisfied' && here.stands ? { ...requirement, status: 'put-off' } : requirement;
}
