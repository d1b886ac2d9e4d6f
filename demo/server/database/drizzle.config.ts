/**
 * How migrations are made after the schema has changed, from the root of the repository:
 * `npx drizzle-kit generate --config demo/server/database/drizzle.config.ts`. They are read, and then committed.
 */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './demo/server/database/schema/index.ts',
  out: './demo/server/database/migrations',
});
