/** Rows of methods: how one is written down, what is told of it, and what is left of it when it is gone. */
import { eq } from 'drizzle-orm';
import type { MethodId, Offer, Usage } from '../../../src/contract/enrollment.js';
import type { RegisteredMethod } from '../../../src/contract/security-info.js';
import { schema } from '../database/index.js';
import type { Accepted, Description, Kind } from './kind.js';
import type { Work } from './work.js';

const { methods } = schema;

export type MethodRow = typeof methods.$inferSelect;

export interface NewMethod {
  readonly id: MethodId;
  readonly offer: Offer;
  readonly usage: readonly Usage[];
  readonly description: Description;
  readonly accepted: Accepted;
  readonly slots: ReturnType<Kind['slots']>;
  readonly replaces: MethodId | undefined;
  readonly enrollmentId: string;
}

/** What the widget is told of a method. */
export function registered(row: MethodRow): RegisteredMethod {
  return {
    id: row.id,
    kind: row.kind,
    label: row.label,
    usage: row.usage,
    ...(row.channels && { channels: row.channels }),
    canBeDefault: row.canBeDefault,
    removable: row.removable,
    addedAt: new Date(row.addedAt).toISOString(),
  };
}

/** A method that was proved, as it is written down. */
export function rowOf({ world, account }: Work, added: NewMethod): typeof methods.$inferInsert {
  const { id, offer, usage, description, accepted, enrollmentId } = added;
  const { label, channels, identity, secret } = description;
  return {
    id,
    accountId: account.id,
    kind: offer.kind,
    offerId: offer.offerId ?? null,
    label,
    usage,
    channels: channels ?? null,
    provedBy: accepted.channel ?? null,
    canBeDefault: usage.includes('sign-in'),
    removable: true,
    identityMark: identity === undefined ? null : world.secrets.mark(identity, offer.kind),
    secret: secret === undefined ? null : world.secrets.seal(secret, `method ${id}`),
    lastStep: accepted.step ?? null,
    enrollmentId,
    addedAt: world.now(),
  };
}

/** Takes a method away, and its secret with it. The row stays for the record (R9). */
export async function retire({ tx, world }: Work, id: MethodId): Promise<void> {
  await tx.update(methods).set({ removedAt: world.now(), secret: null }).where(eq(methods.id, id));
}
