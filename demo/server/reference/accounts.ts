/** Accounts as an organisation writes them: made, told what they owe, and read by the sign-in. */
import { eq } from 'drizzle-orm';
import type { Offer } from '../../../src/contract/enrollment.js';
import type { Requirement } from '../../../src/contract/security-info.js';
import type { Follower } from './shared-rules.js';
import { type Database, schema } from '../database/index.js';

const { accounts } = schema;

/** A requirement as an organisation writes it: what is met or put off is the backend's to say. */
export type RequirementWish = Omit<Requirement, 'status'> & { readonly anyOf: readonly [Offer, ...Offer[]] };

/** A person of the organisation. */
export interface AccountWish {
  /** The sign-in's own id of the person. */
  readonly id: string;
  /** What the person reads, such as the address. */
  readonly label: string;
  readonly organization?: string;
  /** Where notices go. Absent: nobody is told. */
  readonly email?: string;
  /** In order, strongest first. */
  readonly requirements: readonly RequirementWish[];
  /** What is opened by itself once something else is registered. Absent: nothing is. */
  readonly followers?: readonly Follower[];
}

/**
 * Makes an account, or leaves the one that is there as it is.
 *
 * @example
 * await createAccount(db, Date.now(), {
 *   id: user.id,
 *   label: user.email,
 *   email: user.email,
 *   requirements: [{ id: 'app', anyOf: [{ kind: 'totp', usage: ['sign-in'] }] }],
 * });
 */
export async function createAccount(db: Database, now: number, wish: AccountWish): Promise<void> {
  const { requirements, ...rest } = wish;
  await db
    .insert(accounts)
    .values({ ...rest, requirements: opened(requirements), satisfiedBy: {}, createdAt: now })
    .onConflictDoNothing();
}

/** Removes an account with everything that belongs to it, but for its lines in the record. */
export async function deleteAccount(db: Database, id: string): Promise<void> {
  await db.delete(accounts).where(eq(accounts.id, id));
}

/** Requirements as they are before anything meets them. */
export function opened(requirements: readonly RequirementWish[]): Requirement[] {
  return requirements.map((one) => ({ ...one, status: 'open' }));
}
