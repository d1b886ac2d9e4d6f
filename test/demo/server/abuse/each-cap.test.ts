/** Each cap of the policy alone: with every other one out of the way, it is the one that holds, to the last text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeStep, House, toMobile } from '../person.js';
import { Attack } from './attack.js';

const house = await House.shared();

const calls = 30;
const open = { sendsPerSource: 500, sendsPerRange: 500, sendsPerCallingCode: 500, sendsInAll: 500 };

/** One number in each of so many ranges. */
function scattered(country: string, first: number, length: number): readonly string[] {
  return Array.from({ length }, (_, count) => `+${country}${String(first + count * 10_000)}`);
}
const japanese = scattered('81', 9030010000, calls);
const german = scattered('49', 15123010000, calls);
const neighbours = Array.from({ length: calls }, (_, count) => `+${String(819020010000 + count)}`);

/** What is attacked, which cap has to hold, and who is let through all the same: another in what that cap counts by. */
const rows = [
  {
    cap: 'sendsPerSource',
    plan: { sources: 1, numbers: japanese },
    other: { number: '+819044440000', source: '203.0.113.9' },
  },
  {
    cap: 'sendsPerRange',
    plan: { sources: calls, numbers: neighbours },
    other: { number: '+819044450000', source: '198.51.100.0' },
  },
  {
    cap: 'sendsPerCallingCode',
    plan: { sources: calls, numbers: japanese },
    other: { number: '+4915123456789', source: '198.51.100.0' },
  },
  { cap: 'sendsInAll', plan: { sources: calls, numbers: [...japanese, ...german] }, other: undefined },
] as const;

for (const { cap, plan, other } of rows) {
  test(`${cap}: of ${String(calls)} texts the first twelve go out, and nothing more`, async () => {
    const limits = { ...open, [cap]: 12 };
    const attack = new Attack(house, cap, { calls, accounts: 6, limits, ...plan });
    await attack.run();
    attack.assertHeld();
    assert.equal(attack.texts.length, 12);
    assert.deepEqual(Object.fromEntries(attack.outcomes), { code: 12, rate_limited: calls - 12 });
    if (other === undefined) return;
    const person = await house.person({ limits });
    const { number, source } = other;
    const adapter = person.backend.adapterFor({ accountId: person.id, sessionId: person.session, source });
    const { next } = await adapter.begin({ ...toMobile, number }, person.options());
    assert.equal(codeStep(next).delivery?.channel, 'sms');
    assert.match(await person.textedCode(), /^\d{6}$/);
  });
}
