/** While nothing can be counted nothing goes out; and what is tried again later is counted then. */
import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { test } from 'node:test';
import { House, seconds, toMobile } from '../person.js';

const house = await House.shared({ isTroubled: true });

test('a text that could not be counted at its first trial is counted at its second, and held back', async () => {
  const limits = { sendsPerRange: 1 };
  const [person, other] = [await house.person({ limits }), await house.person({ limits })];
  const { db } = house.database;
  await db.execute(sql`alter table rate_limits rename to out_of_order`);
  await person.begin({ ...toMobile, number: '+819012340001' });
  await db.execute(sql`alter table out_of_order rename to rate_limits`);
  assert.equal(house.troubles.length, 1);
  assert.deepEqual(await person.messages('sms'), []);
  await other.begin({ ...toMobile, number: '+819012340002' });
  assert.equal((await other.messages('sms')).length, 1);
  house.pass(seconds(30));
  await person.backend.work();
  assert.deepEqual(await person.messages('sms'), []);
});
