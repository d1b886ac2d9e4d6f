/** The organisation's hardware tokens: as they come from their maker, and as they are given out. */
import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { schema } from '../database/index.js';
import { type HardwareToken, type OtpKey, serialOf } from './shared-rules.js';
import type { Look } from './work.js';
import type { World } from './world.js';

const { hardwareTokens, methods } = schema;

/** A token as it is written into the store; `accountId` where it is given out beforehand. */
export interface TokenDelivery extends Omit<HardwareToken, 'assignedTo'> {
  readonly accountId?: string;
}

/** In the drawer, given out, or in use. */
export type TokenState = 'available' | 'assigned' | 'activated';

export interface TokenService {
  /** Writes tokens into the store. One that is there stays as it is. Rejects where a serial number cannot be one. */
  add(tokens: readonly TokenDelivery[]): Promise<void>;
  /** `undefined`: no such token. */
  stateOf(serial: string): Promise<TokenState | undefined>;
  /** Puts a token back into the drawer. `false`: it is in use, or there is none. */
  release(serial: string): Promise<boolean>;
}

/** A row of the store. */
export type TokenRow = typeof hardwareTokens.$inferSelect;

/** The store, for the organisation's own tools. */
export function createTokens(world: World): TokenService {
  const { db, secrets } = world;
  const inUse = (serial: string) =>
    db
      .select({ one: sql`1` })
      .from(methods)
      .where(and(eq(methods.identityMark, markOf(world, serial)), isNull(methods.removedAt)));
  return {
    add: async (tokens) => {
      if (tokens.length > 0)
        await db
          .insert(hardwareTokens)
          .values(tokens.map(rowIn(world)))
          .onConflictDoNothing();
    },
    stateOf: async (serial) => {
      const bare = serialOf(serial) ?? '';
      const [row] = await db.select().from(hardwareTokens).where(eq(hardwareTokens.serial, bare));
      if (row === undefined) return undefined;
      if (row.accountId === null) return 'available';
      return (await inUse(bare)).length > 0 ? 'activated' : 'assigned';
    },
    release: async (serial) => {
      const bare = serialOf(serial) ?? '';
      const released = await db
        .update(hardwareTokens)
        .set({ accountId: null })
        .where(and(eq(hardwareTokens.serial, bare), notExists(inUse(bare))))
        .returning({ serial: hardwareTokens.serial });
      return released.length > 0;
    },
  };

  function rowIn({ now }: World): (token: TokenDelivery) => typeof hardwareTokens.$inferInsert {
    return ({ serial: printed, secret, digits = 6, period = 30, algorithm = 'sha1', accountId = null }) => {
      const serial = serialOf(printed);
      if (serial === undefined) throw new TypeError('a serial number of something else than letters and digits');
      return {
        serial,
        secret: secrets.seal(secret, placeOf(serial)),
        digits,
        period,
        algorithm,
        accountId,
        addedAt: now(),
      };
    };
  }
}

/** The token of that number, if this person may have it. */
export async function tokenFor({ tx, account }: Look, serial: string): Promise<TokenRow | undefined> {
  const [row] = await tx.select().from(hardwareTokens).where(eq(hardwareTokens.serial, serial));
  return row?.accountId === null || row?.accountId === account.id ? row : undefined;
}

/** What makes its codes. */
export function keyOf({ world }: Pick<Look, 'world'>, { serial, secret, digits, period, algorithm }: TokenRow): OtpKey {
  return { secret: world.secrets.open(secret, placeOf(serial)) as string, digits, period, algorithm };
}

/** As a registered token is recognised. */
export function markOf({ secrets }: World, serial: string): string {
  return secrets.mark(serial, 'hardware-otp');
}

function placeOf(serial: string): string {
  return `token ${serial}`;
}
