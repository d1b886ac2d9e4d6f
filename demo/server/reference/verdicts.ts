/**
 * One effect and one verdict per idempotency key, however often the call that carries it arrives (R69). The verdict is
 * committed together with its effect, under the account's lock: a copy that comes meanwhile waits, and is told the same.
 */
import { and, eq } from 'drizzle-orm';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import type { FaultCode } from '../../../src/contract/fault.js';
import { schema } from '../database/index.js';
import type { Verdict, Work } from './work.js';

/**
 * What to answer: how an enrolment stands, how the account stands, or nothing. Kept instead of the answer itself, whose
 * durations count from its arrival and whose secret must be gone once it is confirmed (R23).
 */
export type View =
  { readonly type: 'enrollment'; readonly id: EnrollmentId } | { readonly type: 'info' } | { readonly type: 'nothing' };

/** Refusals after which the same key is tried again in earnest. */
const passing: ReadonlySet<FaultCode> = new Set(['reauth_required', 'human_check_required', 'rate_limited', 'server']);

export interface CallKey {
  readonly call: string;
  readonly key: string;
}

export async function storedVerdict(
  { tx, world, account }: Work,
  { call, key }: CallKey,
): Promise<Verdict<View> | undefined> {
  const { idempotencyKeys } = schema;
  const [row] = await tx
    .select({ verdict: idempotencyKeys.verdict })
    .from(idempotencyKeys)
    .where(
      and(eq(idempotencyKeys.accountId, account.id), eq(idempotencyKeys.call, call), eq(idempotencyKeys.key, key)),
    );
  return row && (world.secrets.open(row.verdict, placeOf(account.id, call, key)) as Verdict<View>);
}

export async function storeVerdict(
  { tx, world, account }: Work,
  { call, key }: CallKey,
  verdict: Verdict<View>,
): Promise<void> {
  if ('refused' in verdict && passing.has(verdict.refused.code)) return;
  await tx.insert(schema.idempotencyKeys).values({
    accountId: account.id,
    call,
    key,
    verdict: world.secrets.seal(verdict, placeOf(account.id, call, key)),
    at: world.now(),
  });
}

function placeOf(...parts: readonly string[]): string {
  return `verdict ${JSON.stringify(parts)}`;
}
