/** What happens although nobody calls: what is over is closed, what is old is forgotten, what stays is kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eq } from 'drizzle-orm';
import { schema } from '../../../demo/server/database/index.js';
import type { Enrollment } from '../../../src/contract/enrollment.js';
import { faultOf } from '../../../src/contract/enrollment-error.js';
import { House, methodIn, minutes, refusal, toApp, toCall, toPush } from './person.js';

const house = await House.shared();

const rowOf = async (id: string) =>
  (await house.database.db.select().from(schema.enrollments)).find((row) => String(row.id) === id);

test('an enrolment whose time is over loses its secret and its codes with the next round', async () => {
  const person = await house.person();
  const app = await person.begin(toApp);
  const phone = await person.begin(toCall);
  const push = await person.begin(toPush);
  house.pass(minutes(30));
  await person.backend.work();
  for (const { id } of [app, phone, push]) {
    const row = await rowOf(id);
    assert.deepEqual([row?.phase, row?.state], ['expired', null]);
  }
  assert.deepEqual(await house.database.db.select().from(schema.sentCodes), []);
  assert.equal((await person.call()).state, 'over');
  assert.deepEqual(await refusal(person.get(app.id)), { code: 'enrollment_gone', reason: 'expired' });
});

test('after a day what is over is forgotten, with the keys of calls; what is registered stays', async () => {
  const person = await house.person();
  const { id, deviceId, request, shown } = await person.askApp();
  await person.backend.companion.answer(deviceId, request, 'approve', shown);
  const given = await person.begin(toApp);
  await person.adapter.cancel(given.id, person.options());
  house.pass(minutes(25 * 60));
  await person.backend.work();
  assert.deepEqual(await refusal(person.get(given.id)), { code: 'enrollment_gone', reason: 'unknown' });
  assert.deepEqual(await house.database.db.select().from(schema.idempotencyKeys), []);
  assert.deepEqual(await house.database.db.select().from(schema.sends), []);
  methodIn(await person.get(id));
  assert.ok(await person.backend.companion.publicKeyOf(deviceId));
});

test('rounds go on by themselves until they are stopped', async () => {
  const person = await house.person();
  await person.registerApp();
  house.mails.length = 0;
  person.backend.start(10);
  while (house.mails.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await person.backend.stop();
  await person.registerApp();
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(house.mails.length, 1);
});

test('whoever deletes an account deletes all that it had, but not the record of it', async () => {
  const person = await house.person();
  await person.registerApp();
  await person.askApp();
  await person.backend.accounts.delete(person.id);
  assert.deepEqual(await refusal(person.load()), { code: 'session_expired' });
  for (const table of [schema.methods, schema.enrollments, schema.devices, schema.approvals]) {
    assert.deepEqual(await house.database.db.select().from(table).where(eq(table.accountId, person.id)), []);
  }
  const kept = await house.database.db.select().from(schema.audit).where(eq(schema.audit.accountId, person.id));
  assert.ok(kept.length > 3);
});

test('a code and its cancelling, or a start anew, at the same moment: one of them wins, and nothing is half done', async () => {
  for (let round = 0; round < 10; round++) {
    const person = await house.person();
    const { id, next } = await person.begin(toApp);
    const others: (() => Promise<unknown>)[] = [
      () => person.adapter.cancel(id, person.options()),
      () => person.begin({ ...toApp, restart: true }),
      () => person.type(id, person.appCode(next)),
    ];
    const [first] = others.splice(round % 3, 1);
    const outcomes = await Promise.allSettled([first?.(), ...others.map((other) => other())]);
    for (const one of outcomes) {
      if (one.status === 'rejected') assert.equal(faultOf(one.reason)?.code, 'enrollment_gone');
    }
    const isDone = outcomes.some((one) => (one as { value?: Enrollment }).value?.next?.type === 'done');
    assert.equal((await person.load()).methods.length, isDone ? 1 : 0);
  }
});
