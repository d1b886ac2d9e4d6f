/** Fills a database as years of use would: accounts with methods, and all that is left of how they came to be. */
import type { Pool } from 'pg';
import type { RequirementWish } from '../../../demo/server/reference/index.js';

/** What everybody owes. */
const requirements: readonly RequirementWish[] = [
  { id: 'app', anyOf: [{ kind: 'totp', usage: ['sign-in'] }] },
  { id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms', 'voice'] }] },
];

export const accountId = (n: number): string => `account-${String(n)}`;

/** By table; `$1` to `$2` are the numbers of the accounts. What the first hundred left is the next to be forgotten. */
const rows: readonly string[] = [
  `insert into accounts (id, label, organization, requirements, satisfied_by, created_at)
   select 'account-' || n, 'person' || n || '@contoso.example', 'Contoso', $3::jsonb, '{}', 0
   from generate_series($1::int, $2::int) n`,
  `insert into enrollments (id, account_id, session_id, kind, offer_id, wish_mark, phase, ends_at, opened_at)
   select 'enrollment-' || n || '-' || k, 'account-' || n, 'session', case k when 3 then 'push' else 'totp' end, '', 'mark',
     case k when 1 then 'done' else 'superseded' end, case when n <= 100 then $3::bigint else $3::bigint * 2 end, 0
   from generate_series($1::int, $2::int) n, generate_series(1, 3) k`,
  `insert into methods (id, account_id, kind, label, usage, can_be_default, removable, enrollment_id, added_at, removed_at)
   select 'method-' || n || '-' || k, 'account-' || n, case k when 1 then 'totp' else 'push' end, 'Authenticator app',
     '["sign-in"]', true, true, 'enrollment-' || n || '-1', 0, case k when 3 then 1 end
   from generate_series($1::int, $2::int) n, generate_series(1, 3) k`,
  `insert into pairings (id, enrollment_id, account_id, code_mark, state, until)
   select 'pairing-' || n, 'enrollment-' || n || '-3', 'account-' || n, 'mark-' || n, 'withdrawn', 0
   from generate_series($1::int, $2::int) n`,
  `insert into devices (id, account_id, enrollment_id, public_key, name, paired_at)
   select 'device-' || n, 'account-' || n, 'enrollment-' || n || '-3', '{}', 'Pixel 9', 0
   from generate_series($1::int, $2::int) n`,
  `insert into approvals (id, account_id, enrollment_id, device_id, app, nonce, state, counts, asked_at, until)
   select 'approval-' || n, 'account-' || n, 'enrollment-' || n || '-3', 'device-' || n, 'Contoso', 'n', 'approved', false, 0, 0
   from generate_series($1::int, $2::int) n`,
  `insert into calls (id, enrollment_id, state, until)
   select 'call-' || n, 'enrollment-' || n || '-2', 'over', 0 from generate_series($1::int, $2::int) n`,
  `insert into outbox (id, account_id, enrollment_id, state, due_at, ends_at, created_at)
   select 'message-' || n, 'account-' || n, 'enrollment-' || n || '-2', 'sent', 0, 0, 0
   from generate_series($1::int, $2::int) n`,
  `insert into notices (id, account_id, state, due_at, created_at)
   select 'notice-' || n, 'account-' || n, 'sent', 0, 0 from generate_series($1::int, $2::int) n`,
  `insert into idempotency_keys (account_id, call, key, verdict, at)
   select 'account-' || n, 'begin', 'key-' || k, 'sealed', case when n <= 100 then $3::bigint else $3::bigint * 2 end
   from generate_series($1::int, $2::int) n, generate_series(1, 2) k`,
  `insert into audit (at, account_id, event, outcome, trace_id)
   select 0, 'account-' || n, 'begin', 'ok', 'trace' from generate_series($1::int, $2::int) n, generate_series(1, 4) k`,
];

/** Adds the accounts numbered `from` to `to`. What is kept for a while is kept from `now`. */
export async function seed(pool: Pool, from: number, to: number, now: number): Promise<void> {
  for (const sql of rows) {
    const third = sql.startsWith('insert into accounts') ? JSON.stringify(opened) : now;
    await pool.query(sql, sql.includes('$3') ? [from, to, third] : [from, to]);
  }
  // As the database does by itself after a while.
  await pool.query('vacuum analyze');
}

const opened = requirements.map((one) => ({ ...one, status: 'open' }));
