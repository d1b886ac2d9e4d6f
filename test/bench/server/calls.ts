/** What is measured: the wizard's calls through the handler, without a network, and what the server does by itself. */
import { generateSync } from 'otplib';
import type { OpenDatabase } from '../../../demo/server/database/index.js';
import { createReferenceBackend } from '../../../demo/server/reference/index.js';
import { createSecrets } from '../../../demo/server/secrets/index.js';
import type { Enrollment } from '../../../src/contract/enrollment.js';
import { createHandler } from '../../../src/server/index.js';
import { timed, type Timed } from './measure.js';
import { accountId } from './seed.js';

const origin = 'https://login.example';
const day = 24 * 60 * 60 * 1000;

/** Row by row, as the table prints them. */
export type Figures = Readonly<Record<string, Timed>>;

interface Rounds {
  readonly calls: number;
  readonly atOnce: number;
}

/** Measures every row on accounts of which no other row has had a part. */
export async function measure(
  { db }: Pick<OpenDatabase, 'db'>,
  accounts: number,
  { calls, atOnce }: Rounds,
): Promise<Figures> {
  const clock = { at: Date.now() };
  const backend = createReferenceBackend({
    db,
    secrets: createSecrets({
      keys: [{ id: 'bench', bytes: new Uint8Array(32).fill(1) }],
      pepper: new Uint8Array(32).fill(2),
    }),
    provider: { send: async () => ({ type: 'taken' }) },
    now: () => clock.at,
  });
  const handler = createHandler(
    ({ headers }) => backend.adapterFor({ accountId: headers.get('cookie') ?? '', sessionId: 'bench' }),
    { allowedOrigins: [origin] },
  );
  const ask = async (method: string, path: string, account: string, body?: unknown): Promise<unknown> => {
    const headers = {
      origin,
      cookie: account,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await handler(new Request(origin + path, { method, headers, ...sent }));
    const said: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)}`);
    return said;
  };
  // Spread over the whole table, and never the same twice.
  const step = Math.floor(accounts / (calls * 2));
  const spread = (offset: number): string[] =>
    Array.from({ length: calls }, (_, n) => accountId(1 + offset + n * 2 * step));
  const [loading, opening] = [spread(0), spread(step)];

  for (const account of loading.slice(0, 50)) await ask('GET', '/', account);
  const load = await timed(loading, atOnce, async (account) => void (await ask('GET', '/', account)));
  const begun: (readonly [string, Enrollment])[] = [];
  const begin = await timed(opening, atOnce, async (account) => {
    begun.push([account, (await ask('POST', '/enrollments', account, { kind: 'totp' })) as Enrollment]);
  });
  const proofs = begun.map(([account, { id, next }]) => {
    const manual = next.type === 'code' ? (next.provision?.manual ?? []) : [];
    const secret = manual.find(({ name }) => name === 'secret')?.value ?? '';
    const code = generateSync({ secret, epoch: Math.floor(clock.at / 1000) });
    return { account, path: `/enrollments/${id}/verification`, body: { type: 'code', code } };
  });
  const verify = await timed(proofs, atOnce, async ({ account, path, body }) => {
    const { next } = (await ask('POST', path, account, body)) as Enrollment;
    if (next.type !== 'done') throw new Error('a right code that is none');
  });
  const round = await timed([1, 2, 3, 4, 5], 1, () => backend.work());
  const leaving = loading.slice(0, 20);
  const erase = await timed(leaving, 1, (account) => backend.accounts.delete(account));
  clock.at += 2 * day;
  const forget = await timed([1], 1, () => backend.work());
  return { load, begin, verify, 'a round of work': round, 'delete an account': erase, 'forget old ones': forget };
}
