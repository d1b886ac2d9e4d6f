/** Limits of sending that hold across accounts and instances, as brakes on fraud and on the bill (R27). */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Ms } from '../../../src/contract/enrollment.js';
import type { Database } from '../database/index.js';
import type { Policy } from '../policy.js';
import type { Secrets } from '../secrets/index.js';

export interface Brakes {
  /** Counts a message to this number. What it returns is how long the next one has to wait: this one must not go out. */
  take(number: string): Promise<Ms | undefined>;
}

/** Numbers that are the same but for these last digits belong to one range, as whoever pumps texts buys them. */
const lastDigits = 4;

export function createBrakes(db: Database, secrets: Secrets, policy: Policy): Brakes {
  const limiter = (keyPrefix: string, points: number, duration: number): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient: db.$client,
      tableName: 'rate_limits',
      // Made by our migrations.
      tableCreated: true,
      // Cleared with everything else that is old.
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
    });
  const range = limiter('range', policy.sendsPerRange, policy.sendsPerRangeWithin);
  const all = limiter('all', policy.sendsInAll, policy.sendsInAllWithin);
  return {
    take: async (number) =>
      (await taken(range, secrets.mark(number.slice(0, -lastDigits), 'range'))) ?? (await taken(all, 'sends')),
  };
}

async function taken(limiter: RateLimiterPostgres, key: string): Promise<Ms | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (thrown) {
    // The library throws its verdict; a broken database is an error, and passes.
    if (thrown instanceof RateLimiterRes) return thrown.msBeforeNext;
    throw thrown;
  }
}
