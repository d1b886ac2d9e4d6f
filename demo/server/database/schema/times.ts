/** How a moment is kept: milliseconds since 1970 UTC, as the backend's own clock tells them, never the database's. */
import { bigint } from 'drizzle-orm/pg-core';

/**
 * A column that holds a moment.
 *
 * @example
 * const table = pgTable('visits', { cameAt: moment('came_at').notNull() });
 */
export function moment(name: string) {
  return bigint(name, { mode: 'number' });
}
