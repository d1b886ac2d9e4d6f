/** What the person owes the organisation, as this session sees it. */
import { eq } from 'drizzle-orm';
import type { Requirement } from '../../../src/contract/security-info.js';
import { schema } from '../database/index.js';
import { duties } from './shared-rules.js';
import type { Look } from './work.js';

const { skips } = schema;

/** The requirements in order, each with the method that meets it. */
export async function dutiesOf({ tx, account, sessionId }: Look): Promise<duties.Duty[]> {
  const rows = await tx.select().from(skips).where(eq(skips.accountId, account.id));
  return account.requirements.map((written) => {
    const by = account.satisfiedBy[written.id];
    const own = rows.filter(({ requirementId }) => requirementId === written.id);
    const isPutOff = own.some((skip) => skip.sessionId === sessionId);
    const requirement = written.status === 'satisfied' ? written : owed(written, own.length, isPutOff);
    return by === undefined ? { requirement } : { requirement, by };
  });
}

/** An unmet requirement, as this session sees it after it was put off so many times, in all sessions together. */
function owed(written: Requirement, times: number, isPutOff: boolean): Requirement {
  const { skip } = written;
  const left = skip?.timesLeft === undefined ? {} : { timesLeft: Math.max(0, skip.timesLeft - times) };
  const counted: Requirement = { ...written, ...(skip && { skip: { ...skip, ...left } }) };
  return isPutOff ? { ...counted, status: 'put-off' } : duties.askedAgain(counted);
}
