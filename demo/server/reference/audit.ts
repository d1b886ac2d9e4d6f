/** The record of every attempt and what became of it, without a secret, a code, a number or an address (R9, R53). */
import { schema, type Transaction } from '../database/index.js';
import type { Noted } from './work.js';
import type { World } from './world.js';

/** One line of the record. */
export interface Line extends Partial<Noted> {
  readonly accountId: string;
  readonly sessionMark: string | undefined;
  readonly event: string;
  /** `ok`, or the code of the refusal. */
  readonly outcome: string;
  readonly traceId: string;
}

/** Writes a line, in the transaction of what it is about. */
export async function record(world: World, tx: Pick<Transaction, 'insert'>, line: Line): Promise<void> {
  await tx.insert(schema.audit).values({ at: world.now(), ...line });
}

/** A number or an address, as the record may name it: the same for the same one, and of no other use. */
export function fingerprint({ secrets }: World, address: string): string {
  return secrets.mark(address, 'address').slice(0, 16);
}
