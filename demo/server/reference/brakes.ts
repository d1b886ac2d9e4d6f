/** Limits of sending that hold across accounts and instances, as brakes on fraud and on the bill (R27). */
import parse from 'libphonenumber-js/max';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { canonicalOf } from '../../../src/contract/email-address.js';
import type { Ms } from '../../../src/contract/enrollment.js';
import type { Database } from '../database/index.js';
import type { Policy } from '../policy.js';
import type { Secrets } from '../secrets/index.js';

/** What a brake looks at. */
export interface Braked {
  /** E.164, or an e-mail address. */
  readonly to: string;
  /** Where the request came from, such as the network address; where the routes tell. */
  readonly source?: string | undefined;
}

export interface Brakes {
  /** Counts a message. What it returns is how long the next one has to wait: this one must not go out. */
  take(message: Braked): Promise<Ms | undefined>;
}

/** Numbers that are the same but for these last digits belong to one range, as whoever pumps texts buys them. */
const lastDigits = 4;
const hour = 3600;

/** By what messages are counted, narrowest first; each by the hour. */
const rows: readonly {
  readonly name: string;
  keyOf(message: Braked): string | undefined;
  points(policy: Policy): number;
}[] = [
  { name: 'source', keyOf: ({ source }) => source, points: (policy) => policy.sendsPerSource },
  { name: 'range', keyOf: ({ to }) => placeOf(to).range, points: (policy) => policy.sendsPerRange },
  { name: 'calling-code', keyOf: ({ to }) => placeOf(to).zone, points: (policy) => policy.sendsPerCallingCode },
  { name: 'all', keyOf: () => 'all', points: (policy) => policy.sendsInAll },
];

/** What lies beside a number or an address, and what both lie in. */
function placeOf(to: string): { readonly range: string; readonly zone: string | undefined } {
  const [mailbox = '', domain] = canonicalOf(to)?.split('@') ?? [];
  if (domain === undefined) return { range: to.slice(0, -lastDigits), zone: parse(to)?.countryCallingCode };
  // Whatever is added to a mailbox by a plus, one person gets it.
  return { range: `${mailbox.replace(/\+.*$/, '')}@${domain}`, zone: domain };
}

/** The brakes of a policy, counting in the database. */
export function createBrakes(db: Database, secrets: Secrets, policy: Policy): Brakes {
  const brakes = rows.map(({ name, keyOf, points }) => ({
    name,
    keyOf,
    limiter: new RateLimiterPostgres({
      storeClient: db.$client,
      tableName: 'rate_limits',
      // Made by our migrations, and cleared with everything else that is old.
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points: points(policy),
      duration: hour,
    }),
  }));
  return {
    take: async (message) => {
      for (const { name, keyOf, limiter } of brakes) {
        const key = keyOf(message);
        const wait = key === undefined ? undefined : await taken(limiter, secrets.mark(key, `brake ${name}`));
        if (wait !== undefined) return wait;
      }
      return undefined;
    },
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
