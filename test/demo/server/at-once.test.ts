/** Several things at the same moment, from tabs, devices and instances: each is answered, and nothing is half done. */
import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { and, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { schema } from '../../../demo/server/database/index.js';
import { deeds, waits } from './deeds.js';
import { handsOf, Side } from './hands.js';
import { House, minutes } from './person.js';

const house = await House.shared({ isTroubled: true });

/** `method_unavailable`: of all that may be begun, these people are offered three kinds. */
const known =
  /^(method_unavailable|invalid_code|code_expired|attempts_exhausted|invalid_input|rate_limited|locked|enrollment_gone|policy_denied|limit_reached|unsupported)$/;

let numbers = 60_000_000;

test('whatever happens at once, the books are in order', async () => {
  const { db } = house.database;
  const { enrollments, methods, sends, accounts, approvals } = schema;
  const numRuns = Number(process.env['RUNS'] ?? 8);
  const batches = fc.array(fc.tuple(fc.array(deeds, { minLength: 2, maxLength: 6 }), waits), {
    minLength: 3,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(batches, async (script) => {
      numbers += 10;
      const plan = { lineOf: () => 'mobile' as const, countryOf: () => 'JP' };
      const limits = { sendsPerRange: 1e6, sendsPerCallingCode: 1e6, sendsInAll: 1e6 };
      const person = await house.person({ numbers: plan, limits });
      const side = new Side(handsOf(person, '@'), () => house.clock.at);
      const done: string[] = [];
      for (const [batch, wait] of script) {
        done.push(batch.map(([name]) => name).join(' | '));
        const outcomes = await Promise.all(
          batch.map(([, deed]) => side.outcome(() => deed(side, `+8190${String(numbers)}`))),
        );
        for (const outcome of outcomes) {
          const code = (outcome as { code?: string } | undefined)?.code;
          if (code !== undefined) assert.match(code, known, done.join(', '));
        }
        assert.deepEqual(house.troubles, [], done.join(', '));

        const isOwn = { enrollments: eq(enrollments.accountId, person.id), methods: eq(methods.accountId, person.id) };
        const rows = await db.select().from(enrollments).where(isOwn.enrollments);
        const standing = await db
          .select()
          .from(methods)
          .where(and(isOwn.methods, isNull(methods.removedAt)));
        const [account] = await db.select().from(accounts).where(eq(accounts.id, person.id));
        const ever = await db.select().from(methods).where(isOwn.methods);
        // One method for each enrolment that is done, one secret for each that is open, one number for the phone.
        assert.equal(ever.length, rows.filter(({ phase }) => phase === 'done').length, done.join(', '));
        for (const { phase, state } of rows) assert.equal(state !== null, phase === 'open');
        const open = rows.filter(({ phase }) => phase === 'open').map(({ kind }) => kind);
        assert.equal(new Set(open).size, open.length);
        assert.ok(standing.filter(({ kind }) => kind === 'phone').length <= 1);
        for (const kind of ['totp', 'push']) assert.ok(standing.filter((one) => one.kind === kind).length <= 5);
        const satisfied = Object.values(account?.satisfiedBy ?? {});
        for (const id of satisfied) assert.ok(standing.some((method) => method.id === id));
        assert.equal(new Set(satisfied).size, satisfied.length);
        const chosen = account?.defaultMethod?.methodId;
        assert.equal(chosen !== undefined, standing.length > 0);
        if (chosen !== undefined) assert.ok(standing.some(({ id }) => id === chosen));
        const sent = await db.select().from(sends).where(eq(sends.accountId, person.id));
        for (const to of new Set(sent.map(({ toMark }) => toMark))) {
          const recent = sent.filter(({ toMark, at }) => toMark === to && house.clock.at - at < minutes(10));
          assert.ok(recent.length <= 5);
        }
        const asked = await db.select().from(approvals).where(eq(approvals.accountId, person.id));
        const waiting = asked.filter(({ state }) => state === 'open').map(({ enrollmentId }) => enrollmentId);
        assert.equal(new Set(waiting).size, waiting.length);
        house.pass(wait);
      }
    }),
    { numRuns, includeErrorInReport: true },
  );
});
