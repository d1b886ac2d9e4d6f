/** Whatever people, phones and networks do in whatever order: a few things stay true (R1, R26, R27, R33, R69). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import { minutes } from './person.js';
import { type Deed, inTheWizard, meanwhile, onThePhone, Visit } from './visit.js';

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: inTheWizard, weight: 4 },
  { arbitrary: onThePhone, weight: 4 },
  { arbitrary: meanwhile, weight: 1 },
);

const load = async (visit: Visit): Promise<SecurityInfo> =>
  (await visit.call(visit.person.load())) ?? assert.fail('load was refused');
const idsIn = ({ methods }: SecurityInfo): string[] => methods.map(({ id }) => id);

/** Does one thing. Only what was proved by it may be registered after it, and no more than one method. */
async function carryOut(visit: Visit, one: Deed): Promise<readonly string[]> {
  const before = await load(visit);
  const { proofs } = visit;
  await one(visit);
  const added = idsIn(await load(visit)).filter((id) => !idsIn(before).includes(id));
  assert.ok(added.length <= visit.proofs - proofs, 'registered ⊆ proved');
  return added;
}

test('nothing is registered that was not proved, nothing sent that is not allowed, and every answer is JSON', async () => {
  const registered = new Map<string, number>();
  const run = async (calls: 'keypress' | 'spoken-code', deeds: readonly Deed[]): Promise<void> => {
    const visit = new Visit({ calls });
    for (const one of deeds) {
      const added = await carryOut(visit, one);
      for (const { kind, id } of (await load(visit)).methods) {
        if (added.includes(id)) registered.set(kind, (registered.get(kind) ?? 0) + 1);
      }
    }
    const info = await load(visit);
    const satisfied = info.requirements.filter(({ status }) => status === 'satisfied');
    assert.ok(satisfied.length <= info.methods.length, 'met ⊆ registered');
    assert.equal(info.defaultMethod === undefined, info.methods.length === 0, 'a default wherever there can be one');
    assert.ok(info.pending.length <= 3, 'one enrolment per offer');
    for (const { to, at } of visit.sends) {
      const recent = visit.sends.filter((send) => send.to === to && send.at <= at && at - send.at < minutes(10));
      assert.ok(recent.length <= 5, `${recent.length} texts and calls within ten minutes`);
    }
    if (!info.methods.some(({ kind }) => kind === 'push')) {
      for (const { at } of visit.requests) {
        const recent = visit.requests.filter((one) => one.at <= at && at - one.at < minutes(60));
        assert.ok(recent.length <= 5, `${recent.length} requests within an hour, and no success`);
      }
    }
    const open = visit.person.backend.line.calls().filter(({ state }) => state !== 'over');
    assert.ok(
      open.length + visit.person.backend.app.requests().length <= info.pending.length,
      'nothing rings for nobody',
    );
    const told = JSON.stringify(info);
    const pairingCodes = visit.pairingCodes.map((uri) => new URL(uri).hash.slice(1));
    for (const secret of [...visit.secrets, ...pairingCodes, ...visit.codes()]) {
      assert.doesNotMatch(told, new RegExp(`\\b${secret}\\b`), 'load carries no secret');
    }
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('keypress', 'spoken-code'),
      fc.array(deed, { minLength: 5, maxLength: 60, size: 'max' }),
      run,
    ),
    { numRuns: 300 },
  );
  for (const kind of ['push', 'totp', 'phone']) {
    assert.ok((registered.get(kind) ?? 0) > 5, `the sequences register ${kind} (${registered.get(kind) ?? 0} times)`);
  }
});
