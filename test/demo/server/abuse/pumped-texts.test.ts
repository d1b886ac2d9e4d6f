/**
 * Texts cost money, and some people earn by having them sent: every cap of the policy holds against an attack, and
 * other people's texts still go out. `ATTACK=whole` runs the whole attack of ten thousand calls; else it is its first hundred.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policy } from '../../../../demo/server/policy.js';
import { codeStep, House, toMobile } from '../person.js';
import { Attack, isWhole } from './attack.js';

const calls = isWhole ? 10_000 : 100;

const house = await House.shared();

/** Numbers side by side, from the one that is given. */
function block(first: number, length: number): readonly string[] {
  return Array.from({ length }, (_, count) => `+${String(first + count)}`);
}

test(`${String(calls)} calls from 200 addresses for 1,000 neighbouring numbers stay under every cap`, async (context) => {
  const attack = new Attack(house, 'pump', { calls, sources: 200, accounts: 50, numbers: block(819012340000, 1000) });
  await attack.run();
  context.diagnostic(`${JSON.stringify(Object.fromEntries(attack.outcomes))} ${JSON.stringify(attack.peaks())}`);
  attack.assertHeld();
  // The range is used up to its last text. Whoever begins again where a text was held back is told that it never arrived.
  const { code, rate_limited: limited = 0, rejected = 0, ...others } = Object.fromEntries(attack.outcomes);
  assert.deepEqual([code, limited + rejected, others], [policy.sendsPerRange, calls - policy.sendsPerRange, {}]);
  assert.equal(attack.texts.length, policy.sendsPerRange);

  const other = await house.person();
  const { next } = await other.begin({ ...toMobile, number: '+819098765432' });
  assert.equal(codeStep(next).delivery?.channel, 'sms');
  assert.match(await other.textedCode(), /^\d{6}$/);
});
